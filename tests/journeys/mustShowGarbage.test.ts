// Must show: 500 garbage frames (5,000 in mustShowGarbage.full.test.ts), files that cannot be imported, and codes that lead nowhere
// any more or never did: each time a plain refusal, a live server, nothing lost.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { qrAddress } from "../../server/domain/address.ts";
import { romeInstant } from "../../server/domain/time.ts";
import { openSqlite } from "../../server/store/sqlite.ts";
import { formatsOf } from "../../templates/parts/formats.ts";
import { aContent } from "../builders.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";
import { garbageJourney } from "./garbageJourney.ts";
import { runBacheca } from "./serverProcess.ts";

garbageJourney(500);

describe("a file that cannot be imported", () => {
  const folder = temporaryFolder();
  const data = join(folder, "data");
  const whole = readFileSync(join(import.meta.dirname, "../../server/demonstration/postings.json"));

  test.each([
    ["cut off in the middle", "annunci.json", whole.subarray(0, Math.floor(whole.length / 2))],
    ["empty", "vuoto.json", Buffer.alloc(0)],
    ["of another kind", "altro.json", Buffer.from('{"risposta": 42}')],
    ["holding null", "null.json", Buffer.from("null")],
    ["no spreadsheet though it says so", "foglio.xlsx", Buffer.from("PK\u0003\u0004 non è un foglio")],
    ["a table without our columns", "tabella.csv", Buffer.from("a;b;c\n1;2;3\n")],
    ["bytes of nothing", "rumore.csv", Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))],
  ])("%s is refused in plain Italian, and nothing of it stays", { timeout: 60_000 }, async (_what, name, bytes) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const { code, out, err } = await runBacheca(data, ["import", file, "--publish"]);
    const said = `${out}${err}`;
    expect(code, said).toBe(1);
    expect(said).toMatch(/\b(non|nessun\w*|manca\w*)\b/);
    expect(said).not.toMatch(/\bat .+:\d+:\d+|SyntaxError|TypeError|ZodError|undefined|\[object/);
    const store = await openSqlite(join(data, "bacheca.sqlite"));
    expect(await store.postings()).toEqual([]);
    await store.close();
  });
});

describe("codes on paper", () => {
  let house: RunningHouse;
  let now = Date.parse("2026-11-20T09:00:00Z");

  beforeAll(async () => {
    house = await startHouse({ clock: { now: () => now } });
  });

  test("an unknown code is a page that says so, in the reader's language", async () => {
    for (const address of ["/o/0000000/de", "/o/ABCDEFG/de", "/o/%00/de", `/o/${"A".repeat(3000)}/de`]) {
      const answer = await fetch(house.base + address);
      expect(answer.status, address).toBe(404);
      expect(answer.headers.get("content-type"), address).toContain("text/html");
    }
    const poster = await fetch(`${house.base}/posters/ABCDEFG.pdf`);
    expect(poster.status).toBe(404);
    expect(((await poster.json()) as { sentence: string }).sentence).toMatch(/^[A-ZÈ].+\.$/);
  });

  test("a posting that expired is closed everywhere at that instant, and every sheet of it says so (print 13)", async () => {
    const closes = { day: "2026-11-20", time: "11:30" };
    const draft = await house.staff("POST", "/postings", {
      owner: "lecce",
      content: aContent("Scade presto", { window: { opens: null, closes } }),
    });
    const { code, revision } = draft.body.posting as { code: string; revision: number };
    const published = await house.staff("POST", `/postings/${code}/publish`, { expected: revision });
    expect(published.status).toBe(200);
    // As the codes say it, as a keyboard on a phone writes it, and as somebody in a hurry does.
    const printed = ["it", "en", "fr", "de"].flatMap((locale) => {
      const path = qrAddress("", code, locale, published.body.posting.publicRevision ?? 0, "W1");
      const mixed = path.replace(/[A-Z]/g, (letter, at: number) => (at % 2 === 0 ? letter : letter.toLowerCase()));
      return [path, path.toLowerCase(), mixed].map((address) => ({ locale, address }));
    });
    for (const { locale, address } of printed) {
      const page = await fetch(house.base + address);
      expect(page.status, address).toBe(200);
      const html = await page.text();
      expect(html, address).toContain(`<html lang="${locale}"`);
      expect(html, address).toContain(house.house.words(locale).t("page:printed.current"));
    }
    now = romeInstant(closes.day) + (11 * 60 + 32) * 60_000;
    const page = await fetch(`${house.base}/o/${code}/en`);
    expect(page.status).toBe(410);
    expect(await page.text()).toContain("Scade presto");
    for (const { locale, address } of printed) {
      const { t, locale: language } = house.house.words(locale);
      const date = formatsOf(language).day("2026-11-20", { year: true });
      const over = await fetch(house.base + address);
      expect(over.status, address).toBe(410);
      const html = await over.text();
      expect(html, address).toContain(t("page:closed.expired", { date }));
      // Open ones like it, each by its own page in the same language, and that the sheet should come down.
      const similar = html.slice(html.indexOf('id="similar"'));
      expect(similar, address).toMatch(new RegExp(`href="/o/(?!${code})[0-9A-Z]{7}/${locale}"`));
      expect(similar, address).toContain(t("page:closed.sheet"));
    }
    const board = (await (await fetch(`${house.base}/api/v1/boards/lecce`)).json()) as { postings: { code: string }[] };
    expect(board.postings.map((posting) => posting.code)).not.toContain(code);
    expect((await fetch(`${house.base}/posters/${code}.html`)).status).toBe(410);
  });
});
