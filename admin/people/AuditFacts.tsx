// What a line of the log says beside who and what: each place before and after, and the rest as it was noted. Called by AuditPage.
// Parts of a posting have their names; what only the system names stays as it is, for whoever examines the log.
import type { AuditLine } from "../../server/domain/auditContract.ts";
import { PARTS, type PartName } from "../postings/conflict/parts.ts";
import { dayAndHour, numberText } from "../words/formats.ts";
import { auditWord, label, word } from "../words/words.ts";

type Facts = AuditLine["facts"];

export function AuditFacts({ facts }: { readonly facts: Facts }) {
  const { before, after, ...rest } = facts;
  const places = placesOf(before, after);
  return (
    <ul class="audit-facts">
      {places.map(({ path, was, is }) => (
        <li key={path}>
          <b>{nameOf(path)}</b> <del>{written(path, was)}</del> → <ins>{written(path, is)}</ins>
        </li>
      ))}
      {Object.entries(rest).map(([key, value]) => (
        <li key={key}>
          <code>{key}</code> {written(key, value)}
        </li>
      ))}
    </ul>
  );
}

interface Place {
  readonly path: string;
  readonly was: unknown;
  readonly is: unknown;
}

function placesOf(before: unknown, after: unknown): Place[] {
  if (before === undefined && after === undefined) return [];
  if (!isRecord(before) || !isRecord(after)) return [{ path: "", was: before, is: after }];
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  // Ids of sentences are nobody's reading.
  return paths.filter((path) => !/(^|\.)id$/.test(path)).map((path) => ({ path, was: before[path], is: after[path] }));
}

function nameOf(path: string): string {
  const steps = path.split(".");
  const part = PARTS.find((one) => one === path || one === steps.slice(0, 2).join(".") || one === steps[0]);
  return part === undefined ? path : word(`part.${(part satisfies PartName).replace(".", "_")}`);
}

/** An instant of this century is a number above this. */
const INSTANT = 1_000_000_000_000;

function written(path: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return auditWord("absent");
  if (typeof value === "number") return value > INSTANT ? dayAndHour(value) : numberText(value);
  if (typeof value === "boolean") return word(value ? "form.yes" : "form.no");
  if (typeof value === "string") return path === "section" ? label("section", value) : value;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ");
  if (isRecord(value) && typeof value.text === "string") return value.text;
  return JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
