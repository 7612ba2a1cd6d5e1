// The translators' calls; beside api.ts, fetched only with these pages. Called by admin/translations.
import type {
  MemoryAnswer,
  MemoryListAnswer,
  NumbersAnswer,
  PresenceAnswer,
  QueueAnswer,
  RulesAnswer,
  SheetAnswer,
} from "../../server/domain/httpTranslation.ts";
import type { MachineAnswer, MachineOverview } from "../../server/domain/machine.ts";
import type { Revision } from "../../server/domain/posting.ts";
import type { Term, TermBody } from "../../server/domain/term.ts";
import type { TranslationMove, TranslationPolicy } from "../../server/domain/translation.ts";
import { call } from "../api.ts";

export interface QueueFilter {
  readonly locale: string;
  readonly section: string;
  readonly owner: string;
  readonly state: string;
  readonly page: number;
}

const at = (code: string, locale: string, ...more: string[]) => `/translations/${[code, locale, ...more].join("/")}`;

export const translationApi = {
  queue: (filter: QueueFilter, abort?: AbortSignal) =>
    call<QueueAnswer>("GET", `/translations?${filterText(filter)}`, undefined, abort),
  sheet: (code: string, locale: string) => call<SheetAnswer>("GET", at(code, locale)),
  rules: (owner: string) => call<RulesAnswer>("GET", `/translations/rules?owner=${encodeURIComponent(owner)}`),
  memory: (code: string, locale: string, segment: string, abort?: AbortSignal) =>
    call<MemoryAnswer>("GET", at(code, locale, segment, "memory"), undefined, abort),
  write: (code: string, locale: string, segment: string, body: { source: string; expected: Revision; text: string }) =>
    call<SheetAnswer>("PUT", at(code, locale, segment), body),
  move: (
    code: string,
    locale: string,
    segment: string,
    move: TranslationMove,
    body: { source: string; expected: Revision; text?: string; reason?: string },
  ) => call<SheetAnswer>("POST", at(code, locale, segment, move), body),
  presence: (code: string, locale: string, segment: string | null) =>
    call<PresenceAnswer>("POST", "/translations/presence", { code, locale, segment }),
  machineOverview: () => call<MachineOverview>("GET", "/machine"),
  machineAgain: () => call<unknown>("POST", "/machine/again", {}),
  machineOf: (code: string) => call<MachineAnswer>("GET", `/postings/${code}/machine`),
  /** Without languages: all of them. */
  askMachine: (code: string, locales?: readonly string[]) =>
    call<MachineAnswer>("POST", `/postings/${code}/machine`, locales === undefined ? {} : { locales }),
  allowMachine: (owner: string, on: boolean) => call<unknown>("PUT", `/offices/${owner}/machine`, { allowed: on }),
  numbers: () => call<NumbersAnswer>("GET", "/translations/numbers"),
  setPolicy: (policy: TranslationPolicy) => call<TranslationPolicy>("PUT", "/translations/policy", policy),
  terms: () => call<{ readonly terms: readonly Term[] }>("GET", "/terms"),
  addTerm: (body: TermBody & { owner: string }) => call<Term>("POST", "/terms", body),
  removeTerm: (id: string) => call<null>("DELETE", `/terms/${id}`),
  memoryList: (q: string) => call<MemoryListAnswer>("GET", `/memory?q=${encodeURIComponent(q)}`),
  removeMemory: (id: string) => call<{ readonly uses: readonly { code: string }[] }>("DELETE", `/memory/${id}`),
  putMemoryBack: (id: string) => call<null>("POST", `/memory/${id}/back`),
};

export function filterText(filter: QueueFilter): string {
  const entries = Object.entries(filter).map(([name, value]) => [name, String(value)] as [string, string]);
  return new URLSearchParams(
    entries.filter(([name, value]) => value !== "" && !(name === "page" && value === "1")),
  ).toString();
}

export function readFilter(search: string): QueueFilter {
  const given = new URLSearchParams(search);
  const text = (name: string) => given.get(name) ?? "";
  return {
    locale: text("locale"),
    section: text("section"),
    owner: text("owner"),
    state: text("state") || "todo",
    page: Math.max(1, Number(text("page")) || 1),
  };
}
