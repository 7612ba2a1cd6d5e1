// What this device keeps, by key, in IndexedDB: it survives a killed browser, and works on a plain-HTTP address of a local network.
// Called by boardCache, identity and counts. Never waits for ever: a broken disk costs what would have been kept, not the display.
import { reportFault } from "./reportFault.ts";

/** What hung yesterday is worth a wait: without a server nothing else comes. */
const PATIENCE = 10_000;
/** Done is done when the disk has it, not the system: a plug may be pulled the next moment. */
const SURELY: IDBTransactionOptions = { durability: "strict" };
let database: Promise<IDBDatabase> | null = null;
let failing = false;

/** The last thing to be written down was not: nothing of today will be there after a start. */
export function keepsNothing(): boolean {
  return failing;
}

/** `undefined` where there is none, or the disk does not answer soon. */
export function readKept(...keys: readonly string[]): Promise<readonly unknown[]> {
  const nothing = keys.map(() => undefined);
  const late = new Promise<readonly unknown[]>((resolve) => setTimeout(resolve, PATIENCE, nothing));
  const found = readSurely(...keys).catch((fault) => {
    reportFault("cache", fault);
    return nothing;
  });
  return Promise.race([found, late]);
}

/** For what must not be taken for absent because a disk is slow: waits as long as it takes, and throws where the disk fails. */
export async function readSurely(...keys: readonly string[]): Promise<readonly unknown[]> {
  const store = (await open()).transaction("kept", "readonly").objectStore("kept");
  return Promise.all(keys.map((key) => settled(store.get(key))));
}

/** Resolves once it is on the disk; `undefined` takes it away. */
export async function writeKept(values: Readonly<Record<string, unknown>>): Promise<boolean> {
  try {
    const transaction = (await open()).transaction("kept", "readwrite", SURELY);
    const store = transaction.objectStore("kept");
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) store.delete(key);
      else store.put(value, key);
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    failing = false;
    return true;
  } catch (fault) {
    reportFault("cache", fault);
    failing = true;
    return false;
  }
}

/** Everything: the device starts as new. */
export async function forgetAll(): Promise<void> {
  try {
    const store = (await open()).transaction("kept", "readwrite").objectStore("kept");
    await new Promise((resolve, reject) => {
      const request = store.clear();
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    });
  } catch (fault) {
    reportFault("cache", fault);
  }
}

function open(): Promise<IDBDatabase> {
  database ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("bacheca", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("kept");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
  // A try that failed is no reason not to try again later.
  database.catch(() => (database = null));
  return database;
}

function settled(request: IDBRequest<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
