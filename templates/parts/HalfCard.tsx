// One language of a posting that stands in two: band, title, facts and the code that leads to this very language. Called by PairCard.
import { SHAPE_OF } from "../../server/domain/section.ts";
import { CardHead } from "./CardHead.tsx";
import { CardWords } from "./CardWords.tsx";
import type { CardProps } from "./cardProps.ts";
import { DemonstrationMark } from "./DemonstrationMark.tsx";
import type { FittedCard } from "./fitCard.ts";
import { formatsOf } from "./formats.ts";
import { concernsPeople, equalTreatmentLine } from "./noticeWords.ts";
import { Qr } from "./qr.tsx";
import { Shape } from "./Shape.tsx";
import { StaleLine } from "./StaleLine.tsx";
import { sectionWords } from "./sectionWords.ts";

interface HalfCardProps extends CardProps {
  readonly fitted: FittedCard;
}

export function HalfCard({ posting, words, qr, freshness, fitted }: HalfCardProps) {
  const { section } = posting.content;
  const { word, note } = sectionWords(section, words);
  return (
    <section class={fitted.tight ? "half half-tight" : "half"} lang={words.locale.id} dir={words.locale.dir}>
      <header class="half-band">
        <Shape name={SHAPE_OF[section]} />
        <div>
          <p class="card-language">{words.locale.name}</p>
          <p class="half-section">
            {word}
            {note !== null && <span class="half-law"> {note}</span>}
          </p>
        </div>
        {posting.demonstration && <DemonstrationMark words={words} />}
      </header>
      <CardHead posting={posting} words={words} title={fitted.title} />
      <div class="half-body">
        <div class="half-words">
          <CardWords fitted={fitted} words={words} />
        </div>
        <div class="half-take">
          <p class="card-invitation">{words.t("card:scan")}</p>
          <Qr address={qr} label={words.t("card:scanLabel")} />
        </div>
      </div>
      <footer class="half-foot">
        {concernsPeople(posting) && <p class="card-equal">{equalTreatmentLine(words)}</p>}
        {freshness !== null && (
          <p>
            <StaleLine freshness={{ ...freshness, words: formatsOf(words.locale).begin(freshness.words) }} />
          </p>
        )}
      </footer>
    </section>
  );
}
