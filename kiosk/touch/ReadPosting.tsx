// A posting in full, to be read at arm's length: title, facts, text, how to apply. Called by PostingView.
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import { pageFacts } from "../../templates/parts/factsOf.ts";
import { LineText } from "../../templates/parts/LineText.tsx";
import { type Line, lineOf, titleOf } from "../../templates/parts/line.ts";
import { concernsPeople, equalTreatmentLine, markWords, reservedLine } from "../../templates/parts/noticeWords.ts";
import type { Words } from "../../templates/parts/words.ts";

interface ReadPostingProps {
  readonly posting: PublicPosting;
  readonly words: Words;
  readonly now: Instant;
}

export function ReadPosting({ posting, words, now }: ReadPostingProps) {
  const locale = words.locale.id;
  const { content } = posting;
  const title = titleOf(posting, locale);
  const mark = markWords(title, words);
  const reserved = reservedLine(posting, words);
  const text = [...content.summary, ...content.duties].map((segment) => lineOf(posting, segment, locale));
  return (
    <article class="read" data-section={content.section}>
      <h2 class="read-title" {...(title.lang === locale ? {} : { lang: title.lang })}>
        {title.text}
      </h2>
      {mark !== null && <p class="mark">{mark}</p>}
      {reserved !== null && (
        <p class="read-reserved">
          <strong>{reserved.article}</strong> {reserved.whom}
        </p>
      )}
      <dl class="read-facts">
        {pageFacts(posting, words, now)
          .filter(({ id }) => id !== "reserved")
          .map((fact) => (
            <div key={fact.id} class="read-fact">
              <dt>{fact.label}</dt>
              {fact.lines.map((line) => (
                <dd key={line.text} class={fact.stated ? "" : "not-stated"}>
                  <LineText line={line} words={words} />
                </dd>
              ))}
            </div>
          ))}
      </dl>
      <Paragraphs lines={text} words={words} />
      <ToApply posting={posting} words={words} />
      {concernsPeople(posting) && <p class="read-equal">{equalTreatmentLine(words)}</p>}
    </article>
  );
}

function Paragraphs({ lines, words }: { readonly lines: readonly Line[]; readonly words: Words }) {
  return (
    <>
      {lines.map((line) => (
        <p key={line.text} class="read-text">
          <LineText line={line} words={words} />
        </p>
      ))}
    </>
  );
}

function ToApply({ posting, words }: Omit<ReadPostingProps, "now">) {
  const { apply, section } = posting.content;
  const { t } = words;
  const quote = (segment: { readonly id: string; readonly text: string } | null) =>
    segment === null ? [] : [lineOf(posting, segment, words.locale.id)];
  const offer = section !== "event" && section !== "notice";
  const channels = [
    ["phone", apply?.phone],
    ["mail", apply?.email],
    ["site", apply?.online],
  ] as const;
  const papers = (apply?.documents ?? []).flatMap(quote);
  return (
    <section class="read-apply">
      <h3>{t(offer ? "touch:apply" : "touch:contact")}</h3>
      {apply === null ? (
        <p class="read-text">{t("touch:atDesk")}</p>
      ) : (
        <>
          <dl class="read-facts">
            {channels.map(([name, value]) =>
              value == null ? null : (
                <div key={name} class="read-fact">
                  <dt>{t(`touch:${name}`)}</dt>
                  <dd class="read-channel">{value}</dd>
                </div>
              ),
            )}
          </dl>
          <Paragraphs lines={[...quote(apply.inPerson), ...quote(apply.note)]} words={words} />
          {papers.length > 0 && <h3>{t("touch:papers")}</h3>}
          <Paragraphs lines={papers} words={words} />
        </>
      )}
    </section>
  );
}
