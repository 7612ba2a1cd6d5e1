// What the address of a display says: /kiosk/?office=lecce&lang=it,de&theme=dark&touch=1. Called once by main.tsx.

import { THEMES, type Theme, TYPE_SIZES, type TypeSize } from "../server/domain/display.ts";
import { CORE_LOCALES, isLocale, type Locale } from "../server/domain/locale.ts";
import type { OwnerId } from "../server/domain/owner.ts";

export interface DisplayAddress {
  /** Null where the address names none, or something that cannot be an office. */
  readonly office: OwnerId | null;
  /** Languages in the order they are shown; never empty. */
  readonly locales: readonly Locale[];
  readonly theme: Theme;
  /** Which of two screens on one device; null where the address does not say. */
  readonly half: 0 | 1 | null;
  readonly size: TypeSize;
  /** To be touched, in the demonstration. */
  readonly touch: boolean;
}

/** @param search the query part, "?office=lecce" @param known languages this build carries */
export function readAddress(search: string, known: readonly Locale[]): DisplayAddress {
  const query = new URLSearchParams(search);
  const office = query.get("office")?.trim().toLowerCase() ?? "";
  const asked = (query.get("lang") ?? "")
    .toLowerCase()
    .split(",")
    .map((part) => part.trim());
  const locales = [...new Set(asked)].filter((one) => isLocale(one) && known.includes(one));
  return {
    office: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(office) && office.length <= 60 ? office : null,
    locales: locales.length > 0 ? locales : CORE_LOCALES.filter((one) => known.includes(one)),
    theme: THEMES.find((one) => one === query.get("theme")) ?? "light",
    half: query.get("screen") === "2" ? 1 : query.get("screen") === "1" ? 0 : null,
    size: TYPE_SIZES.find((one) => one === query.get("size")) ?? "usual",
    touch: query.get("touch") === "1",
  };
}
