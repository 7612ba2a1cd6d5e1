// The block of a job: sector, contract, hours, start and pay. Events have none; notices only where they tell of pay or contract. Called by recordToPosting.
import type { Job, Pay } from "../domain/content.ts";
import type { Section } from "../domain/section.ts";
import type { Contract } from "../domain/vocabulary.ts";
import { foldText } from "../vocabularies/foldText.ts";
import { mapContract } from "./mapContract.ts";
import { mapMoment } from "./mapDates.ts";
import type { Mapping } from "./mapping.ts";
import { readSector } from "./mapSector.ts";
import type { PostingRecord } from "./recordSchema.ts";

export interface MappedJob {
  readonly job: Job | null;
  /** What has no place in the block, for the summary. */
  readonly rest: readonly string[];
}

export function mapJob(record: PostingRecord, section: Section, mapping: Mapping): MappedJob {
  const isCourse = record.kind === "training";
  const hasFacts = record.contract !== null || record.hours !== null || (record.pay !== null && !isCourse);
  if (section === "event" || ((section === "notice" || isCourse) && !hasFacts)) {
    const rest = [
      saidByTitle(record) ? null : record.sector,
      record.contract,
      record.contract_note,
      record.hours,
    ].filter((text) => text !== null);
    return { job: null, rest: rest.map((text) => text.charAt(0).toUpperCase() + text.slice(1)) };
  }
  const { parts, rest } = mapContract(record, mapping);
  const sector = readSector(record.sector);
  if (sector === "other" && record.sector !== "other") mapping.report("sector", "sector", record.sector);
  return {
    job: {
      sector,
      ...parts,
      starts: isCourse ? null : mapMoment("starts", record.starts, mapping),
      pay: isCourse ? null : mapPay(record.pay, record.kind, parts.contracts, mapping),
    },
    rest: rest === null ? [] : [rest],
  };
}

/** "Recruiting day informatico e amministrativo" need not say its sector again. */
function saidByTitle({ sector, title }: PostingRecord): boolean {
  const words = foldText(title ?? "").split(" ");
  return (
    sector !== null &&
    foldText(sector)
      .split(" ")
      .every((word) => words.includes(word))
  );
}

/** Null where no amount is stated. An indemnity is no wage: a cantiere and a tirocinio pay none. */
export function mapPay(
  pay: PostingRecord["pay"],
  kind: PostingRecord["kind"],
  contracts: readonly Contract[],
  mapping: Mapping,
): Pay | null {
  if (pay === null) return null;
  const { min, max } = pay;
  if (min === null) {
    mapping.report("payWithoutMin", "pay.min", max ?? pay.note);
    return null;
  }
  if (max !== null && max < min) mapping.report("payOrder", "pay.max", max, String(min));
  const said = pay.note !== null && /\bindennit/i.test(pay.note) && !/più indennit/i.test(pay.note);
  const allowance =
    pay.allowance ??
    (said || kind === "training" || contracts.includes("publicWorks") || contracts.includes("internship"));
  // The board says this sentence itself, in every language.
  const note =
    allowance && /^indennità(?:, non (?:un )?(?:rapporto di lavoro|stipendio))?$/i.test(pay.note ?? "")
      ? null
      : pay.note;
  return {
    min,
    max,
    currency: pay.currency ?? "EUR",
    period: pay.period,
    gross: pay.gross,
    allowance,
    note: mapping.sayOrNull("pay.note", note),
  };
}
