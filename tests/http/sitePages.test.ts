// The pages beside boards and postings: an office, an article of law in plain words, the site's own and what a body puts in their place.
import { beforeAll, describe, expect, it } from "vitest";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { STATUTES } from "../../server/domain/vocabulary.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse();
});
const get = async (path: string) => {
  const answer = await fetch(house.base + path);
  return { status: answer.status, html: await answer.text() };
};

const PAGES = ["accessibility", "privacy", "legal", "feedback", "saved"];

describe.each(CORE_LOCALES)("in %s", (locale) => {
  it("every article of law is explained, with a link to its official text or body", async () => {
    for (const statute of STATUTES) {
      const { status, html } = await get(`/${locale}/law/${statute}`);
      expect(status, statute).toBe(200);
      expect(html).toContain(`<html lang="${locale}"`);
      expect(html).toContain('href="https://');
      expect(html).not.toMatch(/\b(law|page|vocabulary|site):[a-z]/);
    }
    expect((await get(`/${locale}/law/l1-1900`)).status).toBe(404);
  });

  it("the footer of a page leads to each of the site's own pages", async () => {
    const { html } = await get(`/${locale}/`);
    for (const page of PAGES) {
      expect(html).toContain(`href="/${locale}/info/${page}"`);
      const own = await get(`/${locale}/info/${page}`);
      expect(own.status, page).toBe(200);
      expect(own.html).not.toMatch(/\b(site|page):[a-z]/);
    }
  });
});

it("an office says how to get in, when a mediator is there and where to book, in the reader's words", async () => {
  const visit = {
    entrances: [{ where: "via Verdi 3, cortile", facts: ["stepFree", "bell"] }],
    mediators: [{ days: [1, 3], from: "09:00", to: "12:00", byAppointment: false, languages: ["ar", "fr"] }],
    booking: "https://prenota.example.it/lecce",
  };
  const saved = await house.staff("PUT", "/offices/lecce/visit", { visit });
  expect(saved.status).toBe(200);
  const german = await get("/de/lecce/info");
  expect(german.html).toContain("stufenlos");
  expect(german.html).toContain("Arabisch");
  expect(german.html).toContain('<span lang="it">via Verdi 3, cortile</span>');
  expect(german.html).toContain('href="https://prenota.example.it/lecce"');
  expect(german.html).toContain('class="qr"');
  const refused = await house.staff("PUT", "/offices/lecce/visit", {
    visit: { ...visit, booking: "javascript:alert(1)" },
  });
  expect(refused.status).toBe(400);
  expect((await get("/it/atlantide/info")).status).toBe(404);
});

it("a body's own text takes the place of the default; a language without one shows the Italian, marked as such", async () => {
  const texts = {
    it: "Titolare: Ente di prova.\n\nhttps://www.example.it/privacy\n\n<script>alert(1)</script>",
    en: "Controller: a test body.",
  };
  expect((await house.staff("PUT", "/site/pages/privacy", { texts })).status).toBe(200);
  await expect.poll(async () => (await get("/en/info/privacy")).html).toContain("Controller: a test body.");
  const french = (await get("/fr/info/privacy")).html;
  expect(french).toContain('<div class="text" lang="it">');
  expect(french).toContain('<a href="https://www.example.it/privacy"');
  expect(french).toContain("&lt;script>");
  expect(french).toContain('class="mark"');
});
