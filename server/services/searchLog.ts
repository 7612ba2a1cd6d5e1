// Reads the log backwards for whoever administers the network, by words. Called by http/audit.
import type { AuditAnswer, AuditLine } from "../domain/auditContract.ts";
import type { LogEvent } from "../domain/event.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { Store } from "../store/store.ts";

const PAGE = 100;
/** Revisions read at a time. */
const STRIDE = 1000;

/** Refuses notAllowed. Newest first; `limit` lines at most and, so that no search reads for minutes, 50,000 revisions. */
export async function searchLog(
  store: Pick<Store, "head" | "events">,
  user: User,
  { q, before, limit = PAGE }: { readonly q: string; readonly before?: number | undefined; readonly limit?: number },
): Promise<AuditAnswer> {
  if (!may(user, "administerNetwork", "*")) throw new Refusal("notAllowed", { action: "administerNetwork", on: "*" });
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const lines: AuditLine[] = [];
  let end = before ?? (await store.head()).revision + 1;
  const stop = Math.max(0, end - 50_000);
  while (end > 1 && end > stop && lines.length < limit) {
    const since = Math.max(0, end - 1 - STRIDE);
    const events = await eventsBetween(store, since, end);
    for (const event of events.reverse()) if (words.every((word) => textOf(event).includes(word))) lines.push(event);
    end = since + 1;
  }
  const shown = lines.slice(0, limit);
  const last = shown.at(-1)?.revision;
  // A revision is shown whole, so that the next page can begin below it.
  const whole = lines.length > limit ? lines.filter((line, at) => at < limit || line.revision === last) : lines;
  const more = lines.length > whole.length;
  return { lines: whole, next: more ? (last ?? null) : end > 1 ? end : null };
}

async function eventsBetween(store: Pick<Store, "events">, since: number, end: number): Promise<LogEvent[]> {
  const found: LogEvent[] = [];
  for (let cursor = since; cursor < end - 1; ) {
    const events = await store.events(cursor, STRIDE);
    found.push(...events.filter(({ revision }) => revision < end));
    const last = events.at(-1)?.revision;
    if (last === undefined || last >= end - 1 || events.length < STRIDE) break;
    cursor = last;
  }
  return found;
}

function textOf({ actor, verb, subject, facts }: LogEvent): string {
  return `${actor} ${verb} ${subject} ${JSON.stringify(facts)}`.toLowerCase();
}
