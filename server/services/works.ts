// Long works: an import, a change of many postings, a print. Each tells how far it is and stops where it may when whoever began it asks;
// a page that is closed asks nothing, and the work goes on. Made once by app.ts; begun and stopped through http/watchWork.
// [WK1] Only who began a work stops it. [WK2] What stops says so; what one transaction holds is then not done at all.
import { giveWay } from "../giveWay.ts";

export interface Work {
  /** Tells how far it is, and lets others be served meanwhile. False: it is to stop. */
  goesOn(done: number, total: number): Promise<boolean>;
}

/** For whoever asks without looking on. */
export const UNWATCHED: Work = {
  async goesOn() {
    await giveWay();
    return true;
  },
};

export interface Works {
  /** `told` hears how far it is. Call `end` when it is over, however it ended. */
  begin(login: string, id: string, told: (done: number, total: number) => void): Work & { end(): void };
  /** False where this person has no such work. [WK1] */
  stop(login: string, id: string): boolean;
}

export function createWorks(): Works {
  const running = new Map<string, { stopped: boolean }>();
  return {
    begin(login, id, told) {
      const mine = { stopped: false };
      const key = `${login} ${id}`;
      running.set(key, mine);
      return {
        async goesOn(done, total) {
          told(done, total);
          await giveWay();
          return !mine.stopped;
        },
        end() {
          if (running.get(key) === mine) running.delete(key);
        },
      };
    },
    stop(login, id) {
      const work = running.get(`${login} ${id}`);
      if (work !== undefined) work.stopped = true;
      return work !== undefined;
    },
  };
}
