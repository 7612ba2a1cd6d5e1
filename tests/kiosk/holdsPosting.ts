// What a display has written down on its device, whether or not its turn has come. Called by the display's journeys.
import type { Page } from "puppeteer";

/** Until the board kept in IndexedDB holds the words. @param patience milliseconds */
export const holdsPosting = (page: Page, words: string, patience: number) =>
  page.waitForFunction(
    async (wanted) => {
      const open = indexedDB.open("bacheca");
      const db = await new Promise<IDBDatabase>((resolve) => {
        open.onsuccess = () => resolve(open.result);
      });
      const store = db.objectStoreNames[0] as string;
      const all = await new Promise<unknown[]>((resolve) => {
        const asked = db.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => resolve(asked.result);
      });
      db.close();
      // The board's postings are a Map, of which JSON says nothing by itself.
      return JSON.stringify(all, (_key, value: unknown) => (value instanceof Map ? [...value] : value)).includes(
        wanted,
      );
    },
    { timeout: patience, polling: 500 },
    words,
  );
