// A first-time user at the desk, with nothing but the README: sign in, publish a vacancy with deadline and pay, look at it on display, phone and
// poster in four languages, change the deadline, take it down. Every step is counted. Called by the journey and by `npm run bench -- desk`.
import type { ElementHandle, Page, Target } from "puppeteer";
import { addDays, romeDay } from "../../server/domain/time.ts";
import { says } from "./deskBrowser.ts";
import type { Hand } from "./hand.ts";

const PATIENCE = 60_000;
const TITLE = "Cameriere di sala";
/** As each language calls it, on page and card. */
const CALLED = { it: "Cameriere", en: "Waiter", fr: "Serveur", de: "Kellner" } as const;

export interface FirstUser {
  readonly hand: Hand;
  readonly origin: string;
  readonly login: string;
  readonly password: string;
  /** What the first sign-in asks to replace the generated one by; null where it asks nothing. */
  readonly ownPassword: string | null;
  /** "keys": not once the mouse. */
  readonly by: "mouse" | "keys";
}

export async function firstPosting(user: FirstUser): Promise<void> {
  const { hand, origin } = user;
  const { page } = hand;
  const seen = (text: string | RegExp) => hand.wait(says(page, text, PATIENCE));
  const there = (selector: string) => hand.wait(page.waitForSelector(selector, { timeout: PATIENCE }));
  const named = async (name: string, role: string) => {
    const handle = await hand.wait(
      page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, { timeout: PATIENCE }),
    );
    if (handle === null) throw new Error(`no ${role} ${name}`);
    return handle as ElementHandle<Element>;
  };
  const use = async (name: string, role: "button" | "link") => {
    const target = await named(name, role);
    hand.think();
    if (user.by === "mouse") return hand.click(target);
    await hand.tabTo(isFocused, name);
    await hand.press("Enter");
  };
  const follow = async (selector: string) => {
    await there(selector);
    hand.think();
    if (user.by === "keys") {
      await hand.tabTo(isAt, selector);
      return hand.press("Enter");
    }
    const link = await page.$(selector);
    if (link === null) throw new Error(`no ${selector}`);
    await hand.click(link);
  };
  const into = async (id: string) => {
    await there(`#${id}`);
    hand.think();
    if (user.by === "keys") {
      // As the list of keys (?) says: over the form's parts, then from field to field.
      for (let leaps = 0; leaps < 16 && (await page.evaluate(isElsewhere, id)); leaps += 1)
        await hand.press("Alt", "PageDown");
      return hand.tabTo(hasFocus, id);
    }
    const field = await page.$(`#${id}`);
    if (field === null) throw new Error(`no field ${id}`);
    await hand.click(field);
  };
  const pick = async () => {
    await there("[role=option]");
    await hand.press("ArrowDown");
    await hand.press("Enter");
  };
  /** Another tab: looked at, closed. */
  const lookAt = async (selector: string, holds: (tab: Page) => Promise<unknown>) => {
    await follow(selector);
    const part = /'([^']+)'/.exec(selector)?.[1] ?? "";
    const isIt = (target: Target) => target.type() === "page" && new URL(target.url()).pathname.startsWith(part);
    const opened = page.browserContext().waitForTarget(isIt, { timeout: PATIENCE });
    const tab = await hand.wait(opened.then((target) => target.asPage()));
    await tab.bringToFront();
    await hand.wait(holds(tab));
    hand.think();
    await tab.close();
    await hand.press("Control", "w");
    await page.bringToFront();
  };
  let code = "";

  await hand.step("sign in", async () => {
    await there("input[name=login]");
    hand.think();
    await page.focus("input[name=login]");
    await hand.type(user.login);
    await hand.press("Tab");
    await hand.type(user.password);
    await hand.press("Enter");
  });
  if (user.ownPassword !== null) {
    const own = user.ownPassword;
    await hand.step("choose a password of one's own (once)", async () => {
      await there("input[name=current]");
      await page.focus("input[name=current]");
      hand.think();
      await hand.type(user.password);
      for (let again = 0; again < 2; again += 1) {
        await hand.press("Tab");
        await hand.type(own);
      }
      await hand.press("Enter");
    });
  }
  await there("header.top");
  await hand.step("begin a posting with its title", async () => {
    if (user.by === "keys") {
      await hand.wait(page.waitForSelector("h1", { timeout: PATIENCE }));
      hand.think();
      await hand.press("n");
      await into("new-title");
    } else {
      await use("Nuovo annuncio", "link");
      await into("new-title");
    }
    await hand.type(TITLE);
    await hand.press("Enter");
    await there(".posting-form");
    code = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  });
  await hand.step("pick the occupation: the title in four languages", async () => {
    await into("field-title-occupation");
    await pick();
    await seen("Kellner");
  });
  await hand.step("deadline", async () => {
    await into("field-window-closes");
    await hand.type(dayKeys(20));
  });
  await hand.step("pay", async () => {
    await into("field-job-pay-min");
    await hand.type("1400");
  });
  await hand.step("place", async () => {
    await into("field-places-0-municipality");
    await hand.type("Gallip");
    await pick();
  });
  await hand.step("publish", async () => {
    hand.think();
    await hand.press("Control", "Enter");
    await there("dialog[open]");
    hand.think();
    await hand.press("Enter");
    await seen("Lo vedono tutti fino a");
  });
  await hand.step("see it on the phone, in four languages", () =>
    lookAt(".posting-links a[href^='/o/']", async (tab) => {
      await says(tab, CALLED.it, PATIENCE);
      for (const [locale, called] of Object.entries(CALLED)) {
        if (locale !== "it") hand.think();
        await tab.goto(`${origin}/o/${code}/${locale}`);
        await says(tab, called, PATIENCE);
      }
    }),
  );
  await hand.step("see it on the display", () =>
    lookAt(".posting-links a[href^='/kiosk/']", (tab) => says(tab, TITLE.split(" ")[0] ?? TITLE, PATIENCE)),
  );
  await hand.step("see the poster, in four languages", async () => {
    for (const locale of Object.keys(CALLED)) {
      const answer = await fetch(`${origin}/posters/${code}.pdf?lang=${locale}&size=a4`);
      if (answer.status !== 200) throw new Error(`poster in ${locale}: ${answer.status} ${await answer.text()}`);
      if (!Buffer.from(await answer.arrayBuffer()).includes("%PDF-")) throw new Error(`no poster in ${locale}`);
    }
    await follow(".posting-links a[href^='/posters/']");
    hand.think();
    await hand.press("Control", "w");
    for (const tab of await page.browserContext().pages()) if (tab !== page) await tab.close();
    await page.bringToFront();
  });
  await hand.step("change the deadline and publish it", async () => {
    await into("field-window-closes");
    await hand.type(dayKeys(25));
    await hand.press("Control", "Enter");
    await there("dialog[open]");
    hand.think();
    await hand.press("Enter");
    await hand.wait(page.waitForFunction(() => document.querySelector("dialog[open]") === null, { timeout: PATIENCE }));
  });
  await hand.step("take it down", async () => {
    if (user.by === "keys") await hand.press("Alt", "c");
    else await use("Chiudi…", "button");
    await there("dialog[open]");
    hand.think();
    await hand.press("Enter");
    await seen("Annuncio chiuso");
  });
  const closed = await fetch(`${origin}/o/${code}/it`);
  if (closed.status !== 410) throw new Error(`after closing the page answers ${closed.status}`);
}

/** Month first, as a native date field of an English browser takes it. */
function dayKeys(days: number): string {
  const [year, month, day] = addDays(romeDay(Date.now()), days).split("-");
  return `${month}${day}${year}`;
}

function hasFocus(id: string): boolean {
  return document.activeElement?.id === id;
}

/** Whether a field stands in another part of the form than the one with the focus. */
function isElsewhere(id: string): boolean {
  const block = document.getElementById(id)?.closest(".block");
  return block != null && !block.contains(document.activeElement);
}

function isAt(selector: string): boolean {
  return document.activeElement?.matches(selector) === true;
}

function isFocused(name: string): boolean {
  return document.activeElement?.textContent?.trim() === name;
}
