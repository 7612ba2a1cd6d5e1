// Columns that belong together (place, pay, event), and lists of such groups. A group in which nothing stands is null.
// Called by recordSchema and officeSchema.
import { z } from "zod";

export function group<S extends z.ZodRawShape>(shape: S) {
  const filled = z.object(shape, { error: () => "group" });
  return z
    .preprocess((value) => (value === null || value === undefined || value === "" ? {} : value), filled)
    .transform((value) => (Object.values(value).every(isEmpty) ? null : value))
    .prefault({});
}

/** `short` reads one item a sheet wrote as a text; null where it cannot. */
export function groups<S extends z.ZodRawShape>(
  shape: S,
  short: (written: string) => Record<string, unknown> | null = () => null,
) {
  const filled = z.object(shape, { error: () => "group" });
  return z.preprocess((value) => itemsOf(value, short), z.array(filled, { error: () => "list" })).prefault([]);
}

function itemsOf(value: unknown, short: (written: string) => Record<string, unknown> | null): unknown {
  if (value === null || value === undefined || value === "") return [];
  const items: unknown =
    typeof value === "string" ? value.split(/[|\n]/).map((item) => item.trim()) : isLoneGroup(value) ? [value] : value;
  return Array.isArray(items)
    ? items.map((item: unknown) => (typeof item === "string" ? (short(item) ?? item) : item))
    : items;
}

function isLoneGroup(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
