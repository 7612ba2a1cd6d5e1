// A posting as the display shows it. The frame stays where it is from card to card and from language to language; only words change.
// Called by the display, the desk's preview and the contact sheet; needs tokens.css and card.css, and `--base` set around it.
import { spokenAddress } from "../../server/domain/address.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import { CardHead } from "./CardHead.tsx";
import { CardWords } from "./CardWords.tsx";
import type { CardProps } from "./cardProps.ts";
import { DemonstrationMark } from "./DemonstrationMark.tsx";
import { fitCard } from "./fitCard.ts";
import { formatsOf } from "./formats.ts";
import { concernsPeople, equalTreatmentLine } from "./noticeWords.ts";
import { Qr } from "./qr.tsx";
import { Shape } from "./Shape.tsx";
import { StaleLine } from "./StaleLine.tsx";
import { sectionWords } from "./sectionWords.ts";

export function Card(props: CardProps) {
  const { posting, words, now, layout, theme = "light" } = props;
  const { section, reserved } = posting.content;
  const fitted = fitCard(posting, words, now, layout);
  const classes = [
    "card",
    "scaled",
    `card-${layout}`,
    reserved === null ? "" : "card-reserved",
    fitted.tight ? "card-tight" : "",
  ];
  return (
    <article
      class={classes.filter((one) => one !== "").join(" ")}
      data-section={section}
      data-theme={theme}
      lang={words.locale.id}
      dir={words.locale.dir}
    >
      <Band {...props} />
      <CardHead posting={posting} words={words} title={fitted.title} />
      <div class="card-body">
        <CardWords fitted={fitted} words={words} />
      </div>
      <TakeHome {...props} />
      <Foot {...props} />
    </article>
  );
}

function Band({ posting, words, layout }: CardProps) {
  const { section } = posting.content;
  const { word, note } = sectionWords(section, words, layout === "landscape");
  return (
    <header class="card-band">
      <Shape name={SHAPE_OF[section]} />
      <p class="card-section">
        {word}
        {note !== null && <span class="card-law">{note}</span>}
      </p>
      {posting.demonstration && <DemonstrationMark words={words} />}
      <p class="card-language">{words.locale.name}</p>
    </header>
  );
}

function TakeHome({ posting, words, qr, publicUrl }: CardProps) {
  // Where the address needs two lines, the code stands whole on the second.
  const address = spokenAddress(publicUrl, posting.code);
  const [host, path] = [address.slice(0, address.lastIndexOf("/o/")), address.slice(address.lastIndexOf("/o/"))];
  return (
    <div class="card-take">
      <p class="card-invitation">{words.t("card:scan")}</p>
      <div class="card-qr">
        <Qr address={qr} label={words.t("card:scanLabel")} />
      </div>
      <p class="card-address">
        <span>{words.t("card:typeAddress")}</span> {host}
        <wbr />
        {path}
      </p>
    </div>
  );
}

function Foot({ posting, words, now, office, turn, freshness, layout }: CardProps) {
  return (
    <footer class="card-foot">
      <p class="card-equal">{concernsPeople(posting) && equalTreatmentLine(words)}</p>
      <p class="card-office">
        <strong>{office}</strong>
        {layout === "landscape" ? <br /> : " · "}
        <span class="tabular">
          {formatsOf(words.locale).time(now)}
          {turn !== null && ` · ${words.t("card:place", { place: turn.place, of: turn.of })}`}
          {freshness !== null && (
            <>
              {" · "}
              <StaleLine freshness={freshness} />
            </>
          )}
        </span>
      </p>
    </footer>
  );
}
