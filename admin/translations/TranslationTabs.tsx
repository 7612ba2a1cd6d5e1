// The pages of the translators' desk; automatic drafts only where a service is set up, or where somebody could set it up. Called by each of them.
import { mayAnywhere } from "../../server/domain/user.ts";
import { session } from "../session/session.ts";
import { translationWord as word } from "../words/words.ts";

const PAGES = {
  queue: "",
  glossary: "/glossary",
  exchange: "/files",
  numbers: "/numbers",
  machine: "/machine",
} as const;
type Page = keyof typeof PAGES;

export function TranslationTabs({ here }: { readonly here: Page }) {
  const there = session.value;
  const machine = there != null && (there.translator !== null || mayAnywhere(there.user, "administerNetwork"));
  const pages = (Object.keys(PAGES) as Page[]).filter((page) => page !== "machine" || machine);
  return (
    <nav class="translation-tabs" aria-label={word("tabs.name")}>
      {pages.map((page) => (
        <a key={page} href={`/admin/translations${PAGES[page]}`} aria-current={page === here ? "page" : undefined}>
          {word(`tabs.${page}`)}
        </a>
      ))}
    </nav>
  );
}
