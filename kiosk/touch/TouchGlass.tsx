// A display that can be touched: the rotation with a bar under it, and, from the first tap, a visit in its place. Loaded by showOffice only where the
// display's profile (or ?touch=1 in the demonstration) says so; all of it works on the device's own board, without a network.
// [TG1] Nothing stale: what is withdrawn leaves a visit as it leaves the rotation. [TG2] Urgent notices, the night and a clock that cannot be trusted
// come before any visit. [TG3] While somebody reads, the rotation counts nothing as shown.
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Board } from "../../server/domain/board.ts";
import { livePostings } from "../../server/domain/board.ts";
import type { DisplayProfile } from "../../server/domain/display.ts";
import { targetSide } from "../../server/domain/glass.ts";
import { SOURCE_LOCALE } from "../../server/domain/locale.ts";
import type { Connection } from "../connection.ts";
import type { Viewport } from "../followViewport.ts";
import type { Languages } from "../languages.ts";
import type { Player } from "../player.ts";
import { LanguageButtons } from "./LanguageButtons.tsx";
import { createListener } from "./listener.ts";
import { createBoardSearch } from "./searchBoard.ts";
import { VisitGlass } from "./VisitGlass.tsx";
import { createVisits } from "./visit.ts";
import "./touch.css";
import "./visit.css";
import "./views.css";
import "./reading.css";
import "./slip.css";

export interface TouchGlassProps {
  readonly languages: Languages;
  readonly board: ReadonlySignal<Board | null>;
  readonly player: Player;
  readonly connection: Pick<Connection, "client">;
  readonly profile: ReadonlySignal<DisplayProfile>;
  /** The glass is the rotation's: only then it is anybody's. [TG2] */
  readonly plays: ReadonlySignal<boolean>;
  readonly viewport: Viewport;
  readonly place: string | null;
  /** Told to whoever counts, reloads or turns: somebody is reading. */
  readonly visited: Signal<boolean>;
  /** The rotation. */
  readonly screen: JSX.Element;
}

/** The usual type of a visit, as a share of a target: 6.7 mm. Enlarged twice its capitals keep EN 301 549 at 60 cm. */
const TYPE = 1 / 3;
/** Ten keys, the gaps between them and what stands beside them. */
const keyboardWidth = (target: number, base: number) => 10 * target + (9 * 0.25 + 2 * 1.2) * base;
/** Targets above one another below which heading, field, keys and one row found do not fit. */
const TIGHT = 10.4;
/** And never smaller than this share of the glass's shorter side. */
const LEAST_TYPE = 1 / 54;

export function TouchGlass(props: TouchGlassProps) {
  const { languages, board, player, connection, profile, plays, viewport, place, visited, screen } = props;
  const { listener, visits } = useMemo(() => {
    const sound = createListener();
    return {
      listener: sound,
      visits: createVisits(
        () => profile.peek(),
        () => sound.heard.peek() !== null,
      ),
    };
  }, [profile]);
  const wordsOf = languages.wordsOf.value;
  const locales = languages.ready.value;
  const search = useMemo(() => (wordsOf === null ? null : createBoardSearch(wordsOf, locales)), [wordsOf, locales]);
  const { width, height } = viewport.size.value;
  const target = targetSide({ width, height, diagonal: profile.value.diagonal });
  const base = Math.max(target * TYPE, Math.min(width, height) * LEAST_TYPE);
  const visit = plays.value ? visits.current.value : null;
  const here = visit !== null;
  const seen =
    visit === null ? null : `${visit.view.kind} ${"code" in visit.view ? visit.view.code : ""} ${visit.locale}`;
  const bar = here || !plays.value ? 0 : Math.ceil(target + base * 1.2);
  useEffect(() => {
    visited.value = here;
    if (!here && !plays.peek()) visits.end();
    viewport.reserve(bar);
  }, [here, bar]);
  // A voice that speaks on about what is no longer there would be worse than none.
  useEffect(() => () => listener.stop(), [seen]);

  const now = player.at.value;
  const live = board.value === null ? [] : livePostings(board.value, now);
  if (wordsOf === null || search === null) return screen;
  if (visit !== null && listener.heard.peek() !== null && !live.some(({ code }) => code === listener.heard.peek()))
    listener.stop();
  const turn = player.turn.value;
  const spoken = turn?.locale ?? locales[0] ?? SOURCE_LOCALE;
  const words = wordsOf(spoken);
  const begin = (locale: string) => visits.begin(locale, { kind: "home" });
  if (visit !== null)
    return (
      <VisitGlass
        visit={visit}
        words={wordsOf(visit.locale)}
        wordsOf={wordsOf}
        locales={locales}
        live={live}
        now={Math.floor(now / 60_000) * 60_000}
        office={board.value?.office.name ?? ""}
        publicUrl={connection.client.value?.publicUrl ?? window.location.origin}
        place={place}
        search={search}
        listener={connection.client.value?.listen === true ? listener : null}
        slip={profile.value.slip}
        narrow={width < keyboardWidth(target, base)}
        tight={height < TIGHT * target}
        base={base}
        target={target}
        warned={visits.warned.value}
        change={visits.change}
        go={(view) => visits.change({ view })}
        onTouch={visits.touched}
        onEnd={visits.end}
      />
    );
  return (
    <div class="touch">
      <div class="touch-stage">{screen}</div>
      {bar > 0 && (
        <nav
          class="touch-bar scaled"
          lang={spoken}
          aria-label={words.t("touch:bar")}
          data-theme={profile.value.theme}
          style={{ "--base": `${base}px`, "--target": `${target}px`, height: `${bar}px` }}
        >
          {turn !== null && (
            <button
              type="button"
              class="touch-button touch-first"
              onClick={() => visits.begin(spoken, { kind: "posting", code: turn.posting.code, from: { kind: "home" } })}
            >
              {words.t("touch:read")}
            </button>
          )}
          <button
            type="button"
            class="touch-button"
            onClick={() => visits.begin(spoken, { kind: "search", typing: true })}
          >
            {words.t("touch:search")}
          </button>
          <LanguageButtons wordsOf={wordsOf} locales={locales} current={null} onChoose={begin} />
        </nav>
      )}
    </div>
  );
}
