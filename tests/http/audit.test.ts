// The log at the desk: who changed what, before and after, searched, taken out, and its chain verified. [E1]
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { AuditAnswer, ChainAnswer } from "../../server/domain/auditContract.ts";
import { changesOf } from "../../server/domain/changesOf.ts";
import { DEFAULT_CHECKS } from "../../server/domain/checks/finding.ts";
import type { Content } from "../../server/domain/content.ts";
import type { Posting } from "../../server/domain/posting.ts";
import { aContent, anOffice } from "../builders.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse({ demo: false });
  await house.store.write("test", Date.now(), async (tx) => {
    await tx.putOwner(anOffice("lecce"));
    await tx.record("owner.saved", "lecce");
  });
  await house.house.mirror.catchUp();
  for (let at = 0; at < 5; at += 1)
    await house.store.write(`person${at % 2}`, Date.now(), async (tx) => {
      for (let line = 0; line < 50; line += 1) await tx.record("posting.edited", `CODE${at}`, { line });
    });
});
const audit = async (query: string) => (await house.staff<AuditAnswer>("GET", `/audit?${query}`)).body;

it("finds by person, subject and facts, newest first, and turns pages without losing a line", async () => {
  const found = await audit("q=person1+code1");
  expect(found.lines).toHaveLength(50);
  const all: string[] = [];
  for (let next: number | null | undefined; next !== null; ) {
    const page: AuditAnswer = await audit(`q=posting.edited${next === undefined ? "" : `&before=${next}`}`);
    all.push(...page.lines.map(({ revision, index }) => `${revision}.${index}`));
    next = page.next;
  }
  expect(all).toHaveLength(250);
  expect(new Set(all).size).toBe(250);
});

it("says what was before and after, and goes out as a sheet", async () => {
  await house.staff("PUT", "/checks/policy", { policy: { ...DEFAULT_CHECKS, reading: "off" } });
  const [line] = (await audit("q=policy.set")).lines;
  expect(line).toMatchObject({
    actor: "admin",
    subject: "checks",
    facts: { before: { reading: "warn" }, after: { reading: "off" } },
  });
  const text = new TextDecoder().decode(await house.staffBytes("/audit?format=csv&q=person0"));
  expect(text.trim().split("\r\n")).toHaveLength(151);
});

it("[AU1] keeps of an edit, a publication and a new office page what was there before and after, and no more", async () => {
  const content = aContent("Cuoco");
  const { body } = await house.staff<{ posting: Posting }>("POST", "/postings", { owner: "lecce", content });
  const { code, revision } = body.posting;
  const put = (expected: number, change: Partial<Content>) =>
    house.staff<{ posting: Posting }>("PUT", `/postings/${code}/working`, {
      expected,
      content: { ...content, ...change },
    });
  const edited = await put(revision, { positions: 3 });
  const change = { before: { positions: content.positions }, after: { positions: 3 } };
  expect((await audit(`q=posting.edited+${code}`)).lines[0]?.facts).toEqual(change);
  const published = await house.staff<{ posting: Posting }>("POST", `/postings/${code}/publish`, {
    expected: edited.body.posting.revision,
  });
  expect(published.status).toBe(200);
  const again = await put(published.body.posting.revision, { positions: 4 });
  await house.staff("POST", `/postings/${code}/publish`, { expected: again.body.posting.revision });
  expect((await audit(`q=posting.published+${code}`)).lines[0]?.facts).toMatchObject({
    before: { positions: 3 },
    after: { positions: 4 },
  });
});

it("[AU2] masks what gives a candidate away, in a text and in a list kept whole", () => {
  const text = "Rossi Maria, nata a Lecce il 12/03/1980";
  const logged = JSON.stringify(changesOf({ a: "Cuoco", b: [] }, { a: text, b: [{ id: "s1", text }] }));
  expect(logged).toContain("nata a Lecce");
  expect(logged).not.toContain("1980");
});

it("[AU1] compares lists of one length item by item, others as a whole, and finds nothing where nothing differs", () => {
  expect(changesOf({ a: [1, 2], b: { c: "x" } }, { a: [1, 3], b: { c: "x" } })).toEqual({
    before: { "a.1": 2 },
    after: { "a.1": 3 },
  });
  expect(changesOf({ a: [1] }, { a: [] })).toEqual({ before: { a: [1] }, after: { a: [] } });
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(changesOf(value, structuredClone(value))).toEqual({ before: {}, after: {} });
    }),
  );
});

it("verifies the chain", async () => {
  const { body } = await house.staff<ChainAnswer>("GET", "/audit/chain");
  expect(body.broken).toBeNull();
});
