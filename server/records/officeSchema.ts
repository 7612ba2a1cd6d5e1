// The record format of offices and of the networks they belong to. Called by the import of offices.
import { z } from "zod";
import type { Reading } from "./cell.ts";
import { cell, readChoice, readList, readPattern, readText } from "./cell.ts";
import type { Problem, ProblemCode, RecordRow } from "./problem.ts";
import { problemsOf } from "./problemsOf.ts";
import { unknownColumns } from "./unknownColumns.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const ITALIAN_DAYS = ["lun", "mar", "mer", "gio", "ven", "sab", "dom"] as const;

const text = cell(readText);
const list = cell(readList);
const email = cell(readPattern(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "email"));

export interface Opening {
  readonly days: number[];
  readonly from: string | null;
  readonly to: string | null;
  readonly byAppointment: boolean;
}

export const officeRecordSchema = z.object({
  id: text,
  name: text,
  kind: cell(readChoice(["cpi", "sportello", "ufficio_mirato"])),
  parent: text,
  address: text,
  municipality: text,
  province: cell(readPattern(/^[A-Z]{2}$/, "sigla", (sigla) => sigla.toUpperCase())),
  region: text,
  phone: list,
  mail: email,
  pec: email,
  website: text,
  hours: cell(readOpenings),
  area: text,
  slug: cell(readPattern(/^[a-z0-9]+(-[a-z0-9]+)*$/, "notAccepted")),
  lat: z.unknown().prefault(null),
  lon: z.unknown().prefault(null),
  serves: z.unknown().prefault(null),
  as_of: text,
  note: text,
  source: z.unknown().prefault(null),
});

export const networkRecordSchema = z.object({
  id: cell(readPattern(/^[a-z0-9]+(-[a-z0-9]+)*$/, "notAccepted")),
  name: text,
  kind: cell(readChoice(["area", "service", "network"])),
  region: text,
  mail: email,
  online: list,
  phone: list,
  source: z.unknown().prefault(null),
});

export type OfficeRecord = z.infer<typeof officeRecordSchema>;
export type NetworkRecord = z.infer<typeof networkRecordSchema>;

/** Reads one row by a schema; `needed` are the fields without which it says nothing. */
export function readOfficeRow<S extends typeof officeRecordSchema | typeof networkRecordSchema>(
  { row, value }: RecordRow,
  schema: S,
  needed: readonly string[],
): { record: z.infer<S> | null; problems: Problem[] } {
  const id = typeof value === "object" && value !== null && "id" in value ? String(value.id).slice(0, 60) : null;
  const at = { row, id };
  const one = (field: string, problem: ProblemCode): Problem => ({ ...at, field, value: "", problem, about: "" });
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { record: null, problems: [one("", "notARecord")] };
  const parsed = schema.safeParse(value);
  const problems = [
    ...unknownColumns(value, schema.shape, at),
    ...(parsed.success ? [] : problemsOf(parsed.error, value, at)),
  ];
  if (!parsed.success) return { record: null, problems };
  const record = parsed.data as z.infer<S>;
  const missing = needed.filter((field) => (record as Record<string, unknown>)[field] === null);
  return {
    record: missing.length > 0 ? null : record,
    problems: [...problems, ...missing.map((field) => one(field, "missing"))],
  };
}

/** A list of {days, from, to, by_appointment}, or "lun-ven 8:30-11:30; mar 15:00-16:30; gio su appuntamento". */
function readOpenings(value: unknown): Reading<Opening[]> {
  const items: unknown[] =
    typeof value === "string"
      ? value.split(/\s*[;|]\s*/).map(readWritten)
      : Array.isArray(value)
        ? value.map(readGroup)
        : [null];
  const openings = items.filter((item): item is Opening => item !== null);
  return openings.length === items.length ? { value: openings } : { problem: "opening" };
}

function readGroup(item: unknown): Opening | null {
  if (typeof item !== "object" || item === null) return null;
  const { days, from = null, to = null, by_appointment: byAppointment = false } = item as Record<string, unknown>;
  const numbers = Array.isArray(days) ? days.map((day: unknown) => DAYS.indexOf(day as (typeof DAYS)[number])) : [];
  const hour = (value: unknown) =>
    value === null || (typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value));
  if (numbers.length === 0 || numbers.includes(-1) || !hour(from) || !hour(to) || typeof byAppointment !== "boolean")
    return null;
  return { days: numbers, from: from as string | null, to: to as string | null, byAppointment };
}

function readWritten(written: string): Opening | null {
  const found =
    /^(lun|mar|mer|gio|ven|sab|dom)\w*(?:\s*[-–]\s*(lun|mar|mer|gio|ven|sab|dom)\w*)?(?:\s+(\d{1,2})[:.](\d{2})\s*[-–]\s*(\d{1,2})[:.](\d{2}))?(\s+su appuntamento)?$/i.exec(
      written,
    );
  if (found === null) return null;
  const number = (day: string) => ITALIAN_DAYS.indexOf(day.toLowerCase() as (typeof ITALIAN_DAYS)[number]);
  const [, first = "", last = first, hour, minute, toHour, toMinute, appointment] = found;
  const [begin, end] = [number(first), number(last)];
  if (end < begin || (hour === undefined && appointment === undefined)) return null;
  const time = (h: string | undefined, m: string | undefined) =>
    h === undefined ? null : `${h.padStart(2, "0")}:${m}`;
  return {
    days: Array.from({ length: end - begin + 1 }, (_, index) => begin + index),
    from: time(hour, minute),
    to: time(toHour, toMinute),
    byAppointment: appointment !== undefined,
  };
}
