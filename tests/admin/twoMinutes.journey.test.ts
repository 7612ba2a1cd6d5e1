// Publish in two minutes: a first-time user with the README alone, by mouse and by keyboard alone, every step counted. (issue "The staff desk", must show)
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWith } from "../setup/describeWith.ts";
import { launchBrowser, openDesk } from "./deskBrowser.ts";
import { firstPosting } from "./firstPosting.ts";
import { createHand, totalOf } from "./hand.ts";
import { builtProject, PASSWORD, type RunningDesk, startDesk } from "./startDesk.ts";

describeWith(["browser"], "a first posting, by the README", () => {
  let project: Awaited<ReturnType<typeof builtProject>>;
  let launched: Awaited<ReturnType<typeof launchBrowser>>;
  let desk: RunningDesk;

  beforeAll(async () => {
    [project, launched] = await Promise.all([builtProject(["admin", "kiosk"]), launchBrowser()]);
  }, 240_000);
  afterAll(async () => {
    await launched?.close();
    await desk?.stop();
    await project?.remove();
  });

  it.each(["mouse", "keys"] as const)(
    "takes at most two minutes of a person's time (%s)",
    async (by) => {
      await desk?.stop();
      desk = await startDesk(project.folder, { mustChangePassword: true });
      const { page, faults } = await openDesk(launched.browser, `${desk.origin}/admin/`);
      const hand = createHand(page);
      const own = "una parola tutta mia";
      await firstPosting({
        hand,
        origin: desk.origin,
        login: "admin",
        password: PASSWORD,
        ownPassword: own,
        by,
      });
      const told = hand.steps.map(({ what, operators, seconds }) => `${seconds.toFixed(1)} s ${what}: ${operators}`);
      expect(totalOf(hand.steps), told.join("\n")).toBeLessThanOrEqual(120);
      expect(faults).toEqual([]);
      if (by === "keys") expect(hand.steps.map(({ operators }) => operators).join(" ")).not.toMatch(/[PB]/);
    },
    240_000,
  );
});
