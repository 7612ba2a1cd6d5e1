// The checks before publishing over the API: what is told, what the network's setting stops, and that the server itself stops it. [K7]
import { beforeAll, expect, it } from "vitest";
import type { ChecksAnswer } from "../../server/domain/checks/checksAnswer.ts";
import { DEFAULT_CHECKS } from "../../server/domain/checks/finding.ts";
import type { PostingAnswer } from "../../server/domain/httpContract.ts";
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
});

const draft = async (content = aContent("Cuoco/a di mare")) =>
  (await house.staff<PostingAnswer>("POST", "/postings", { owner: "lecce", content })).body.posting;
const publish = (code: string, expected: number) =>
  house.staff<{ refusal?: string; sentence?: string; posting?: { state: string } }>(
    "POST",
    `/postings/${code}/publish`,
    { expected },
  );

it("tells what is missing and warns without stopping", async () => {
  const { code, revision } = await draft();
  const { status, body } = await house.staff<ChecksAnswer>("POST", "/checks", {
    owner: "lecce",
    code,
    content: aContent("Cuoca di mare"),
  });
  expect(status).toBe(200);
  expect(body.findings.map(({ reason }) => reason)).toEqual(["feminineTitle", "payMissing"]);
  expect(body).toMatchObject({ completeness: 0, ease: null });
  expect((await publish(code, revision)).body.posting?.state).toBe("open");
});

it("finds the posting that hangs already, whoever wrote it", async () => {
  const { body } = await house.staff<ChecksAnswer>("POST", "/checks", {
    owner: "lecce",
    code: null,
    content: aContent("Cuoco/a  di MARE"),
  });
  expect(body.findings.find(({ reason }) => reason === "duplicate")?.found).toContain("Cuoco/a di mare");
});

it("K7: what the network blocks is refused by the server, with its reason in words", async () => {
  const policy = { ...DEFAULT_CHECKS, pay: { ...DEFAULT_CHECKS.pay, level: "block" }, wording: "block" };
  expect((await house.staff("PUT", "/checks/policy", { policy })).status).toBe(200);
  const { code, revision } = await draft(aContent("Ricamatrice a mano"));
  const refused = await publish(code, revision);
  expect(refused.status).toBe(422);
  expect(refused.body.refusal).toBe("checksBlock");
  expect(refused.body.sentence).toContain("titolo al solo femminile, manca la retribuzione");
  expect((await house.store.posting(code))?.state).toBe("draft");
  const log = await house.store.recentEvents(1, "checks");
  expect(log[0]).toMatchObject({
    verb: "policy.set",
    actor: "admin",
    facts: { before: { wording: "warn" }, after: { wording: "block" } },
  });
  await house.staff("PUT", "/checks/policy", { policy: DEFAULT_CHECKS });
  expect((await publish(code, revision)).status).toBe(200);
});

it("K4: data of candidates is refused whatever the setting", async () => {
  const content = aContent("Impiegato/a", { summary: [{ id: "s2", text: "Vince RSSMRA85T10A562S." }] });
  const { code, revision } = await draft(content);
  expect((await publish(code, revision)).body.refusal).toBe("checksBlock");
});
