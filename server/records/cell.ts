// Readers of single cells: what people and programs write for a text, number, day, list; each says exactly what it cannot read.
// Called by recordSchema and officeSchema.
import { z } from "zod";
import type { Moment } from "../domain/time.ts";
import { isDay } from "../domain/time.ts";
import type { ProblemCode } from "./problem.ts";

/** A day with or without an hour, or only a month where a source gives no more. */
export type When = Moment | { readonly month: string };

/** Read value, or the problem and what its sentence needs. */
export type Reading<T> = { readonly value: T } | { readonly problem: ProblemCode; readonly about?: string };

export const TEXT_LIMIT = 4000;
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/;

/** A column that may be missing; `read` is asked only where something stands. */
export function cell<T>(read: (value: unknown) => Reading<T>) {
  return z
    .unknown()
    .transform((value, context): T | null => {
      if (value === null || value === undefined || value === "") return null;
      const reading = read(value);
      if ("value" in reading) return reading.value;
      context.addIssue({ code: "custom", message: reading.problem, params: { about: reading.about ?? "" } });
      return z.NEVER;
    })
    .prefault(null);
}

export function readText(value: unknown): Reading<string | null> {
  if (typeof value === "number" || typeof value === "boolean") return { value: String(value) };
  if (typeof value !== "string") return { problem: "text" };
  const text = value.normalize("NFC").replace(/\r\n?/g, "\n").trim();
  if (text.length > TEXT_LIMIT) return { problem: "tooLong" };
  if (FORBIDDEN.test(text)) return { problem: "control" };
  return { value: text === "" ? null : text };
}

/** "1.500,50" is Italian, 1500.5 is what a program writes; "1.500" is fifteen hundred, as Italian sheets mean it. */
export function readNumber(value: unknown): Reading<number> {
  if (typeof value === "number" && Number.isFinite(value)) return { value };
  const text = typeof value === "string" ? value.replace(/\s|€|EUR/g, "") : "";
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return { value: Number(text.replaceAll(".", "").replace(",", ".")) };
  if (/^\d+([.,]\d+)?$/.test(text)) return { value: Number(text.replace(",", ".")) };
  return { problem: "number" };
}

export function readPositions(value: unknown): Reading<number> {
  const reading = readNumber(value);
  if ("problem" in reading) return { problem: "wholeNumber" };
  return Number.isInteger(reading.value) && reading.value > 0 && reading.value <= 100_000
    ? reading
    : { problem: "wholeNumber" };
}

export function readYesNo(value: unknown): Reading<boolean> {
  if (typeof value === "boolean") return { value };
  const word = String(value).trim().toLowerCase();
  if (["true", "sì", "si", "s", "vero", "yes", "x", "1"].includes(word)) return { value: true };
  if (["false", "no", "n", "falso", "0"].includes(word)) return { value: false };
  return { problem: "yesNo" };
}

/** A list, or one text parted by "|" or line breaks. */
export function readList(value: unknown): Reading<string[]> {
  const items = typeof value === "string" ? value.split(/[|\n]/) : typeof value === "number" ? [String(value)] : value;
  if (!Array.isArray(items)) return { problem: "list" };
  const read: string[] = [];
  for (const item of items as unknown[]) {
    const text = readText(item);
    if ("problem" in text) return text;
    if (text.value !== null) read.push(text.value);
  }
  return { value: read };
}

/** 2026-12-31, 2026-12-31 12:00, 31/12/2026, 31.12.2026 12.00, 2026-12. */
export function readWhen(value: unknown): Reading<When> {
  const text = typeof value === "string" ? value.trim() : "";
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return { value: { month: text } };
  const found =
    /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[/.](\d{1,2})[/.](\d{4}))(?:[T ,]+(?:ore )?(\d{1,2})[:.](\d{2})(?::00(?:\.0+)?)?)?$/.exec(
      text,
    );
  if (found === null) return { problem: "date" };
  const [, year, month, date, italianDate = "", italianMonth = "", italianYear, hour, minute] = found;
  const day = year
    ? `${year}-${month}-${date}`
    : `${italianYear}-${italianMonth.padStart(2, "0")}-${italianDate.padStart(2, "0")}`;
  if (!isDay(day) || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return { problem: "date" };
  return { value: { day, time: hour === undefined ? null : `${hour.padStart(2, "0")}:${minute}` } };
}

export function readChoice<const T extends string>(
  choices: readonly T[],
  synonyms: Readonly<Record<string, NoInfer<T>>> = {},
): (value: unknown) => Reading<T> {
  return (value) => {
    const word = String(value).trim();
    const found = choices.find((choice) => choice.toLowerCase() === word.toLowerCase()) ?? synonyms[word.toLowerCase()];
    return found === undefined ? { problem: "choice", about: choices.join(", ") } : { value: found };
  };
}

export function readPattern(
  pattern: RegExp,
  problem: ProblemCode,
  shape: (text: string) => string = (text) => text,
): (value: unknown) => Reading<string> {
  return (value) => {
    const text = shape(String(value).trim());
    return pattern.test(text) ? { value: text } : { problem };
  };
}
