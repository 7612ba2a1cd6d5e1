// Words that staff teach the house, over real HTTP: an occupation picked for a title, a term of an office.
import { beforeAll, expect, it } from "vitest";
import { aContent } from "../builders.ts";
import type { RunningHouse } from "../startHouse.ts";
import { houseOfLecce, translationDesk } from "./translationDesk.ts";

let house: RunningHouse;
beforeAll(async () => {
  house = await houseOfLecce();
});
const { publish, approve } = translationDesk(() => house);

it("[V3] an occupation staff picked for a title is offered first the next time (translation 3)", async () => {
  const welder = (await house.staff<{ occupations: { ref: string }[] }>("GET", "/occupations?q=saldatore")).body
    .occupations[0]?.ref;
  const content = aContent("Figura jolly di reparto", {
    title: {
      written: { id: "s1", text: "Figura jolly di reparto" },
      occupation: { ref: welder as string, qualifiers: [] },
    },
  });
  const made = await house.staff("POST", "/postings", { owner: "lecce", content });
  await house.staff("POST", `/postings/${made.body.posting.code}/publish`, { expected: made.body.posting.revision });
  const found = await house.staff<{ occupations: { ref: string; matched: string }[] }>(
    "GET",
    "/occupations?q=figura%20jolly",
  );
  expect(found.body.occupations[0]).toMatchObject({ ref: welder, matched: "Figura jolly di reparto" });
});

it("[G1] a term of the office warns or blocks, in whatever form it is listed (translation 16)", async () => {
  const term = { owner: "lecce", kind: "forbidden", source: [], forms: { en: ["waitress*"] }, note: null };
  const saved = await house.staff<{ id: string }>("POST", "/terms", term);
  expect(saved.status).toBe(201);
  const { posting } = await publish("Sala", ["Si cercano persone per la sala."]);
  expect((await approve(posting.code, "s2", "Waitresses are wanted for the dining room.")).body.refusal).toBe(
    "translationErrors",
  );
  expect((await house.staff("DELETE", `/terms/${saved.body.id}`)).status).toBe(204);
  expect((await approve(posting.code, "s2", "Waitresses are wanted for the dining room.")).status).toBe(200);
});
