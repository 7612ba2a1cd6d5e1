// The dates of a call changed after it was published: the desk asks for an amendment, and the public reads it. In a real browser.
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays, romeDay } from "../../server/domain/time.ts";
import { describeWith } from "../setup/describeWith.ts";
import { keys, launchBrowser, openDesk, press, says, setDay, signIn } from "./deskBrowser.ts";
import { manyPostings } from "./deskViews.ts";
import { builtProject, type RunningDesk, startDesk } from "./startDesk.ts";

describeWith(["browser"], "a call whose dates move", () => {
  let project: Awaited<ReturnType<typeof builtProject>>;
  let launched: Awaited<ReturnType<typeof launchBrowser>>;
  let desk: RunningDesk;
  const call = manyPostings(7).find((one) => one.published?.content.section === "targeted");

  beforeAll(async () => {
    [project, launched] = await Promise.all([builtProject(), launchBrowser()]);
    desk = await startDesk(project.folder);
    if (call !== undefined) await desk.fill([call]);
  }, 180_000);
  afterAll(async () => {
    await desk?.stop();
    await launched?.close();
    await project?.remove();
  });

  it("asks for an amendment until one is written, and shows it to the public with the earlier ones", async () => {
    const code = call?.code ?? "";
    const { page, faults } = await openDesk(launched.browser, `${desk.origin}/admin/postings/${code}`);
    await signIn(page);
    const moved = "Le date sono cambiate dopo la pubblicazione";
    await page.waitForSelector(".posting-form");
    expect(await page.evaluate(() => document.body.innerText)).not.toContain(moved);
    await setDay(page, "Candidature fino al", addDays(romeDay(Date.now()), 25));
    await says(page, moved);
    await press(page, "Aggiungi una rettifica");
    await page.waitForFunction((text) => !document.body.innerText.includes(text), { timeout: 30_000 }, moved);
    const texts = await page.$$('::-p-aria([name="Che cosa cambia"])');
    expect(texts).toHaveLength(2);
    await texts[1]?.type("Il termine passa al giorno venticinque.");
    await says(page, "Salvato alle");
    await keys(page, "Control", "Enter");
    await says(page, "Pubblicare questo annuncio?");
    await keys(page, "Enter");
    const amendments = () => desk.house.mirror.entry(code)?.posting.published?.content.call?.amendments ?? [];
    await expect.poll(() => amendments().length).toBe(2);
    expect(amendments()[1]?.day).toBe(romeDay(Date.now()));
    const read = await (await fetch(`${desk.origin}/o/${code}/it`)).text();
    expect(read).toContain("Termine spostato.");
    expect(read).toContain("Il termine passa al giorno venticinque.");
    expect(faults).toEqual([]);
  }, 120_000);
});
