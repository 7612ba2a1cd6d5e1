// An office's hours in one line: "mon–fri 08:30–11:30; tue 15:00–16:30". Called by PublishedBy and BoardPage.
import type { Opening } from "../../server/domain/owner.ts";
import type { Words } from "../parts/words.ts";

/** null where no hours are known. */
export function openingText(opening: readonly Opening[], words: Words): string | null {
  if (opening.length === 0) return null;
  return opening
    .map(({ days, from, to, byAppointment }) => {
      const hours = from !== null && to !== null ? `${from}–${to}` : null;
      const parts = [daysText(days, words), hours, byAppointment ? words.t("vocabulary:byAppointment") : null];
      return parts.filter((part) => part !== null).join(" ");
    })
    .join("; ");
}

/** Three and more days in a row as a span. */
function daysText(days: readonly number[], words: Words): string {
  const sorted = [...days].sort((a, b) => a - b);
  const name = (day: number | undefined) => words.t(`vocabulary:weekdayShort.${day}`);
  const inRow = sorted.every((day, index) => index === 0 || day === (sorted[index - 1] ?? 0) + 1);
  if (inRow && sorted.length >= 3) return `${name(sorted[0])}–${name(sorted.at(-1))}`;
  return sorted.map(name).join(", ");
}
