// What the printer at a touch display puts out: the posting read, or the list, each with its code. Only on paper, never on the glass. Called by VisitGlass.
import { qrAddress, spokenAddress } from "../../server/domain/address.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import { romeDay } from "../../server/domain/time.ts";
import { cardFacts } from "../../templates/parts/cardFacts.ts";
import { formatsOf } from "../../templates/parts/formats.ts";
import { LineText } from "../../templates/parts/LineText.tsx";
import { titleOf } from "../../templates/parts/line.ts";
import { markWords } from "../../templates/parts/noticeWords.ts";
import { Qr } from "../../templates/parts/qr.tsx";
import type { Words } from "../../templates/parts/words.ts";

interface SlipSheetProps {
  readonly postings: readonly PublicPosting[];
  readonly words: Words;
  readonly now: Instant;
  readonly publicUrl: string;
  readonly place: string | null;
  readonly office: string;
}

export function SlipSheet({ postings, words, now, publicUrl, place, office }: SlipSheetProps) {
  const { t, locale } = words;
  return (
    <div class="slip" lang={locale.id} aria-hidden="true">
      <p class="slip-head">
        {office}
        <br />
        {formatsOf(locale).day(romeDay(now), { year: true })}
      </p>
      {postings.map((posting) => {
        const title = titleOf(posting, locale.id);
        const mark = markWords(title, words);
        return (
          <section key={posting.code} class="slip-posting">
            <p class="slip-section">
              {t(`vocabulary:section.${posting.content.section}`)}
              {posting.demonstration && ` · ${t("card:demonstration")}`}
            </p>
            <p class="slip-title" lang={title.lang}>
              {title.text}
            </p>
            {mark !== null && <p class="slip-mark">{mark}</p>}
            {/* Paper must not say "today". */}
            {cardFacts(posting, words, null).map((fact) => (
              <p key={fact.id} class="slip-fact">
                {fact.label}:{" "}
                {fact.lines.map((line, at) => (
                  <span key={line.text}>
                    {at > 0 && " · "}
                    <LineText line={line} words={words} />
                  </span>
                ))}
              </p>
            ))}
            <Qr
              address={qrAddress(publicUrl, posting.code, locale.id, posting.revision, place ?? undefined)}
              label={t("card:scanLabel")}
            />
            <p class="slip-address">{spokenAddress(publicUrl, posting.code)}</p>
          </section>
        );
      })}
    </div>
  );
}
