// Writes segments into a file for an outside translator, with their states. Called by http/exchange.

import type { Code } from "../domain/code.ts";
import type { ExchangeFormat } from "../domain/httpTranslation.ts";
import type { Locale } from "../domain/locale.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import { stateAt } from "../domain/posting.ts";
import { translationSheet } from "../domain/translationSheet.ts";
import type { User } from "../domain/user.ts";
import { writeCsv } from "../exchange/csv.ts";
import { writeTmx } from "../exchange/tmx.ts";
import type { ExchangeUnit } from "../exchange/unit.ts";
import { sealOf, unitId } from "../exchange/unit.ts";
import { writeXliff12 } from "../exchange/xliff12.ts";
import { writeXliff21 } from "../exchange/xliff21.ts";
import { readable } from "./listTranslations.ts";
import type { Mirror } from "./mirror.ts";

export interface Wanted {
  readonly format: ExchangeFormat;
  readonly locale: Locale;
  /** Null: everything that is not closed. */
  readonly codes: readonly Code[] | null;
  /** Only what still needs somebody. */
  readonly open: boolean;
}

export interface Exported {
  readonly body: string;
  readonly type: string;
  readonly name: string;
}

const WRITERS = { xliff12: writeXliff12, xliff21: writeXliff21, tmx: writeTmx, csv: writeCsv } as const;
const TYPES = {
  xliff12: "application/xliff+xml",
  xliff21: "application/xliff+xml",
  tmx: "application/xml",
  csv: "text/csv",
} as const;
const ENDINGS = { xliff12: "xlf", xliff21: "xlf", tmx: "tmx", csv: "csv" } as const;

export function exportTranslations(
  mirror: Mirror,
  user: User,
  { format, locale, codes, open }: Wanted,
  now: number,
): Exported {
  const units: ExchangeUnit[] = [];
  for (const { posting, translations } of mirror.entries()) {
    const content = posting.working ?? posting.published?.content;
    if (content === undefined || (codes !== null && !codes.includes(posting.code)) || !readable(mirror, user, posting))
      continue;
    // A file has one source language; postings of another have files of their own desk.
    if (content.sourceLocale !== SOURCE_LOCALE || (codes === null && stateAt(posting, now) === "closed")) continue;
    for (const line of translationSheet(posting, translations, locale, mirror.phrasesOf)) {
      if (open && (line.state === "approved" || (line.given && line.current === null))) continue;
      // What is already said elsewhere is no use to a memory.
      if (format === "tmx" && line.state !== "approved") continue;
      const id = unitId(posting.code, line.segment);
      units.push({
        id,
        source: line.source,
        target: line.current?.text ?? "",
        state: line.state,
        seal: sealOf(id, line.source, locale),
        notes: [
          `${content.title.written.text} (${line.field})`,
          ...(line.current === null && line.earlier !== null ? [`${line.earlier.source} → ${line.earlier.text}`] : []),
        ],
      });
    }
  }
  const body = WRITERS[format]({ from: SOURCE_LOCALE, to: locale, units });
  return { body, type: `${TYPES[format]}; charset=utf-8`, name: `bacheca-${locale}-${format}.${ENDINGS[format]}` };
}
