// The beginning of a visit: the board's sections as large tiles with how many postings each has. Called by VisitGlass.
import { SECTIONS, SHAPE_OF } from "../../server/domain/section.ts";
import { Shape } from "../../templates/parts/Shape.tsx";
import { sectionWords } from "../../templates/parts/sectionWords.ts";
import { Scroller } from "./Scroller.tsx";
import type { VisitProps } from "./visitProps.ts";

export function HomeView({ words, live, go }: VisitProps) {
  const { t } = words;
  const tiles = SECTIONS.map((section) => ({
    section,
    count: live.filter(({ content }) => content.section === section).length,
  })).filter(({ count }) => count > 0);
  if (tiles.length === 0) return <p class="visit-plain">{t("touch:empty")}</p>;
  return (
    <Scroller words={words} name="home" label={t("touch:all")}>
      <ul class="tiles">
        <li data-section="notice">
          <button type="button" class="tile tile-all" onClick={() => go({ kind: "section", section: null })}>
            <span class="tile-word">{t("touch:all")}</span>
            <span class="tile-count">{live.length}</span>
          </button>
        </li>
        {tiles.map(({ section, count }) => {
          const { word, note } = sectionWords(section, words);
          return (
            <li key={section} data-section={section}>
              <button type="button" class="tile" onClick={() => go({ kind: "section", section })}>
                <Shape name={SHAPE_OF[section]} />
                <span class="tile-word">
                  {word}
                  {note !== null && <small> {note}</small>}
                </span>
                <span class="tile-count">{count}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Scroller>
  );
}
