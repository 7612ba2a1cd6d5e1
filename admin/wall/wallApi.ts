// Calls about walls and sheets. Called by the pages of the wall.
import type { HangSheetBody, OverdueAnswer, Sheet, Wall, WallToday } from "../../server/domain/wall.ts";
import { call } from "../api.ts";
import { spokenLocale } from "../words/words.ts";

export const wallApi = {
  today: (office: string) => call<WallToday>("GET", `/offices/${office}/wall?lang=${spokenLocale().id}`),
  overdue: () => call<OverdueAnswer>("GET", "/walls/overdue"),
  addWall: (office: string, name: string) => call<Wall>("POST", "/walls", { office, name }),
  removeWall: (id: string) => call<Wall>("DELETE", `/walls/${id}`),
  hang: (body: HangSheetBody) => call<Sheet>("POST", "/sheets", body),
  down: (sheet: string) => call<Sheet>("POST", `/sheets/${sheet}/down`),
  back: (sheet: string) => call<Sheet>("POST", `/sheets/${sheet}/back`),
};

export interface PrintChoice {
  readonly wall: string;
  readonly format: string;
  readonly locales: readonly string[];
}

/** Address of one PDF with these postings, set for a wall. */
export function printAddress(office: string, { wall, format, locales }: PrintChoice, codes: readonly string[]): string {
  const query = new URLSearchParams({ wall, format, lang: locales.join(","), codes: codes.join(",") });
  return `/api/v1/offices/${office}/wall.pdf?${query}`;
}
