// The public addresses of DESIGN.md section 4 over real HTTP, on the demonstration network.
import { beforeAll, describe, expect, it } from "vitest";
import { base32 } from "../../server/domain/code.ts";
import { stateAt } from "../../server/domain/posting.ts";
import { aContent } from "../builders.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
let live: { code: string; revision: number }[];
beforeAll(async () => {
  house = await startHouse();
  live = [...house.house.mirror.entries()].flatMap(({ posting, shown }) =>
    shown !== null && stateAt(posting, Date.now()) === "open" ? [shown] : [],
  );
});

describe("every live posting", () => {
  it("has its page in four languages, each saying its language, none showing a key or an unfilled place", async () => {
    expect(live.length).toBeGreaterThan(30);
    for (const { code } of live) {
      for (const lang of ["it", "en", "fr", "de"]) {
        const answer = await fetch(`${house.base}/o/${code}/${lang}`);
        const html = await answer.text();
        expect(answer.status, `${code} ${lang}`).toBe(200);
        expect(html).toContain(`<html lang="${lang}"`);
        expect(html).not.toMatch(/\b(facts|page|card|vocabulary):[a-zA-Z]/);
        expect(html).not.toContain("{{");
        expect(html).not.toContain("undefined");
        expect(html.match(/<script[^>]*>/g), "one script, of ours").toEqual([
          expect.stringMatching(/^<script src="\/assets\/page\.[0-9a-f]{10}\.js" defer>$/),
        ]);
      }
    }
  });
});

