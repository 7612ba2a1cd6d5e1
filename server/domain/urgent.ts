// An urgent notice takes the screens of an office, a province or the whole network, and ends by itself; `neutral` takes everything down instead
// and leaves the office's own card. Used by services, sockets, the desk and the display.
// [X1] What concerns the whole network in words needs two people; taking everything down needs one, because it must be quick.
// [X2] It ends at its own instant, on a display without any line too. [X3] The newest of those that concern an office is shown.
import type { Actor } from "./event.ts";
import type { PerLocale } from "./locale.ts";
import type { Office, OwnerId } from "./owner.ts";
import type { Instant } from "./time.ts";

export type UrgentScope =
  | { readonly kind: "office"; readonly office: OwnerId }
  | { readonly kind: "province"; readonly province: string }
  | { readonly kind: "network" };

export const LONGEST_HOURS = 72;

export interface Urgent {
  readonly id: string;
  readonly kind: "notice" | "neutral";
  readonly scope: UrgentScope;
  readonly texts: PerLocale<string>;
  readonly from: Instant;
  readonly until: Instant;
  readonly by: Actor;
  /** The second person; null while one is needed and missing, and where none is. */
  readonly confirmedBy: Actor | null;
  readonly endedAt: Instant | null;
}

/** What displays are told: no names. */
export type PublicUrgent = Pick<Urgent, "id" | "kind" | "scope" | "texts" | "from" | "until">;

/** [X1] */
export function needsSecond({ kind, scope }: Pick<Urgent, "kind" | "scope">): boolean {
  return kind === "notice" && scope.kind === "network";
}

export function isInForce(urgent: Urgent, at: Instant): boolean {
  const confirmed = !needsSecond(urgent) || urgent.confirmedBy !== null;
  return confirmed && urgent.endedAt === null && urgent.from <= at && at < urgent.until;
}

export function concerns(scope: UrgentScope, office: Pick<Office, "id" | "parent" | "province">): boolean {
  if (scope.kind === "network") return true;
  if (scope.kind === "province") return scope.province === office.province;
  return scope.office === office.id || scope.office === office.parent;
}

/** The one an office's displays show now, or null. [X2][X3] `neutral` goes before words: whoever takes everything down means everything. */
export function urgentAt(
  urgents: readonly PublicUrgent[],
  office: Pick<Office, "id" | "parent" | "province">,
  at: Instant,
): PublicUrgent | null {
  const mine = urgents.filter(({ scope, from, until }) => concerns(scope, office) && from <= at && at < until);
  mine.sort(
    (a, b) => Number(b.kind === "neutral") - Number(a.kind === "neutral") || b.from - a.from || (a.id < b.id ? 1 : -1),
  );
  return mine[0] ?? null;
}

export function publicUrgent({ id, kind, scope, texts, from, until }: Urgent): PublicUrgent {
  return { id, kind, scope, texts, from, until };
}
