// Looks at what came from the network before it may touch the board: an error page, half a body or another program's JSON is no answer.
// A hand-written look instead of the schemas, which would triple the bundle; a posting odd in its depths is the card's error boundary's.
// Called by connection and boardCache.
import type { Delta } from "../server/domain/board.ts";
import { type OwnDisplay, THEMES } from "../server/domain/display.ts";
import type { OwnDisplayAnswer, PairingAnswer } from "../server/domain/displayContract.ts";
import type { BoardAnswer, ChangesAnswer, ClientAnswer } from "../server/domain/httpContract.ts";
import type { Office } from "../server/domain/owner.ts";
import type { PublicPosting } from "../server/domain/publicPosting.ts";
import { SECTIONS } from "../server/domain/section.ts";
import type { WatchAnswer } from "../server/domain/socketContract.ts";
import type { Instant } from "../server/domain/time.ts";
import type { PublicUrgent } from "../server/domain/urgent.ts";

type Raw = Readonly<Record<string, unknown>>;

const isRaw = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isListOf = <T>(value: unknown, isOne: (one: unknown) => one is T): value is T[] =>
  Array.isArray(value) && value.every(isOne);

export function isOffice(value: unknown): value is Office {
  return (
    isRaw(value) && value.kind === "office" && isText(value.id) && isText(value.name) && Array.isArray(value.opening)
  );
}

export function isPosting(value: unknown): value is PublicPosting {
  if (!isRaw(value) || !isText(value.code) || !isText(value.state)) return false;
  if (!isNumber(value.revision) || !isNumber(value.from) || !isNumber(value.until)) return false;
  if (!isRaw(value.translations) || !isRaw(value.owner) || !isRaw(value.content)) return false;
  const { section, title } = value.content;
  return SECTIONS.some((one) => one === section) && isRaw(title) && isRaw(title.written) && isText(title.written.text);
}

export function isDelta(value: unknown): value is Delta {
  if (!isRaw(value) || !isText(value.epoch) || !isNumber(value.to) || !isListOf(value.put, isPosting)) return false;
  if (value.kind === "reset") return isOffice(value.office);
  const { office, from, removed } = value;
  return (
    value.kind === "changes" && (office === null || isOffice(office)) && isNumber(from) && isListOf(removed, isText)
  );
}

export function isBoardAnswer(value: unknown): value is BoardAnswer {
  if (!isRaw(value) || !isText(value.epoch) || !isNumber(value.revision) || !isInstant(value.now)) return false;
  return isOffice(value.office) && isListOf(value.postings, isPosting) && isUrgents(value.urgents);
}

export function isChangesAnswer(value: unknown): value is ChangesAnswer {
  return isRaw(value) && isInstant(value.now) && isDelta(value.delta) && isUrgents(value.urgents);
}

export function isWatchAnswer(value: unknown): value is WatchAnswer {
  if (!isRaw(value)) return false;
  if (value.ok === false) return isText(value.refusal);
  if (value.ok !== true || !isInstant(value.now) || !isText(value.epoch) || !isNumber(value.revision)) return false;
  if (value.urgents !== undefined && !isUrgents(value.urgents)) return false;
  return value.delta === null || isDelta(value.delta);
}

export function isClientAnswer(value: unknown): value is ClientAnswer {
  return isRaw(value) && isText(value.publicUrl) && /^https?:\/\//.test(value.publicUrl);
}

export function isUrgents(value: unknown): value is readonly PublicUrgent[] {
  return isListOf(value, (one): one is PublicUrgent => {
    if (!isRaw(one) || !isText(one.id) || !isInstant(one.from) || !isNumber(one.until)) return false;
    return (one.kind === "neutral" || one.kind === "notice") && isRaw(one.scope) && isRaw(one.texts);
  });
}

/** A profile of another build may say more, or less: wholeProfile() fills in what it leaves out. */
export function isOwnDisplay(value: unknown): value is OwnDisplay {
  if (!isRaw(value) || !isText(value.id) || !isText(value.office) || !isText(value.name) || !isRaw(value.profile))
    return false;
  const { profile } = value;
  return isListOf(profile.locales, isText) && profile.locales.length > 0 && THEMES.some((one) => one === profile.theme);
}

export function isOwnDisplayAnswer(value: unknown): value is OwnDisplayAnswer {
  return isRaw(value) && isInstant(value.now) && isOwnDisplay(value.display) && isUrgents(value.urgents);
}

export function isPairingAnswer(value: unknown): value is PairingAnswer {
  return isRaw(value) && isText(value.code) && isInstant(value.expires) && isInstant(value.now);
}

/** A time a calendar can hold: beyond the year 2286 some server counts in other units. */
export function isInstant(value: unknown): value is Instant {
  return isNumber(value) && value > 1e12 && value < 1e13;
}
