// Must show: every live posting of the Lecce board has its page in four languages, and a poster whose codes, drawn at 150 dpi and read back,
// equal the page's address and open it. Called with every twelfth posting by npm test, with all of them by npm run test:full.
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { qrAddress } from "../../server/domain/address.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { boardOf } from "../../server/services/boardOf.ts";
import { describeWith } from "../setup/describeWith.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";
import { codesOnPaper } from "./readPoster.ts";

const LANGUAGES = ["it", "en", "fr", "de"];

export function posterJourney(every: number): void {
  const folder = temporaryFolder();
  let house: RunningHouse;
  let live: PublicPosting[];

  describeWith(["browser", "pdftoppm", "zbarimg"], `live postings of the Lecce board, one of ${every}`, () => {
    beforeAll(async () => {
      house = await startHouse({ log: "error" });
      const { mirror, clock } = house.house;
      const office = mirror.office("lecce");
      live = office === null ? [] : boardOf(mirror, office, clock.now());
    });

    test("all have a page in four languages", async () => {
      expect(live.length).toBeGreaterThan(30);
      for (const { code } of live) {
        for (const lang of LANGUAGES) expect(await openPage(`${house.base}/o/${code}/${lang}`)).toEqual([200, lang]);
      }
    });

    test("have a poster whose codes lead to that page in that language", { timeout: 600_000 }, async () => {
      const chosen = live.filter((_, index) => index % every === 0);
      // Two at once: one is printed while the other is read.
      const queue = [...chosen];
      const read = async () => {
        for (let posting = queue.shift(); posting !== undefined; posting = queue.shift()) await readPoster(posting);
      };
      await Promise.all([read(), read()]);
      expect(queue).toEqual([]);
    });
  });

  async function readPoster({ code, revision }: PublicPosting): Promise<void> {
    const answer = await fetch(`${house.base}/posters/${code}.pdf?lang=${LANGUAGES.join(",")}`);
    expect(answer.status, code).toBe(200);
    const codes = await codesOnPaper(new Uint8Array(await answer.arrayBuffer()), join(folder, code));
    expect(codes, code).toEqual(LANGUAGES.map((lang) => [qrAddress(house.config.publicUrl, code, lang, revision)]));
    for (const [at, [address]] of codes.entries()) {
      expect(await openPage(address as string), address).toEqual([200, LANGUAGES[at]]);
    }
  }
}

async function openPage(address: string): Promise<[status: number, lang: string | undefined]> {
  const page = await fetch(address);
  return [page.status, /<html lang="(\w+)"/.exec(await page.text())?.[1]];
}
