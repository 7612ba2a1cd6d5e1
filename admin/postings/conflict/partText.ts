// A piece of a content as plain words, for comparing by eye. Called by ConflictDialog.
import { momentText, numberText } from "../../words/formats.ts";
import { label, word } from "../../words/words.ts";
import type { PartName } from "./parts.ts";

/** Vocabulary list a coded value belongs to, by the name it stands under. */
const LISTS: Readonly<Record<string, string>> = {
  section: "section",
  contracts: "contract",
  schedules: "schedule",
  sector: "sector",
  type: "employerType",
  period: "payPeriod",
  article: "reserved",
  mode: "callMode",
  need: "need",
  level: "cefr",
  qualifiers: "qualifier",
};

export function partText(part: PartName, value: unknown): string {
  const text = written(part.replace(/^job\./, ""), value);
  return text === "" ? word("form.notStated") : text;
}

function written(name: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return word(value ? "form.yes" : "form.no");
  if (typeof value === "string") return coded(name, value);
  if (Array.isArray(value))
    return value
      .map((one) => written(name, one))
      .filter(Boolean)
      .join("\n");
  const record = value as Record<string, unknown>;
  if (typeof record.text === "string" && typeof record.id === "string") return record.text;
  if (typeof record.day === "string" && "time" in record) {
    return record.day === "" ? "" : momentText({ day: record.day, time: (record.time as string | null) ?? null });
  }
  return Object.entries(record)
    .filter(([key, inner]) => key !== "phrase" && key !== "ref" && inner !== false)
    .map(([key, inner]) => (inner === true ? word(`part.${key}`) : written(key, inner)))
    .filter(Boolean)
    .join(" · ");
}

function coded(name: string, value: string): string {
  if (name === "statutes") return label("statute", `${value}.label`);
  if (name === "share") return word(`share.${value}`);
  const list = LISTS[name];
  return list === undefined ? value : label(list, value);
}
