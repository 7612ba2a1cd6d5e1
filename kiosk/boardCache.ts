// The last board on the device itself, so that a reload without a server still shows it. IndexedDB: it survives a killed
// browser, and works on a plain-HTTP address of a local network where caches and workers are refused.
// Called by main.tsx. Never throws and never waits long: a broken disk costs the offline copy, not the display.

import type { Board } from "../server/domain/board.ts";
import type { ClientAnswer } from "../server/domain/httpContract.ts";
import type { OwnerId } from "../server/domain/owner.ts";
import type { Instant } from "../server/domain/time.ts";
import type { ClockMark } from "./clock.ts";
import { isClientAnswer, isOffice, isPosting } from "./readAnswer.ts";
import { reportFault } from "./reportFault.ts";

/** What is small and changes often. */
export interface Sighting {
  readonly clock: ClockMark;
  readonly lastContact: Instant | null;
  readonly client: ClientAnswer | null;
}

export interface Kept {
  readonly board: Board | null;
  readonly sighting: Sighting | null;
}

export interface BoardCache {
  load(): Promise<Kept>;
  saveBoard(board: Board): void;
  saveSighting(sighting: Sighting): void;
}

/** Raised when what is kept changes its shape: older copies are then left alone. */
const FORMAT = 1;
const PATIENCE = 2_000;
const NOTHING: Kept = { board: null, sighting: null };

export function createBoardCache(office: OwnerId): BoardCache {
  const boardKey = `board/${FORMAT}/${office}`;
  const sightingKey = `sighting/${FORMAT}/${office}`;
  let database: Promise<IDBDatabase> | null = null;
  const open = () => {
    database ??= openDatabase();
    // A try that failed is no reason not to try again later.
    database.catch(() => (database = null));
    return database;
  };
  const save = (key: string, value: unknown) => {
    open()
      .then((db) => db.transaction("kept", "readwrite").objectStore("kept").put(value, key))
      .catch((fault) => reportFault("cache", fault));
  };
  const load = async (): Promise<Kept> => {
    const db = await open();
    const store = db.transaction("kept", "readonly").objectStore("kept");
    const [board, sighting] = await Promise.all([read(store.get(boardKey)), read(store.get(sightingKey))]);
    return { board: isBoard(board) ? board : null, sighting: isSighting(sighting) ? sighting : null };
  };
  return {
    load: () => {
      const late = new Promise<Kept>((resolve) => setTimeout(resolve, PATIENCE, NOTHING));
      const loaded = load().catch((fault) => {
        reportFault("cache", fault);
        return NOTHING;
      });
      return Promise.race([loaded, late]);
    },
    saveBoard: (board) => save(boardKey, board),
    saveSighting: (sighting) => save(sightingKey, sighting),
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("bacheca", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("kept");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

function read(request: IDBRequest<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
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
