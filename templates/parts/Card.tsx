// A posting as the display shows it. The frame stays where it is from card to card and from language to language; only words change.
// Called by the display, the desk's preview and the contact sheet; needs tokens.css and card.css, and `--base` set around it.
import { spokenAddress } from "../../server/domain/address.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import type { CardProps } from "./cardProps.ts";
import { DemonstrationMark } from "./DemonstrationMark.tsx";
import type { FittedCard, FittedFact } from "./fitCard.ts";
import { fitCard, SEPARATOR } from "./fitCard.ts";
import { formatsOf } from "./formats.ts";
import { LineText } from "./LineText.tsx";
import { equalTreatmentLine, markWords, reservedLine } from "./noticeWords.ts";
import { Qr } from "./qr.tsx";
import { Shape } from "./Shape.tsx";
import { StaleLine } from "./StaleLine.tsx";
import { sectionWords } from "./sectionWords.ts";
import type { Words } from "./words.ts";

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
      <CardTitle {...props} title={fitted.title} />
      <div class="card-body">
        {fitted.facts.length > 0 && (
          <dl class="card-facts">
            {fitted.facts.map((one) => (
              <CardFact key={one.fact.id} fitted={one} words={words} />
            ))}
          </dl>
        )}
        {fitted.text !== null && <CardText text={fitted.text} words={words} />}
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

function CardTitle({ posting, words, title }: CardProps & { readonly title: FittedCard["title"] }) {
  const reserved = reservedLine(posting, words);
  const mark = markWords(title, words);
  return (
    <div class="card-head">
      <h1 class={`card-title step-${title.step}`} {...(title.lang === words.locale.id ? {} : { lang: title.lang })}>
        {title.text}
      </h1>
      {mark !== null && <p class="card-mark mark">{mark}</p>}
      {reserved !== null && (
        <p class="card-reserved-to">
          <strong>{reserved.article}</strong> {reserved.whom}
        </p>
      )}
    </div>
  );
}

function CardFact({ fitted: { fact, lines, step }, words }: { readonly fitted: FittedFact; readonly words: Words }) {
  const classes = ["card-value", `step-${step}`, fact.tabular ? "tabular" : "", fact.stated ? "" : "not-stated"];
  return (
    <div class="card-fact">
      <dt>{fact.label}</dt>
      <dd class={classes.filter((one) => one !== "").join(" ")}>
        {lines.map((line, index) => (
          <>
            {index > 0 && SEPARATOR}
            <LineText line={line} words={words} />
          </>
        ))}
      </dd>
    </div>
  );
}

function CardText({ text, words }: { readonly text: NonNullable<FittedCard["text"]>; readonly words: Words }) {
  const marked = text.lines.find((line) => line.mark !== null);
  return (
    <div class={`card-text step-${text.step}`}>
      <p>
        {text.lines.map((line, index) => (
          <>
            {index > 0 && " "}
            <span {...(line.lang === words.locale.id ? {} : { lang: line.lang })}>{line.text}</span>
          </>
        ))}
        {marked !== undefined && <span class="mark"> {markWords(marked, words)}</span>}
      </p>
    </div>
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

/** A notice of changed hours offers nothing to anyone of whatever gender. */
function concernsPeople({ content }: CardProps["posting"]): boolean {
  return content.section !== "notice" || content.job !== null;
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
