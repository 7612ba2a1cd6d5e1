// Contract, duration and hours as codes; what no code says stays in words. Called by mapJob.
import type { Job } from "../domain/content.ts";
import type { Contract, Schedule } from "../domain/vocabulary.ts";
import { CONTRACTS, SCHEDULES } from "../domain/vocabulary.ts";
import type { Mapping } from "./mapping.ts";
import type { PostingRecord } from "./recordSchema.ts";

const CONTRACT_WORDS: readonly (readonly [RegExp, Contract])[] = [
  [/^(?:a )?(?:tempo )?indeterminato$/, "permanent"],
  [/^(?:a )?(?:tempo )?determinato$/, "fixedTerm"],
  [/^(?:lavoro )?stagionale$/, "seasonal"],
  [/^(?:contratto di )?apprendistato(?: professionalizzante)?$/, "apprenticeship"],
  [/^(?:tirocinio|stage)(?: extracurriculare| formativo)?$/, "internship"],
  [/^cantiere(?: di lavoro)?$/, "publicWorks"],
  [/^(?:in )?somministrazione(?: di lavoro)?$/, "agency"],
  [/^(?:lavoro )?(?:a chiamata|intermittente)$/, "onCall"],
  [/^(?:lavoro autonomo|autonomo|partita iva|p\. ?iva|collaborazione)$/, "selfEmployed"],
  [/^(?:lavoro )?domestico$/, "domestic"],
  [/^formazione duale$/, "dualTraining"],
];

const SCHEDULE_WORDS: readonly (readonly [RegExp, Schedule])[] = [
  [/(?:tempo )?\bpieno\b|full[ -]?time/g, "fullTime"],
  [/(?:tempo )?\bparziale\b|part[ -]?time/g, "partTime"],
  [/(?:su |a )?\bturni\b/g, "shifts"],
  [/(?:orario |lavoro )?\bnotturno\b/g, "nights"],
  [/(?:nei? )?\b(?:fine settimana|weekend)\b/g, "weekends"],
];

/** A stretch of time, which is what the note of a contract usually says. */
const TIME = /\b(?:giorn|settiman|mes[ei]\b|ann[oi]\b|biennal|triennal|rinnovabil)/i;

type Parts = Pick<Job, "contracts" | "duration" | "schedules" | "weeklyHours" | "hoursNote" | "agreement">;

/** @returns the job's parts, and what the note says that is neither a time nor an agreement */
export function mapContract(record: PostingRecord, mapping: Mapping): { parts: Parts; rest: string | null } {
  const { contracts, left } = readContracts(record.contract);
  if (left !== null) mapping.report("contract", "contract", left);
  const note = record.contract_note;
  const isAgreement = note !== null && /^CCNL\b/i.test(note);
  const isTime = note !== null && !isAgreement && TIME.test(note);
  const duration = [record.duration, left, isTime ? note : null].filter((text) => text !== null).join("; ");
  return {
    parts: {
      contracts,
      duration: mapping.sayOrNull("contract_note", duration === "" ? null : duration),
      ...mapHours(record, mapping),
      agreement: record.agreement ?? (isAgreement ? note : null),
    },
    rest: isTime || isAgreement ? null : note,
  };
}

/** "determinato o indeterminato" are two; words no code knows are given back. */
export function readContracts(written: string | null): { contracts: Contract[]; left: string | null } {
  const contracts: Contract[] = [];
  const left: string[] = [];
  for (const part of (written ?? "").split(/\s*[,;/|]\s*|\s+(?:o|e|oppure)\s+/i).filter((one) => one !== "")) {
    const plain = part.toLowerCase();
    const code = CONTRACTS.find((one) => one === part) ?? CONTRACT_WORDS.find(([pattern]) => pattern.test(plain))?.[1];
    if (code === undefined) left.push(part);
    else if (!contracts.includes(code)) contracts.push(code);
  }
  return { contracts: contracts.slice(0, 4), left: left.length === 0 ? null : left.join(", ") };
}

function mapHours(
  { hours, hours_note: note }: PostingRecord,
  mapping: Mapping,
): Pick<Job, "schedules" | "weeklyHours" | "hoursNote"> {
  const { schedules, weeklyHours, understood } = readHours(hours);
  return { schedules, weeklyHours, hoursNote: mapping.sayOrNull("hours", note ?? (understood ? null : hours)) };
}

/** `understood`: the codes say all that was written, so that the words need not stand beside them. */
export function readHours(written: string | null): Pick<Job, "schedules" | "weeklyHours"> & { understood: boolean } {
  if (written === null) return { schedules: [], weeklyHours: null, understood: true };
  const listed = written.split(/\s*,\s*/);
  const codes = SCHEDULES.filter((code) => listed.includes(code));
  let rest = listed
    .filter((part) => !(SCHEDULES as readonly string[]).includes(part))
    .join(", ")
    .toLowerCase();
  const schedules = [...codes];
  for (const [pattern, code] of SCHEDULE_WORDS) {
    const without = rest.replace(pattern, " ");
    if (without !== rest && !schedules.includes(code)) schedules.push(code);
    rest = without;
  }
  const hours = [
    ...rest.matchAll(
      /(\d{1,2}(?:[.,]5)?)(?:\s*[-–]\s*(\d{1,2}(?:[.,]5)?))?\s*(?:h|ore)\b(?:\s*(?:settimanali|a settimana|alla settimana))?/g,
    ),
  ];
  const [first, ...more] = hours;
  // "5 h al giorno" is no weekly figure, and two figures belong to two schedules: then the words stand.
  const weekly = first !== undefined && more.length === 0 && !/giorn/.test(rest) ? first : null;
  if (weekly !== null) rest = rest.replace(weekly[0], " ");
  const amount = (text: string) => Number(text.replace(",", "."));
  const min = weekly === null ? 0 : amount(weekly[1] ?? "0");
  const max = weekly?.[2] === undefined ? null : amount(weekly[2]);
  const sound = min > 0 && min <= 60 && (max === null || (max >= min && max <= 60));
  return {
    schedules,
    weeklyHours: sound ? { min, max } : null,
    understood: /^[\s,;.]*(?:o|e|oppure)?[\s,;.]*$/.test(rest) && (weekly === null || sound),
  };
}
