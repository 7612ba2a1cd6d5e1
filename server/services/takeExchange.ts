// Takes a translator's file back, segment by segment: each is written as that person's work or refused with its reason; none spoils the others.
// [EX1] Stale: the posting says other words now. Tampered: the file's source is not what was sent. Wrong language: the words are of another one.
// [EX2] What a file calls approved is approved only where whoever sends it says so, may, and no check finds an error; else it waits in review.
// Called by http/exchange.

import type { ExchangeAnswer, ExchangeRefusal } from "../domain/httpTranslation.ts";
import type { Locale } from "../domain/locale.ts";
import { Refusal } from "../domain/refusal.ts";
import { placedSegments } from "../domain/segmentsOf.ts";
import type { User } from "../domain/user.ts";
import { readExchange } from "../exchange/readExchange.ts";
import type { ExchangeUnit } from "../exchange/unit.ts";
import { partsOf, sealOf } from "../exchange/unit.ts";
import type { TranslationDesk } from "./moveTranslation.ts";
import { findingsFor, moveTranslation } from "./moveTranslation.ts";
import type { Work } from "./works.ts";
import { UNWATCHED } from "./works.ts";
import { writeTranslation } from "./writeTranslation.ts";

/** Units one file may hold. */
const UNITS = 5000;

export async function takeExchange(
  desk: TranslationDesk,
  user: User,
  file: string,
  approve: boolean,
  locales: readonly Locale[],
  work: Work = UNWATCHED,
): Promise<ExchangeAnswer> {
  const files = readExchange(file);
  const total = files.reduce((sum, { units }) => sum + units.length, 0);
  if (total > UNITS) throw new Refusal("tooLarge", { limit: String(UNITS) });
  const refused: { unit: string; why: ExchangeRefusal; about: string }[] = [];
  let [taken, unchanged, done] = [0, 0, 0];
  // What was taken stays: the file can be brought again and goes on from there.
  reading: for (const { from, to, units } of files) {
    for (const unit of units) {
      if (!(await work.goesOn(done, total))) break reading;
      done += 1;
      const why = locales.includes(to)
        ? await takeUnit(desk, user, unit, from, to, approve)
        : ("wrongLanguage" as const);
      if (why === "taken") taken += 1;
      else if (why === "unchanged") unchanged += 1;
      else refused.push({ unit: unit.id, why, about: unit.source.slice(0, 80) });
    }
  }
  await desk.store.write(user.login, desk.clock.now(), (tx) =>
    tx.record("exchange.read", "translations", { taken, unchanged, refused: refused.length }),
  );
  return { taken, unchanged, refused, left: total - done };
}

async function takeUnit(
  desk: TranslationDesk,
  user: User,
  unit: ExchangeUnit,
  from: Locale,
  to: Locale,
  approve: boolean,
): Promise<ExchangeRefusal | "taken" | "unchanged"> {
  const text = unit.target.trim();
  if (text === "") return "unchanged";
  // A translator with a spreadsheet writes the words and leaves the state as it was.
  const state = unit.state === "missing" ? "review" : unit.state;
  const parts = partsOf(unit.id);
  const entry = parts === null ? undefined : desk.mirror.entry(parts.code);
  if (parts === null || entry === undefined) return "unknown";
  if (unit.seal !== sealOf(unit.id, unit.source, to)) return "tampered";
  const { posting } = entry;
  const contents = [posting.working, posting.published?.content].filter((one) => one !== undefined && one !== null);
  if (contents.every((content) => content.sourceLocale !== from)) return "wrongLanguage";
  const stands = contents.some((content) =>
    placedSegments(content).some(({ segment }) => segment.id === parts.segment && segment.text === unit.source),
  );
  if (!stands) return "stale";
  const before = entry.translations.find(
    (one) => one.segment === parts.segment && one.locale === to && one.source === unit.source,
  );
  if (before?.text === text && (before.state === "approved" || before.state === state)) return "unchanged";
  if (before?.state === "approved") return "approved";
  // Only the language is looked at here: numbers and the rest are told before approval, and the text can wait in review.
  if (
    findingsFor(desk.vocabularies, unit.source, text, from, to, []).some(
      ({ code }) => code === "wrongLanguage" || code === "same",
    )
  )
    return "wrongLanguage";
  const key = { code: parts.code, segment: parts.segment, locale: to, source: unit.source };
  try {
    const expected = before?.revision ?? 0;
    if (state === "draft") await writeTranslation(desk, user, key, expected, text);
    else await moveTranslation(desk, user, key, expected, state === "approved" && approve ? "approve" : "submit", text);
    return "taken";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const why: Partial<Record<string, ExchangeRefusal>> = {
      translationErrors: "errors",
      notAllowed: "notAllowed",
      changedMeanwhile: "changedMeanwhile",
      sourceChanged: "stale",
      wrongState: "approved",
    };
    const reason = why[error.code];
    if (reason === undefined) throw error;
    return reason;
  }
}
