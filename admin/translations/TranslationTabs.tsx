// The four pages of the translators' desk. Called by each of them.
import { translationWord as word } from "../words/words.ts";

const PAGES = { queue: "", glossary: "/glossary", exchange: "/files", numbers: "/numbers" } as const;

export function TranslationTabs({ here }: { readonly here: keyof typeof PAGES }) {
  return (
    <nav class="translation-tabs" aria-label={word("tabs.name")}>
      {(Object.keys(PAGES) as (keyof typeof PAGES)[]).map((page) => (
        <a key={page} href={`/admin/translations${PAGES[page]}`} aria-current={page === here ? "page" : undefined}>
          {word(`tabs.${page}`)}
        </a>
      ))}
    </nav>
  );
}
