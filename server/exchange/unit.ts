// One segment on its way to an outside translator and back, whatever the file's format. Made by exportTranslations, read back by the readers here.
import { createHash } from "node:crypto";
import type { Locale } from "../domain/locale.ts";
import type { TranslationState } from "../domain/translation.ts";

export interface ExchangeUnit {
  /** "ABC1234/s4": posting and segment. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly state: TranslationState;
  /** What the unit was when it left: a file whose source was altered says so. Empty where the format has no place for it. */
  readonly seal: string;
  /** For the translator to know: the posting's title, the field, what was said before. */
  readonly notes: readonly string[];
}

export interface ExchangeFile {
  readonly from: Locale;
  readonly to: Locale;
  readonly units: readonly ExchangeUnit[];
}

export function sealOf(id: string, source: string, to: Locale): string {
  return createHash("sha256").update([id, to, source].join("\n")).digest("hex").slice(0, 16);
}

export const unitId = (code: string, segment: string): string => `${code}/${segment}`;

export function partsOf(id: string): { readonly code: string; readonly segment: string } | null {
  const found = /^([0-9A-Z]{5,8})[/_-](s\d{1,5})$/.exec(id.trim());
  return found === null ? null : { code: found[1] as string, segment: found[2] as string };
}
