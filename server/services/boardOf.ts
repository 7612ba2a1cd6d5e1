// What one office's board shows, and what changed on it since a revision. Pure over the mirror; called by http/boards, sockets/boards and broadcast.
// [D5] Closed, suspended, moved away: removal by code. [D6] Before the horizon, in the future, or of another epoch: reset.
import type { Delta, Epoch } from "../domain/board.ts";
import type { Office } from "../domain/owner.ts";
import type { Revision } from "../domain/posting.ts";
import { stateAt } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { Instant } from "../domain/time.ts";
import type { Entry, Mirror } from "./mirror.ts";

/** Every posting now on the board. */
export function boardOf(mirror: Mirror, office: Office, now: Instant): PublicPosting[] {
  const found: PublicPosting[] = [];
  for (const entry of mirror.entries()) if (isOn(mirror, entry, office, now)) found.push(entry.shown);
  return found;
}

/** What a display of this office that stands at (`epoch`, `since`) lacks. */
export function changesSince(mirror: Mirror, office: Office, epoch: Epoch, since: Revision, now: Instant): Delta {
  const { revision } = mirror;
  if (epoch !== mirror.epoch || since < mirror.horizon || since > revision) {
    return { kind: "reset", epoch: mirror.epoch, to: revision, office, put: boardOf(mirror, office, now) };
  }
  const changed: Entry[] = [];
  for (const entry of mirror.entries()) if ((entry.posting.publicRevision ?? 0) > since) changed.push(entry);
  return deltaOf(mirror, office, since, revision, changed, mirror.officeRevision(office.id) > since, now);
}

/** One delta of a board from known changed entries. */
export function deltaOf(
  mirror: Mirror,
  office: Office,
  from: Revision,
  to: Revision,
  changed: readonly Entry[],
  officeChanged: boolean,
  now: Instant,
): Delta & { kind: "changes" } {
  const put: PublicPosting[] = [];
  const removed: string[] = [];
  for (const entry of changed) {
    if (isOn(mirror, entry, office, now)) put.push(entry.shown);
    else if (entry.shown !== null) removed.push(entry.posting.code);
  }
  return { kind: "changes", epoch: mirror.epoch, from, to, office: officeChanged ? office : null, put, removed };
}

function isOn(mirror: Mirror, entry: Entry, office: Office, now: Instant): entry is Entry & { shown: PublicPosting } {
  return entry.shown !== null && stateAt(entry.posting, now) === "open" && mirror.hangs(entry.shown, office);
}
