// Where an office's postings hang: its displays with what they do now, its walls with their sheets, and the order of its board. Called by OfficeFormPage.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DisplaysAnswer } from "../../server/domain/displayContract.ts";
import type { Office } from "../../server/domain/owner.ts";
import type { WallToday } from "../../server/domain/wall.ts";
import { DisplayState } from "../displays/DisplayState.tsx";
import { displayApi } from "../displays/displayApi.ts";
import { committed } from "../frame/live.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { chooseOffice } from "../session/chosenOffice.ts";
import { allowed, noteEndedSession } from "../session/session.ts";
import { wallApi } from "../wall/wallApi.ts";
import { displayWord, wallWord, officeWord as word } from "../words/words.ts";

export function OfficePlaces({ office }: { readonly office: Office }) {
  const displays = useSignal<DisplaysAnswer["displays"] | null>(null);
  const wall = useSignal<WallToday | null>(null);
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    Promise.all([displayApi.displays(), wallApi.today(office.id)]).then(
      ([found, today]) => {
        displays.value = found.displays.filter((line) => line.office.id === office.id);
        wall.value = today;
        trouble.value = null;
      },
      (error: unknown) => {
        noteEndedSession(error);
        trouble.value = error instanceof Error ? error.message : String(error);
      },
    );
  }, [office.id, committed.value]);
  const walls = wall.value?.walls ?? null;
  const takeDown = (id: string) => wall.value?.takeDown.filter(({ sheet }) => sheet.wall === id).length ?? 0;
  // The other pages open on this office.
  const here = () => chooseOffice(office.id);
  return (
    <>
      <Trouble text={trouble.value} />
      <section class="stack" aria-labelledby="office-displays">
        <h2 id="office-displays">{displayWord("list.title")}</h2>
        {displays.value?.length === 0 && <p class="quiet">{displayWord("list.none")}</p>}
        <ul class="office-places">
          {(displays.value ?? []).map(({ display, health }) => (
            <li key={display.id}>
              <b>{display.name}</b> <DisplayState health={health} />
            </li>
          ))}
        </ul>
        <p class="office-links">
          <a href="/admin/displays">{word("toDisplays")}</a>
          {allowed("administer", office.id) && <a href="/admin/displays/pair">{displayWord("list.pair")}</a>}
          <a href="/admin/board" onClick={here}>
            {word("toBoard")}
          </a>
        </p>
      </section>
      <section class="stack" aria-labelledby="office-walls">
        <h2 id="office-walls">{wallWord("walls.title")}</h2>
        {walls?.length === 0 && <p class="quiet">{wallWord("walls.none")}</p>}
        <ul class="office-places">
          {(walls ?? []).map(({ id, name, sheets }) => (
            <li key={id}>
              <b>{name}</b> · {wallWord("walls.sheets", { count: sheets })}
              {takeDown(id) > 0 && ` · ${word("takeDown", { count: takeDown(id) })}`}
            </li>
          ))}
        </ul>
        <p class="office-links">
          <a href="/admin/wall" onClick={here}>
            {word("toWall")}
          </a>
        </p>
      </section>
    </>
  );
}
