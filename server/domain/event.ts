// The log: append-only events, one or more to a revision. Audit, weekly report and outbox at once; followers read it with a cursor each.
// [E1] A chain of hashes covers (revision, index, at, actor, verb, subject, hash of facts), so facts can be blanked for erasure and the chain still holds.

import type { Revision } from "./posting.ts";
import type { Instant } from "./time.ts";

export const VERBS = [
  "posting.created",
  "posting.edited",
  "posting.published",
  "posting.suspended",
  "posting.resumed",
  "posting.closed",
  "posting.reopened",
  "posting.opened",
  "posting.expired",
  "posting.imported",
  "translation.written",
  "translation.moved",
  "policy.set",
  "term.saved",
  "term.removed",
  "memory.removed",
  "memory.restored",
  "alias.learnt",
  "exchange.read",
  "columns.learnt",
  "source.read",
  "attachment.taken",
  "template.saved",
  "template.removed",
  "owner.saved",
  "user.created",
  "user.changed",
  "user.signedIn",
  "user.refused",
  "user.signedOut",
  "store.restored",
  "store.erased",
  "display.paired",
  "display.replaced",
  "display.changed",
  "display.revoked",
  "display.asked",
  "display.dark",
  "display.back",
  "wall.saved",
  "wall.removed",
  "sheet.hung",
  "sheet.takenDown",
  "sheet.rehung",
  "note.saved",
  "note.ticked",
  "note.removed",
  "calendar.shared",
  "calendar.revoked",
  "report.settled",
  "urgent.raised",
  "urgent.confirmed",
  "urgent.ended",
  "site.saved",
  "demonstration.seeded",
  "demonstration.removed",
] as const;
export type Verb = (typeof VERBS)[number];

/** Who did it: a login, or a part of the system ("system:clock", "system:import"). */
export type Actor = string;

export interface LogEvent {
  readonly revision: Revision;
  /** Place within its revision, from 0. */
  readonly index: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly verb: Verb;
  /** What it is about: a posting's code, an owner's id, a login. */
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
