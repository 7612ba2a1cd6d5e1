// Who publishes, where and when they are open, under which code, and when it last changed; then the line the law asks for.
// Called by PostingPage and ClosedPage.
import type { Owner } from "../../server/domain/owner.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { romeDay } from "../../server/domain/time.ts";
import { formatsOf } from "../parts/formats.ts";
import { equalTreatmentLine } from "../parts/noticeWords.ts";
import { openingLines } from "../parts/openingLines.ts";
import type { Words } from "../parts/words.ts";
import { officePath } from "./sitePath.ts";

export interface PublishedByProps {
  readonly posting: PublicPosting;
  readonly words: Words;
  readonly contact: Owner | null;
}

export function PublishedBy({ posting, words, contact }: PublishedByProps) {
  const { day } = formatsOf(words.locale);
  const rows: { label: string; lines: readonly string[]; lang?: string }[] = [
    { label: words.t("page:published.heading"), lines: [posting.owner.name], lang: "it" },
  ];
  if (contact?.kind === "office") {
    const address = [contact.address, contact.municipality].filter((part) => part !== null).join(", ");
    if (contact.address !== null) rows.push({ label: words.t("page:published.address"), lines: [address], lang: "it" });
    const hours = openingLines(contact, words);
    if (hours.length > 0) rows.push({ label: words.t("page:published.hours"), lines: hours });
  }
  rows.push({ label: words.t("page:published.code"), lines: [posting.code] });
  rows.push({ label: words.t("page:published.changed"), lines: [day(romeDay(posting.publishedAt), { year: true })] });
  return (
    <section class="published">
      <dl class="facts">
        {rows.map(({ label, lines, lang }) => (
          <div class="fact">
            <dt>{label}</dt>
            <dd>
              {lines.map((line) => (
                <p lang={lang === words.locale.id ? undefined : lang}>{line}</p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {contact?.kind === "office" && (
        <p>
          <a class="office-link" href={officePath(words.locale.id, contact.id)}>
            {words.t("page:office.way")}
          </a>
        </p>
      )}
      {posting.content.section !== "notice" && <p class="quiet">{equalTreatmentLine(words)}</p>}
    </section>
  );
}
