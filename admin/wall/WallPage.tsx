// The walls of an office this morning: what to take down, reprint and hang, with one PDF to print and each line to be ticked; on a phone
// the same page is the walk list. Shown by Desk at /admin/wall.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Section } from "../../server/domain/section.ts";
import type { OverdueAnswer, Sheet, TakeDown, WallToday } from "../../server/domain/wall.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { offerUndo } from "../frame/undo.ts";
import { ChoiceField } from "../parts/ChoiceField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { noteEndedSession, owners, session } from "../session/session.ts";
import { interfaceLocales, wallWord } from "../words/words.ts";
import { PrintBar } from "./PrintBar.tsx";
import { ScanBox } from "./ScanBox.tsx";
import { HangList, ReprintList, TakeDownList } from "./WallLists.tsx";
import { Walls } from "./Walls.tsx";
import type { PrintChoice } from "./wallApi.ts";
import { wallApi } from "./wallApi.ts";
import "./wall.css";

export function WallPage() {
  const offices = owners.value.filter(({ kind }) => kind === "office");
  const own = session.value?.user.grants.find(({ on }) => offices.some(({ id }) => id === on))?.on;
  const office = useSignal(own ?? offices[0]?.id ?? "");
  const today = useSignal<WallToday | null>(null);
  const overdue = useSignal<OverdueAnswer | null>(null);
  const choice = useSignal<PrintChoice>({
    wall: "",
    format: "poster",
    locales: interfaceLocales.slice(0, 4).map(({ id }) => id),
  });
  const trouble = useSignal<string | null>(null);
  const said = useSignal<string | null>(null);

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      const [now, late] = await Promise.all([wallApi.today(office.peek()), wallApi.overdue()]);
      today.value = now;
      overdue.value = late;
      if (!now.walls.some(({ id }) => id === choice.peek().wall))
        choice.value = { ...choice.peek(), wall: now.walls[0]?.id ?? "" };
      trouble.value = null;
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  useEffect(() => {
    if (office.value !== "") void attempt(async () => undefined);
  }, [office.value]);

  const now = today.value;
  const hang = (codes: readonly string[], replaces: string | null = null, wall = choice.value.wall) => {
    const { format, locales } = choice.value;
    return wallApi.hang({ wall, format, locales: [...locales], codes: [...codes], replaces });
  };
  /** One sheet of everything open, or of one section, in the place of an older one. */
  const hangBulletin = (
    { open }: WallToday,
    sheet: Pick<Sheet, "wall" | "locales" | "section">,
    replaces: string | null,
  ) => {
    const section = sheet.section ?? null;
    const codes = open.filter((one) => section === null || one.section === section).map(({ code }) => code);
    const { wall, locales } = sheet;
    return wallApi.hang({
      wall,
      format: "bulletin",
      locales: [...locales],
      codes: codes.slice(0, 400),
      section,
      replaces,
    });
  };
  /** An older bulletin of the same on the same wall is taken down with it. */
  const hangNewBulletin = (lists: WallToday, section: Section | null) => {
    const older = [...lists.reprint, ...lists.takeDown].find(
      ({ sheet }) =>
        sheet.format === "bulletin" && sheet.wall === choice.value.wall && (sheet.section ?? null) === section,
    );
    return hangBulletin(lists, { ...choice.value, section }, older?.sheet.id ?? null);
  };
  const takeDown = async ({ sheet, postings, wall }: TakeDown) => {
    await attempt(() => wallApi.down(sheet.id));
    if (trouble.peek() !== null) return;
    offerUndo(wallWord("undone", { title: postings[0]?.title ?? wall }), () => attempt(() => wallApi.back(sheet.id)));
  };
  const removeWall = ({ id, name }: WallToday["walls"][number]) =>
    attempt(async () => {
      await wallApi.removeWall(id);
      offerUndo(wallWord("walls.removed", { name }), () => attempt(() => wallApi.nameWall(id, name)));
    });
  const scanned = async (code: string | null) => {
    const line = now?.takeDown.find(({ sheet }) => sheet.entries.some((entry) => entry.code === code));
    const stays = now?.reprint.flatMap(({ postings }) => postings).find((posting) => posting.code === code);
    if (line !== undefined) await takeDown(line);
    const title = line?.postings.find((posting) => posting.code === code)?.title ?? stays?.title ?? code ?? "";
    said.value = wallWord(line !== undefined ? "scan.found" : stays !== undefined ? "scan.keep" : "scan.unknown", {
      title,
    });
  };
  const late = overdue.value?.offices.reduce((sum, one) => sum + one.overdue, 0) ?? 0;
  // What the walk needs comes first; walls are named once.
  const manage = now !== null && (
    <Walls
      walls={now.walls}
      onAdd={(name) => attempt(() => wallApi.addWall(office.value, name))}
      onRemove={removeWall}
    />
  );
  return (
    <main id="content" class="page wall">
      <div class="page-head">
        <PageTitle>{wallWord("title")}</PageTitle>
        <ChoiceField
          label={wallWord("office")}
          value={office.value}
          options={offices}
          onChange={(next) => (office.value = next)}
        />
      </div>
      <p class="quiet">{wallWord("intro")}</p>
      {late > 0 && <p class="notice">{wallWord("network", { count: late })}</p>}
      <Trouble text={trouble.value} />
      {now !== null && (
        <>
          {now.walls.length === 0 && manage}
          <ScanBox said={said.value} onCode={(code) => void scanned(code)} />
          <TakeDownList lines={now.takeDown} onDone={takeDown} />
          <ReprintList
            lines={now.reprint}
            office={office.value}
            choice={choice.value}
            onDone={({ sheet, postings }) => {
              if (sheet.format === "bulletin") return attempt(() => hangBulletin(now, sheet, sheet.id));
              const over = new Set(postings.filter((one) => one.over).map(({ code }) => code));
              const codes = sheet.entries.map(({ code }) => code).filter((code) => !over.has(code));
              return attempt(() => hang(codes, sheet.id, sheet.wall));
            }}
          />
          {now.walls.length > 0 && (
            <PrintBar
              office={office.value}
              today={now}
              choice={choice.value}
              onChoice={(next) => (choice.value = next)}
              onBulletin={(section) => attempt(() => hangNewBulletin(now, section))}
            />
          )}
          <HangList
            postings={now.hang}
            office={office.value}
            choice={choice.value}
            onDone={(codes) =>
              attempt(() => (codes.length === 1 ? hang(codes) : Promise.all(codes.map((code) => hang([code])))))
            }
          />
          {now.walls.length > 0 && manage}
        </>
      )}
    </main>
  );
}
