// An office's hours as lines of one language: "lun–ven 08:30–13:00". Called by the empty board and the night card.
import type { Office, Opening } from "../../server/domain/owner.ts";
import type { Words } from "./words.ts";

export function openingLines({ opening }: Pick<Office, "opening">, words: Words): string[] {
  return opening.map((one) => [daysSaid(one, words), hoursSaid(one, words)].filter((part) => part !== "").join(" "));
}

function daysSaid({ days }: Opening, words: Words): string {
  const name = (day: number) => words.t(`vocabulary:weekdayShort.${day}`);
  const sorted = [...days].sort((a, b) => a - b);
  const first = sorted[0] as number;
  const last = sorted[sorted.length - 1] as number;
  const run = sorted.length > 2 && last - first === sorted.length - 1;
  return run ? `${name(first)}–${name(last)}` : sorted.map(name).join(", ");
}

function hoursSaid({ from, to, byAppointment }: Opening, words: Words): string {
  const hours = from === null ? "" : to === null ? from : `${from}–${to}`;
  return byAppointment ? `${hours} ${words.t("vocabulary:byAppointment")}`.trim() : hours;
}
