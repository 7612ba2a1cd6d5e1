// The controls of a visit, always in the same place at the foot of the glass: where to go, and how it is shown. Called by VisitGlass.
import { THEMES } from "../../server/domain/display.ts";
import type { Locale } from "../../server/domain/locale.ts";
import type { WordsOf } from "../../templates/parts/words.ts";
import { LanguageButtons } from "./LanguageButtons.tsx";
import type { Enlarged, Visit } from "./visit.ts";
import type { VisitProps } from "./visitProps.ts";

interface VisitBarProps extends Pick<VisitProps, "visit" | "words" | "change" | "go"> {
  readonly wordsOf: WordsOf;
  readonly locales: readonly Locale[];
  /** How many of the list still hang. */
  readonly listed: number;
  readonly onEnd: () => void;
}

export function VisitBar(props: VisitBarProps) {
  const { visit, words, go, listed, onEnd } = props;
  const { t } = words;
  const { view } = visit;
  const at = (here: boolean) => (here ? { "aria-current": "page" as const } : {});
  const typing = view.kind === "search" && view.typing;
  return (
    <nav class="visit-bar" aria-label={t("touch:bar")}>
      <div class="bar-row">
        {view.kind === "posting" ? (
          <button type="button" class="touch-button" onClick={() => go(view.from)}>
            {t("touch:back")}
          </button>
        ) : (
          <button type="button" class="touch-button" {...at(view.kind === "home")} onClick={() => go({ kind: "home" })}>
            {t("touch:home")}
          </button>
        )}
        <button
          type="button"
          class="touch-button"
          {...at(view.kind === "search")}
          onClick={() => go({ kind: "search", typing: visit.query === "" })}
        >
          {t("touch:search")}
        </button>
        <button type="button" class="touch-button" {...at(view.kind === "saved")} onClick={() => go({ kind: "saved" })}>
          {listed > 0 ? t("touch:listCount", { count: listed }) : t("touch:list")}
        </button>
        <button type="button" class="touch-button" onClick={onEnd}>
          {t("touch:done")}
        </button>
      </div>
      {!typing && <Looks {...props} />}
    </nav>
  );
}

function Looks({ visit, words: { t }, change, wordsOf, locales }: VisitBarProps) {
  const nextTheme = THEMES[(THEMES.indexOf(visit.theme) + 1) % THEMES.length] as Visit["theme"];
  const nextSize = ((visit.enlarged + 1) % 3) as Enlarged;
  return (
    <div class="bar-row">
      <LanguageButtons
        wordsOf={wordsOf}
        locales={locales}
        current={visit.locale}
        onChoose={(locale) => change({ locale })}
      />
      <button type="button" class="touch-button" onClick={() => change({ enlarged: nextSize })}>
        {t(nextSize === 0 ? "touch:usualSize" : "touch:larger")}
      </button>
      <button type="button" class="touch-button" onClick={() => change({ theme: nextTheme })}>
        {t("touch:colours", { theme: t(`touch:theme.${nextTheme}`) })}
      </button>
      <button type="button" class="touch-button" aria-pressed={visit.low} onClick={() => change({ low: !visit.low })}>
        {t(visit.low ? "touch:higher" : "touch:lower")}
      </button>
    </div>
  );
}
