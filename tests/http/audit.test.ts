// The log at the desk: who changed what, before and after, searched, taken out, and its chain verified. [E1]
import { beforeAll, expect, it } from "vitest";
import type { AuditAnswer, ChainAnswer } from "../../server/domain/auditContract.ts";
import { DEFAULT_CHECKS } from "../../server/domain/checks/finding.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse({ demo: false });
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

it("verifies the chain", async () => {
  const { body } = await house.staff<ChainAnswer>("GET", "/audit/chain");
  expect(body.broken).toBeNull();
});
