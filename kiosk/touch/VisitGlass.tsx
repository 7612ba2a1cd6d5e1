// The whole glass while somebody uses it: heading, one view, the controls at the foot; on paper only the slip. Called by TouchGlass.
import type { Ref } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type Locale, SOURCE_LOCALE } from "../../server/domain/locale.ts";
import { SHAPE_OF } from "../../server/domain/section.ts";
import { DemonstrationMark } from "../../templates/parts/DemonstrationMark.tsx";
import { formatsOf } from "../../templates/parts/formats.ts";
import { Shape } from "../../templates/parts/Shape.tsx";
import { sectionWords } from "../../templates/parts/sectionWords.ts";
import type { WordsOf } from "../../templates/parts/words.ts";
import { HomeView } from "./HomeView.tsx";
import { IdleQuestion } from "./IdleQuestion.tsx";
import { ListView } from "./ListView.tsx";
import { PostingView } from "./PostingView.tsx";
import { preparePaper, printSlip } from "./printSlip.ts";
import { SavedView } from "./SavedView.tsx";
import { SearchView } from "./SearchView.tsx";
import { SlipSheet } from "./SlipSheet.tsx";
import { VisitBar } from "./VisitBar.tsx";
import type { VisitProps } from "./visitProps.ts";

interface VisitGlassProps extends VisitProps {
  readonly wordsOf: WordsOf;
  readonly locales: readonly Locale[];
  readonly office: string;
  /** CSS pixels: type of the usual size, and the side of a target. */
  readonly base: number;
  readonly target: number;
  readonly warned: boolean;
  readonly onTouch: () => void;
  readonly onEnd: () => void;
}

const LARGER = 1.25;

export function VisitGlass(props: VisitGlassProps) {
  const { visit, words, live, now, office, base, target, warned, slip, onTouch, onEnd } = props;
  const { view } = visit;
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever cannot see hears that another view is there; a field that is being typed into keeps its place.
  const place = view.kind === "posting" ? `posting ${view.code}` : view.kind;
  useEffect(() => heading.current?.focus({ preventScroll: true }), [place]);
  useEffect(() => preparePaper(slip), [slip]);
  const listed = live.filter(({ code }) => visit.saved.includes(code));
  const paper =
    view.kind === "saved" ? listed : live.filter(({ code }) => view.kind === "posting" && code === view.code);
  const isCramped = props.tight && view.kind === "search" && view.typing;
  const shape = isCramped ? " visit-tight" : visit.low ? " visit-low" : "";
  return (
    <>
      <main
        class={`visit layer scaled${shape}`}
        data-face="visit"
        data-theme={visit.theme}
        lang={words.locale.id}
        dir={words.locale.dir}
        style={{ "--base": `${base * LARGER ** visit.enlarged}px`, "--target": `${target}px`, "--still": `${base}px` }}
        onPointerDown={onTouch}
        onKeyDown={onTouch}
        onScrollCapture={onTouch}
      >
        <header class="visit-head">
          <Heading {...props} heading={heading} />
          <p class="visit-office">
            <span lang={SOURCE_LOCALE}>{office}</span> ·{" "}
            <span class="tabular">{formatsOf(words.locale).time(now)}</span>
          </p>
        </header>
        <div class="visit-body">
          <Shown {...props} />
        </div>
        <VisitBar {...props} listed={listed.length} onEnd={onEnd} />
        {warned && <IdleQuestion words={words} onStay={onTouch} />}
      </main>
      {slip !== "none" && paper.length > 0 && <SlipSheet {...props} postings={paper} />}
    </>
  );
}

function Shown(props: VisitGlassProps) {
  const { view } = props.visit;
  if (view.kind === "home") return <HomeView {...props} />;
  if (view.kind === "section") return <ListView {...props} view={view} />;
  if (view.kind === "search") return <SearchView {...props} view={view} />;
  if (view.kind === "saved") return <SavedView {...props} onPrint={printSlip} />;
  return <PostingView {...props} view={view} onPrint={printSlip} />;
}

/** A section is told by word, shape and colour here too. */
function Heading({
  visit: { view },
  words,
  live,
  heading,
}: VisitGlassProps & { readonly heading: Ref<HTMLHeadingElement> }) {
  const { t } = words;
  const posting = view.kind === "posting" ? live.find(({ code }) => code === view.code) : undefined;
  const section = view.kind === "section" ? view.section : (posting?.content.section ?? null);
  if (section === null) {
    const word = view.kind === "search" ? "what" : view.kind === "saved" ? "list" : "all";
    return (
      <h1 ref={heading} tabIndex={-1}>
        {t(`touch:${word}`)}
      </h1>
    );
  }
  const { word, note } = sectionWords(section, words);
  return (
    <div class="visit-section" data-section={section}>
      <Shape name={SHAPE_OF[section]} />
      <h1 ref={heading} tabIndex={-1}>
        {word} {note}
      </h1>
      {posting?.demonstration === true && <DemonstrationMark words={words} />}
    </div>
  );
}
