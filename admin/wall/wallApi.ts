// Calls about walls and sheets. Called by the pages of the wall.
import type { PaperFormat, PaperSize } from "../../server/domain/paper.ts";
import type { Section } from "../../server/domain/section.ts";
import type { HangSheetBody, OverdueAnswer, Sheet, Wall, WallToday } from "../../server/domain/wall.ts";
import { call } from "../api.ts";
import { spokenLocale } from "../words/words.ts";

interface PostTextsAnswer {
  readonly texts: Readonly<Record<string, string>>;
}

export const wallApi = {
  today: (office: string) => call<WallToday>("GET", `/offices/${office}/wall?lang=${spokenLocale().id}`),
  overdue: () => call<OverdueAnswer>("GET", "/walls/overdue"),
  addWall: (office: string, name: string) => call<Wall>("POST", "/walls", { office, name }),
  /** A removed one comes back under the name. */
  nameWall: (id: string, name: string) => call<Wall>("PUT", `/walls/${id}`, { name }),
  removeWall: (id: string) => call<Wall>("DELETE", `/walls/${id}`),
  hang: (body: HangSheetBody) => call<Sheet>("POST", "/sheets", body),
  down: (sheet: string) => call<Sheet>("POST", `/sheets/${sheet}/down`),
  fit: (code: string, { format, size, locales }: PrintChoice) =>
    call<{ readonly shortened: readonly string[] }>(
      "GET",
      `/postings/${code}/fit?format=${format}&size=${size ?? ""}&lang=${locales.join(",")}`,
    ),
  texts: (code: string) => call<PostTextsAnswer>("GET", `/postings/${code}/texts`),
  weekTexts: (office: string | null) =>
    call<PostTextsAnswer>("GET", `/reports/week/texts${office === null ? "" : `?office=${office}`}`),
  back: (sheet: string) => call<Sheet>("POST", `/sheets/${sheet}/back`),
};

export interface PrintChoice {
  /** Empty: for no wall in particular. */
  readonly wall: string;
  readonly format: PaperFormat;
  readonly size?: PaperSize;
  readonly locales: readonly string[];
}

/** Address of a wall's bulletin: of all sections, or of one. */
export function bulletinAddress(
  office: string,
  { wall, locales }: Pick<PrintChoice, "wall" | "locales">,
  section: Section | null,
  posters: boolean,
): string {
  const query = new URLSearchParams({ lang: locales.join(","), place: wall });
  if (section !== null) query.set("section", section);
  if (posters) query.set("posters", "1");
  return `/offices/${office}/bulletin.pdf?${query}`;
}

/** Address of one PDF with these postings, set for a wall. */
export function printAddress(
  office: string,
  { wall, format, size, locales }: PrintChoice,
  codes: readonly string[],
): string {
  const paper = { format, lang: locales.join(","), ...(size === undefined ? {} : { size }) };
  const query = new URLSearchParams({ wall, ...paper, codes: codes.join(",") });
  return `/api/v1/offices/${office}/wall.pdf?${query}`;
}