describe("the page behind a code", () => {
  it("answers in any letter case, and with x in the reader's own language", async () => {
    const { code } = live[0] as { code: string };
    expect((await fetch(`${house.base}/O/${code.toLowerCase()}/EN`)).status).toBe(200);
    const own = await fetch(`${house.base}/o/${code}/x`, { headers: { "accept-language": "fr-CH, de;q=0.5" } });
    expect(await own.text()).toContain('<html lang="fr"');
    expect(own.headers.get("vary")).toContain("Accept-Language");
    const other = await fetch(`${house.base}/o/${code}`, { headers: { "accept-language": "zh" } });
    expect(await other.text()).toContain('<html lang="it"');
  });

  it("is answered from its bytes the second time, with 304 and without regard to tracking parameters", async () => {
    const { code } = live[1] as { code: string };
    const first = await fetch(`${house.base}/o/${code}/en`);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{22}(-br|-gz)?"$/);
    const again = await fetch(`${house.base}/o/${code}/en?fbclid=1&utm_source=x`, {
      headers: { "if-none-match": etag },
    });
    expect(again.status).toBe(304);
    expect(first.headers.get("set-cookie")).toBe(null);
    expect(first.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("says whether the posting changed since the printed revision, and what", async () => {
    const window = { opens: null, closes: { day: "2030-01-31", time: null } };
    const draft = await house.staff("POST", "/postings", {
      owner: "lecce",
      content: aContent("Cameriere", { window }),
    });
    const { code } = draft.body.posting;
    const opened = await house.staff("POST", `/postings/${code}/publish`, { expected: draft.body.posting.revision });
    const printed = base32(opened.body.posting.publicRevision ?? 0);
    const current = await (await fetch(`${house.base}/o/${code}/it/${printed}/P1`)).text();
    expect(current).toContain(house.house.words("it").t("page:printed.current"));
    const later = { opens: null, closes: { day: "2030-02-28", time: null } };
    const saved = await house.staff("PUT", `/postings/${code}/working`, {
      expected: opened.body.posting.revision,
      content: aContent("Cameriere", { window: later }),
    });
    await house.staff("POST", `/postings/${code}/publish`, { expected: saved.body.posting.revision });
    for (const [locale, before, after] of [
      ["it", "31 gennaio 2030", "28 febbraio 2030"],
      ["en", "31 January 2030", "28 February 2030"],
      ["fr", "31 janvier 2030", "28 février 2030"],
      ["de", "31. Januar 2030", "28. Februar 2030"],
    ] as const) {
      const { t } = house.house.words(locale);
      const changed = await (await fetch(`${house.base}/O/${code}/${locale.toUpperCase()}/${printed}/P1`)).text();
      expect(changed, locale).not.toContain(t("page:printed.current"));
      const said = /<dl class="changes">.*?<\/dl>/s.exec(changed)?.[0] ?? "";
      for (const one of [t("page:printed.before"), before, t("page:printed.now"), after]) {
        expect(said.replaceAll("\u00a0", " "), `${locale}: ${one}`).toContain(one);
      }
    }
    const future = await (await fetch(`${house.base}/o/${code}/it/ZZZZZ`)).text();
    expect(future, "a revision that never was is answered by saying nothing").not.toContain(
      house.house.words("it").t("page:printed.current"),
    );
  });

  it("is a readable 410 with open ones like it when closed, and 404 for a code that is none", async () => {
    const window = { opens: null, closes: { day: "2030-01-31", time: null } };
    const draft = await house.staff("POST", "/postings", {
      owner: "lecce",
      content: aContent("Da chiudere", { window }),
    });
    const { code } = draft.body.posting;
    const opened = await house.staff("POST", `/postings/${code}/publish`, { expected: draft.body.posting.revision });
    await house.staff("POST", `/postings/${code}/close`, { expected: opened.body.posting.revision, reason: "filled" });
    const gone = await fetch(`${house.base}/o/${code}/de`);
    expect(gone.status).toBe(410);
    const html = await gone.text();
    expect(html).toContain("Da chiudere");
    expect(html).toContain("noindex");
    const unknown = await fetch(`${house.base}/o/ABCDEFG/en`);
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get("content-type")).toContain("text/html");
  });
});

describe("boards, feeds and the rest of the contract", () => {
  it("shows the board of all and of one office in four languages, with its search", async () => {
    for (const path of [
      "/",
      "/it/",
      "/en/lecce",
      "/de/lecce?section=eures",
      "/fr/?q=cuoco",
      "/it/lecce?place=Gallipoli&page=1",
    ]) {
      const answer = await fetch(house.base + path);
      expect(answer.status, path).toBe(200);
      expect(await answer.text(), path).not.toMatch(/page:[a-z]/);
    }
    expect((await fetch(`${house.base}/it/atlantide`)).status).toBe(404);
    // Whose address names a language is refused in it, whatever the browser prefers.
    for (const path of ["/de/nowhere/at/all", "/de/atlantide", "/o/ABCDEFG/de/1/2/3"]) {
      const refused = await fetch(house.base + path, { headers: { "accept-language": "fr" } });
      expect([path, refused.status, await refused.text()]).toEqual([
        path,
        404,
        expect.stringContaining('<html lang="de"'),
      ]);
    }
  });

  it("finds in one language what is written in another", async () => {
    const english = await (await fetch(`${house.base}/en/?q=waiter`)).text();
    expect(english).toMatch(/\/o\/[0-9A-Z]{7}\/en/);
  });

  it("gives feeds, sitemap and calendar", async () => {
    const feed = await (await fetch(`${house.base}/feed/de.xml`)).text();
    expect(feed).toContain("<feed");
    expect(feed).toContain("/de");
    expect((await fetch(`${house.base}/feed/xx.xml`)).status).toBe(404);
    const map = await (await fetch(`${house.base}/sitemap.xml`)).text();
    const { code } = live[0] as { code: string };
    expect(map, "demonstration postings are kept out of search engines").not.toContain(code);
    const calendar = await (await fetch(`${house.base}/o/${code}.ics`)).text();
    expect(calendar).toContain("BEGIN:VEVENT");
  });

  it("answers health, readiness and figures", async () => {
    expect(await (await fetch(`${house.base}/healthz`)).text()).toBe("ok\n");
    expect((await fetch(`${house.base}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${house.base}/metrics`)).text()).toContain('bacheca_postings{state="open"}');
  });

  it("answers a board and its changes for displays and other systems", async () => {
    const board = (await (await fetch(`${house.base}/api/v1/boards/lecce`)).json()) as {
      revision: number;
      epoch: string;
      postings: unknown[];
    };
    expect(board.postings.length).toBeGreaterThan(20);
    const same = (await (
      await fetch(`${house.base}/api/v1/boards/lecce/changes?since=${board.revision}&epoch=${board.epoch}`)
    ).json()) as { delta: { put: unknown[]; kind: string } };
    expect(same.delta).toMatchObject({ kind: "changes", put: [], removed: [] });
    const stranger = (await (
      await fetch(`${house.base}/api/v1/boards/lecce/changes?since=999999999&epoch=x`)
    ).json()) as { delta: { kind: string } };
    expect(stranger.delta.kind).toBe("reset");
  });
});
