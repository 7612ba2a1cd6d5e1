// The wall of an office: what is hung is remembered with its revision, and every morning says what is no longer true. A running house.
import { expect, test } from "vitest";
import type { PostingAnswer } from "../../server/domain/httpContract.ts";
import type { OverdueAnswer, Sheet, Wall, WallToday } from "../../server/domain/wall.ts";
import { drawnCodes } from "../../server/printer/drawnCodes.ts";
import { describeWith } from "../setup/describeWith.ts";
import { PASSWORD, startHouse } from "../startHouse.ts";

let now = Date.now();
const house = await startHouse({ publicUrl: "https://bacheca.example.it", clock: { now: () => now } });

const today = async (office = "lecce") => (await house.staff<WallToday>("GET", `/offices/${office}/wall?lang=it`)).body;
const hang = async (wall: string, codes: readonly string[], more: object = {}) =>
  (await house.staff<Sheet>("POST", "/sheets", { wall, format: "poster", locales: ["it"], codes, ...more })).body;

test("[W1] [W2] [W3] hung, changed, closed: hang, reprint with the field that changed, take down", async () => {
  const made = await house.staff<Wall>("POST", "/walls", { office: "lecce", name: "Atrio" });
  expect(made.status).toBe(201);
  const wall = made.body.id;
  expect(wall).toMatch(/^W[0-9A-Z]+$/);
  const before = await today();
  expect(before.takeDown).toEqual([]);
  const [one, two, three] = before.hang.map(({ code }) => code) as [string, string, string];
  const sheet = await hang(wall, [one]);
  const bulletin = await hang(wall, [two, three], { format: "bulletin" });
  const after = await today();
  expect(after.hang.map(({ code }) => code)).toEqual(before.hang.map(({ code }) => code).slice(3));
  expect([after.takeDown, after.reprint]).toEqual([[], []]);
  expect(after.walls.find(({ id }) => id === wall)?.sheets).toBe(2);

  // Places to fill change: the sheet says so by the name of the fact.
  const { posting } = (await house.staff("GET", `/postings/${one}`)).body;
  const content = posting.published?.content;
  const saved = await house.staff("PUT", `/postings/${one}/working`, {
    expected: posting.revision,
    content: { ...content, positions: 77 },
  });
  const open = await house.staff("POST", `/postings/${one}/publish`, { expected: saved.body.posting.revision });
  expect(open.status).toBe(200);
  expect((await today()).reprint).toMatchObject([
    { sheet: { id: sheet.id }, wall: "Atrio", postings: [{ code: one, fields: ["Posti"], over: false }] },
  ]);

  // One of a bulletin's two is over: reprint. Both: take down.
  const close = async (code: string) => {
    const { body } = await house.staff<PostingAnswer>("GET", `/postings/${code}`);
    expect(
      (await house.staff("POST", `/postings/${code}/close`, { expected: body.posting.revision, reason: "filled" }))
        .status,
    ).toBe(200);
  };
  await close(two);
  expect((await today()).reprint.find((line) => line.sheet.id === bulletin.id)?.postings).toMatchObject([
    { code: two, over: true },
  ]);
  await close(three);
  expect((await today()).takeDown).toMatchObject([{ sheet: { id: bulletin.id }, overdue: false }]);

  // A day later it is overdue, for the office and for the network.
  now += 25 * 3_600_000;
  await house.staff("POST", "/session", { login: "admin", password: PASSWORD });
  expect((await today()).takeDown.find((line) => line.sheet.id === bulletin.id)?.overdue).toBe(true);
  const overdue = (await house.staff<OverdueAnswer>("GET", "/walls/overdue")).body;
  expect(overdue.offices.find(({ office }) => office === "lecce")?.overdue).toBeGreaterThanOrEqual(1);

  // Ticked, undone, ticked twice.
  expect((await house.staff("POST", `/sheets/${bulletin.id}/down`)).status).toBe(200);
  expect((await today()).takeDown.some((line) => line.sheet.id === bulletin.id)).toBe(false);
  await house.staff("POST", `/sheets/${bulletin.id}/back`);
  expect((await today()).takeDown.some((line) => line.sheet.id === bulletin.id)).toBe(true);
  for (const _ of [1, 2]) expect((await house.staff("POST", `/sheets/${bulletin.id}/down`)).status).toBe(200);

  // A reprint takes the place of the sheet it was printed for.
  await hang(wall, [one], { replaces: sheet.id });
  expect((await today()).reprint).toEqual([]);
});

test("a wall with sheets is not removed, an empty one is, and its id is not given again", async () => {
  const { body: wall } = await house.staff<Wall>("POST", "/walls", { office: "maglie", name: "Ingresso" });
  const { body: other } = await house.staff<Wall>("POST", "/walls", { office: "maglie", name: "Vetrina" });
  const [first] = (await today("maglie")).hang;
  const sheet = await hang(other.id, [first?.code ?? ""]);
  expect((await house.staff("DELETE", `/walls/${other.id}`)).status).toBe(409);
  await house.staff("POST", `/sheets/${sheet.id}/down`);
  expect((await house.staff("DELETE", `/walls/${other.id}`)).status).toBe(200);
  expect((await house.staff<Wall>("POST", "/walls", { office: "maglie", name: "Sala" })).body.id).not.toBe(other.id);
  expect((await house.staff<Wall>("PUT", `/walls/${wall.id}`, { name: "Ingresso nord" })).body.name).toBe(
    "Ingresso nord",
  );
  expect(
    (await house.staff("POST", "/sheets", { wall: other.id, format: "poster", locales: ["it"], codes: [first?.code] }))
      .status,
  ).toBe(404);
  expect((await house.staff("POST", "/walls", { office: "nowhere", name: "x" })).status).toBe(404);
});

describeWith(["browser"], "printing for a wall", () => {
  test("all that is to be hung comes as one PDF, each code with the wall as its place", {
    timeout: 60_000,
  }, async () => {
    const { body: wall } = await house.staff<Wall>("POST", "/walls", { office: "gallipoli", name: "Atrio" });
    const codes = (await today("gallipoli")).hang.slice(0, 5).map(({ code }) => code);
    const pdf = await house.staffBytes(
      `/offices/gallipoli/wall.pdf?wall=${wall.id}&lang=it,en&codes=${codes.join(",")}`,
    );
    const drawn = (await drawnCodes(pdf)).map(({ text }) => text ?? "");
    expect(drawn).toHaveLength(10);
    for (const text of drawn) expect(text.endsWith(`/${wall.id}`)).toBe(true);
    for (const code of codes) expect(drawn.filter((text) => text.includes(`/O/${code}/`))).toHaveLength(2);
  });
});
