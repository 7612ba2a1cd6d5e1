// What staff keep to work faster: searches of the list, and postings as models to begin others with. Over HTTP, as the desk does.
import { beforeAll, expect, it } from "vitest";
import type { SavedFilters } from "../../server/domain/savedFilter.ts";
import type { Template, TemplatesAnswer } from "../../server/domain/template.ts";
import { savedFilters } from "../../server/services/savedFilters.ts";
import { aContent, anOffice, chief } from "../builders.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse({ demo: false });
  await house.store.write("test", Date.now(), async (tx) => {
    await tx.putOwner(anOffice("lecce", { area: null }));
    await tx.record("owner.saved", "lecce");
  });
  await house.house.mirror.catchUp();
});

it("a search kept under a name is one's own, and is there again on another computer", async () => {
  const filters = [{ name: "In scadenza", query: "state=open&until=3" }];
  expect((await house.staff("PUT", "/filters", { filters })).status).toBe(200);
  expect((await house.staff<SavedFilters>("GET", "/filters")).body).toEqual({ filters });
  expect(await savedFilters(house.house, { ...chief, login: "anna" })).toEqual([]);
  const many = Array.from({ length: 31 }, (_, n) => ({ name: `${n}`, query: "" }));
  expect((await house.staff("PUT", "/filters", { filters: many })).status).toBe(400);
  expect((await house.staff<SavedFilters>("GET", "/filters")).body).toEqual({ filters });
});

it("a posting kept as a model begins others, gives way to one of its name, and can be put back once removed", async () => {
  const keep = (title: string) =>
    house.staff<{ template: Template }>("POST", "/templates", {
      owner: "lecce",
      name: "Stagionali",
      content: aContent(title),
    });
  const models = async () => (await house.staff<TemplatesAnswer>("GET", "/templates")).body.templates;
  expect((await keep("Cameriere")).status).toBe(201);
  expect((await keep("Barista")).status).toBe(201);
  const [model, ...others] = await models();
  expect(others).toEqual([]);
  expect(model).toMatchObject({ owner: "lecce", name: "Stagionali", savedBy: "admin" });
  expect(model?.content.title).toMatchObject(aContent("Barista").title);
  const removed = await house.staff<{ template: Template }>("DELETE", `/templates/${model?.id}`);
  expect(removed.body.template).toEqual(model);
  expect(await models()).toEqual([]);
  expect((await house.staff("DELETE", `/templates/${model?.id}`)).status).toBe(404);
});
