// The weekly report as people write it, PDF or text, turned into the rows of a sheet: offers as "Label: value" lines, or a table set with blanks.
// Called by readRecords. What it cannot place goes along as text for staff to see; nothing is guessed.
// [I13] A line belongs to the offer above it; an offer begins where a label comes again or a title stands alone before labels.
import { isKnownHeading } from "./headings.ts";
import type { Cell } from "./readSheet.ts";

const MAX_LINES = 60_000;
/** Fewer labels or headings than this are chance. */
const ENOUGH = 3;
const LABEL = /^\s*(?:[-•*]\s*)?([\p{L}][\p{L}\p{N} .'’/()°-]{0,40}?)\s*:\s*(.*)$/u;
/** What stands on every page of a report. */
const FURNITURE = /^(?:\s*(?:pag(?:ina)?\.?\s*)?\d{1,4}\s*(?:\/|di)?\s*\d{0,4}\s*|\s*[-_=.*]{3,}\s*)$/iu;

/** Null where the text is no report: then it is a sheet like any other. */
export function reportToCells(text: string): Cell[][] | null {
  const lines = text.split(/\r?\n|\f/).slice(0, MAX_LINES);
  return tableOf(lines) ?? blocksOf(lines);
}

function blocksOf(lines: readonly string[]): Cell[][] | null {
  const offers: Map<string, string>[] = [];
  const labels = new Set<string>();
  let offer = new Map<string, string>();
  let last: string | null = null;
  let lone: string | null = null;
  const end = () => {
    if (offer.size > 1) offers.push(offer);
    offer = new Map();
    last = null;
  };
  for (const line of lines) {
    if (FURNITURE.test(line)) continue;
    if (line.trim() === "") {
      last = null;
      continue;
    }
    const [, label = "", value = ""] = LABEL.exec(line) ?? [];
    if (label !== "" && isKnownHeading(label)) {
      if (offer.has(label) || lone !== null) end();
      if (lone !== null) {
        offer.set(TITLE, lone);
        labels.add(TITLE);
      }
      lone = null;
      labels.add(label);
      offer.set(label, value.trim());
      last = label;
    } else if (last === null) lone = line.trim().replace(/^\d{1,3}[.)]\s*/, "");
    else offer.set(last, `${offer.get(last) ?? ""} ${line.trim()}`.trim());
  }
  end();
  if (labels.size < ENOUGH || offers.length === 0) return null;
  const headings = [...labels];
  return [headings, ...offers.map((one) => headings.map((label) => one.get(label) ?? null))];
}

const TITLE = "Titolo";

/** A heading of three known names apart by blanks; cells are what stands under each, wrapped lines joined to the row above. */
function tableOf(lines: readonly string[]): Cell[][] | null {
  const at = lines.findIndex((line) => namesIn(line).length >= ENOUGH);
  const head = lines[at];
  if (head === undefined) return null;
  const names = namesIn(head);
  const rows: string[][] = [];
  for (const line of lines.slice(at + 1)) {
    if (line.trim() === "" || FURNITURE.test(line)) continue;
    // The heading again, on the next page.
    if (namesIn(line).length >= ENOUGH) continue;
    const cells = cellsUnder(line, names);
    const before = rows.at(-1);
    if (cells[0] === "" && before !== undefined)
      for (const [index, cell] of cells.entries()) before[index] = `${before[index] ?? ""} ${cell}`.trim();
    else rows.push(cells);
  }
  return rows.length === 0 ? null : [names.map(({ name }) => name), ...rows];
}

interface Name {
  readonly name: string;
  readonly from: number;
}

/** Parts of a line apart by two blanks or more, where all but one are known headings. */
function namesIn(line: string): Name[] {
  const names: Name[] = [];
  let from = 0;
  for (const part of line.split(/(\s{2,})/)) {
    if (part.trim() !== "") names.push({ name: part.trim(), from: from + part.length - part.trimStart().length });
    from += part.length;
  }
  const known = names.filter(({ name }) => isKnownHeading(name)).length;
  return known >= ENOUGH && known >= names.length - 1 ? names : [];
}

/** Each part of the line goes under the heading whose beginning is nearest. */
function cellsUnder(line: string, names: readonly Name[]): string[] {
  const cells = names.map(() => "");
  let from = 0;
  for (const part of line.split(/(\s{2,})/)) {
    const begin = from + part.length - part.trimStart().length;
    from += part.length;
    if (part.trim() === "") continue;
    let nearest = 0;
    for (const [index, name] of names.entries())
      if (Math.abs(name.from - begin) < Math.abs((names[nearest]?.from ?? 0) - begin)) nearest = index;
    cells[nearest] = `${cells[nearest]} ${part.trim()}`.trim();
  }
  return cells;
}
