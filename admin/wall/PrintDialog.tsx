// Prints postings in any arrangement, paper and languages, and then offers to record that the sheets hang on a wall, so that the walls' page
// knows of them. Opened from a posting and from the list; loaded only then.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PaperFormat, PaperSize } from "../../server/domain/paper.ts";
import { HANGS, PAPER_FORMATS, sizesOf } from "../../server/domain/paper.ts";
import type { WallToday } from "../../server/domain/wall.ts";
import { ChoiceField } from "../parts/ChoiceField.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { allowed, noteEndedSession, owners, session } from "../session/session.ts";
import { interfaceLocales, spokenLocale, wallWord } from "../words/words.ts";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { PaperLink } from "./PaperLink.tsx";
import { printAddress, wallApi } from "./wallApi.ts";
import "./wall.css";

interface PrintDialogProps {
  readonly codes: readonly string[];
  /** Whose walls are offered first. */
  readonly owner: string | null;
  readonly onClose: () => void;
}

export default function PrintDialog({ codes, owner, onClose }: PrintDialogProps) {
  const offices = owners.value.filter(({ kind }) => kind === "office");
  const mine = session.value?.user.grants.find(({ on }) => offices.some(({ id }) => id === on))?.on;
  const office = useSignal((offices.find(({ id }) => id === owner)?.id ?? mine ?? offices[0]?.id) as string);
  const today = useSignal<WallToday | null>(null);
  const wall = useSignal("");
  const format = useSignal<PaperFormat>("poster");
  const size = useSignal<PaperSize>("a4");
  const locales = useSignal<readonly string[]>(interfaceLocales.slice(0, 4).map(({ id }) => id));
  const shortened = useSignal<readonly string[]>([]);
  const printed = useSignal(false);
  const hung = useSignal<string | null>(null);
  const trouble = useSignal<string | null>(null);
  const real = session.value?.publicUrlIsReal === true || session.value?.demonstration === true;
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      trouble.value = null;
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  useEffect(() => {
    void attempt(async () => {
      today.value = await wallApi.today(office.value);
      wall.value = today.value.walls[0]?.id ?? "";
    });
  }, [office.value]);
  const choice = { wall: wall.value, format: format.value, size: size.value, locales: locales.value };
  useEffect(() => {
    if (codes.length !== 1 || !real) return;
    void attempt(async () => {
      shortened.value = (await wallApi.fit(codes[0] as string, choice)).shortened;
    });
  }, [format.value, size.value, locales.value]);

  const walls = today.value?.walls ?? [];
  const named = walls.find(({ id }) => id === wall.value)?.name ?? "";
  const hangs = HANGS.has(format.value);
  const hang = () =>
    attempt(async () => {
      for (const code of codes) {
        const older = today
          .peek()
          ?.reprint.find(
            ({ sheet }) =>
              sheet.wall === choice.wall &&
              sheet.entries.length === 1 &&
              sheet.entries.some((entry) => entry.code === code),
          );
        await wallApi.hang({
          wall: choice.wall,
          format: choice.format,
          locales: [...choice.locales],
          codes: [code],
          replaces: older?.sheet.id ?? null,
        });
      }
      hung.value = named;
    });
  return (
    <Dialog title={wallWord("dialog.title", { count: codes.length })} onClose={onClose}>
      <Trouble text={trouble.value} />
      {!real && <p class="notice">{wallWord("dialog.notReal")}</p>}
      <div class="wall-choices">
        <ChoiceField
          label={wallWord("print.format")}
          value={format.value}
          options={PAPER_FORMATS.map((id) => ({ id, name: wallWord(`format.${id}`) }))}
          onChange={(next) => {
            format.value = next;
            size.value = sizesOf(next)[0] as PaperSize;
            printed.value = false;
          }}
        />
        <ChoiceField
          label={wallWord("dialog.size")}
          value={size.value}
          options={sizesOf(format.value).map((id) => ({ id, name: id.toUpperCase() }))}
          onChange={(next) => (size.value = next)}
        />
        <LanguageChoice locales={locales.value} onChange={(next) => (locales.value = next)} />
        {offices.length > 1 && (
          <ChoiceField
            label={wallWord("office")}
            value={office.value}
            options={offices}
            onChange={(next) => (office.value = next)}
          />
        )}
        {hangs && walls.length > 0 && (
          <ChoiceField
            label={wallWord("walls.hangOn")}
            value={wall.value}
            options={[...walls, { id: "", name: wallWord("dialog.nowhere") }]}
            onChange={(next) => (wall.value = next)}
          />
        )}
      </div>
      {hangs && today.value !== null && walls.length === 0 && (
        <p class="quiet">
          {wallWord("walls.none")} <a href="/admin/wall">{wallWord("title")}</a>
        </p>
      )}
      {shortened.value.length > 0 && (
        <p class="notice" role="status">
          {wallWord("dialog.shortened", { languages: shortened.value.map(nameOf).join(", ") })}
        </p>
      )}
      {printed.value && hangs && wall.value !== "" && hung.value === null && allowed("write", office.value) && (
        <div class="notice wall-offer" role="status">
          <p>{wallWord("dialog.offer", { wall: named })}</p>
          <button type="button" class="primary" onClick={() => void hang()}>
            {wallWord("dialog.hang", { count: codes.length })}
          </button>
        </div>
      )}
      {hung.value !== null && (
        <p class="notice" role="status">
          {wallWord("dialog.hung", { wall: hung.value })}
        </p>
      )}
      <div class="dialog-buttons">
        {real && (
          <PaperLink
            address={printAddress(office.value, { ...choice, wall: hangs ? choice.wall : "" }, codes)}
            label={wallWord("dialog.print")}
            count={codes.length}
            quiet={printed.value}
            onOpen={() => (printed.value = true)}
          />
        )}
        <button type="button" onClick={onClose}>
          {wallWord("dialog.close")}
        </button>
      </div>
    </Dialog>
  );
}

const nameOf = (id: string): string => interfaceLocales.find((one) => one.id === id)?.name ?? spokenLocale().name;
