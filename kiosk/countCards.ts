// Counts the cards this display has shown, by Rome day, posting and language; no person is in it. Kept on the device and handed in every hour,
// or when the line is back; a batch has a name, so that one sent twice counts once. Called by showOffice.
import { effect, type ReadonlySignal } from "@preact/signals";
import type { Turn } from "../server/domain/rotation.ts";
import { type Instant, romeDay } from "../server/domain/time.ts";
import { ask } from "./ask.ts";
import { readSurely, writeKept } from "./keep.ts";
import { reportFault } from "./reportFault.ts";

type Counts = Readonly<Record<string, number>>;

interface Batch {
  readonly batch: string;
  readonly counts: Counts;
}

const COUNTS = "counts";
const BATCHES = "countBatches";
const SAVE_EVERY = 60_000;
const SEND_EVERY = 3_600_000;
const FIRST_SENT_AFTER = 90_000;
const PATIENCE = 20_000;
/** Hours without a line that are still told of: a month. */
const MOST_BATCHES = 750;

const isCounts = (value: unknown): value is Counts =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isCounted = (value: unknown): value is { readonly counted: boolean } =>
  typeof value === "object" && value !== null && "counted" in value;

export function countCards(token: string, turn: ReadonlySignal<Turn | null>, now: () => Instant): void {
  let counts: Record<string, number> = {};
  let batches: readonly Batch[] = [];
  let dirty = false;
  let since: number | null = null;
  const ready = readSurely(COUNTS, BATCHES).then(
    ([kept, waiting]) => {
      if (isCounts(kept)) for (const [key, times] of Object.entries(kept)) counts[key] = (counts[key] ?? 0) + times;
      if (Array.isArray(waiting)) batches = waiting as Batch[];
    },
    (fault) => reportFault("counts", fault),
  );
  effect(() => {
    const current = turn.value;
    if (current === null || current.since === since) return;
    since = current.since;
    for (const locale of [current.locale, current.beside]) {
      if (locale === null) continue;
      const key = [romeDay(now()), current.posting.code, locale].join("|");
      counts[key] = (counts[key] ?? 0) + 1;
      dirty = true;
    }
  });
  const save = async () => {
    await ready;
    if (!dirty) return;
    dirty = false;
    await writeKept({ [COUNTS]: { ...counts } });
  };
  const send = async () => {
    await ready;
    if (Object.keys(counts).length > 0) {
      const name = `${now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
      const next = [...batches, { batch: name, counts }].slice(-MOST_BATCHES);
      // Both in one transaction: a cut between them would count twice or never.
      if (await writeKept({ [COUNTS]: {}, [BATCHES]: next })) {
        batches = next;
        counts = {};
      }
    }
    for (const { batch, counts: mine } of batches) {
      const body = { batch, counts: Object.entries(mine).map(([key, times]) => entryOf(key, times)) };
      await ask("/api/v1/display/counts", isCounted, PATIENCE, { method: "POST", token, body });
      batches = batches.filter((one) => one.batch !== batch);
      await writeKept({ [BATCHES]: batches });
    }
  };
  const sendSoon = () => void send().catch((fault) => reportFault("counts", fault));
  setInterval(() => void save(), SAVE_EVERY);
  setTimeout(sendSoon, FIRST_SENT_AFTER);
  setInterval(sendSoon, SEND_EVERY);
}

function entryOf(key: string, times: number) {
  const [day = "", code = "", locale = ""] = key.split("|");
  return { day, code, locale, times };
}
