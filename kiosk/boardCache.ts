// The last board on the device itself, so that a start without a server still shows it. Called by showOffice.

import type { Board } from "../server/domain/board.ts";
import type { ClientAnswer } from "../server/domain/httpContract.ts";
import type { OwnerId } from "../server/domain/owner.ts";
import type { Instant } from "../server/domain/time.ts";
import type { PublicUrgent } from "../server/domain/urgent.ts";
import type { ClockMark } from "./clock.ts";
import { readKept, writeKept } from "./keep.ts";
import { isClientAnswer, isOffice, isPosting, isUrgents } from "./readAnswer.ts";

/** What is small and changes often. */
export interface Sighting {
  readonly clock: ClockMark;
  readonly lastContact: Instant | null;
  readonly client: ClientAnswer | null;
}

export interface Kept {
  readonly board: Board | null;
  readonly sighting: Sighting | null;
  /** Urgent notices survive a restart: they end by themselves. */
  readonly urgents: readonly PublicUrgent[];
}

export interface BoardCache {
  load(): Promise<Kept>;
  saveBoard(board: Board): void;
  saveSighting(sighting: Sighting): void;
  saveUrgents(urgents: readonly PublicUrgent[]): void;
}

/** Raised when what is kept changes its shape: older copies are then left alone. */
const FORMAT = 1;

export function createBoardCache(office: OwnerId): BoardCache {
  const key = (what: string) => `${what}/${FORMAT}/${office}`;
  const save = (what: string, value: unknown) => void writeKept({ [key(what)]: value });
  return {
    async load() {
      const [board, sighting, urgents] = await readKept(key("board"), key("sighting"), key("urgents"));
      return {
        board: isBoard(board) ? board : null,
        sighting: isSighting(sighting) ? sighting : null,
        urgents: isUrgents(urgents) ? urgents : [],
      };
    },
    saveBoard: (board) => save("board", board),
    saveSighting: (sighting) => save("sighting", sighting),
    saveUrgents: (urgents) => save("urgents", urgents),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function isBoard(value: unknown): value is Board {
  if (!isObject(value) || typeof value.epoch !== "string" || typeof value.revision !== "number") return false;
  return isOffice(value.office) && value.postings instanceof Map && [...value.postings.values()].every(isPosting);
}

function isSighting(value: unknown): value is Sighting {
  if (!isObject(value) || !isObject(value.clock)) return false;
  if (typeof value.clock.server !== "number" || typeof value.clock.wall !== "number") return false;
  return (
    (value.lastContact === null || typeof value.lastContact === "number") &&
    (value.client === null || isClientAnswer(value.client))
  );
}
