// The facts of a posting, each below its label, and a sentence or two where there is room. Called by Card and HalfCard.
import type { FittedCard, FittedFact } from "./fitCard.ts";
import { SEPARATOR } from "./fitCard.ts";
import { LineText } from "./LineText.tsx";
import { markWords } from "./noticeWords.ts";
import type { Words } from "./words.ts";

export function CardWords({ fitted, words }: { readonly fitted: FittedCard; readonly words: Words }) {
  return (
    <>
      {fitted.facts.length > 0 && (
        <dl class="card-facts">
          {fitted.facts.map((one) => (
            <CardFact key={one.fact.id} fitted={one} words={words} />
          ))}
        </dl>
      )}
      {fitted.text !== null && <CardText text={fitted.text} words={words} />}
    </>
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
