// The public pages that have no address of their own: what a form answers, what a mail's link leads to, and the page for too many at once.
// Called by publicAccessibility.ts.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer";
import { createAdmission } from "../../server/http/admission.ts";
import { newsletterToken } from "../../server/services/newsletterToken.ts";
import { infoPath, mailPath } from "../../templates/page/sitePath.ts";
import type { RunningHouse } from "../startHouse.ts";

export interface Kind {
  readonly name: string;
  open(page: Page): Promise<void>;
}

/** In an order that makes sense: who leaves has said yes before. `code`: a posting to report. */
export function answersOf(house: RunningHouse, locale: string, code: string): Kind[] {
  const report = `${house.base}${infoPath(locale, "feedback")}?about=${code}`;
  const channels = `${house.base}${infoPath(locale, "channels")}`;
  let link = "";
  const subscribe = async (page: Page, address: string) => {
    await page.goto(channels);
    await page.click("input[name=channel]");
    await page.type("#address", address);
    await send(page, "form.report button", "main");
  };
  return [
    {
      name: "receipt of a report",
      async open(page) {
        await page.goto(report);
        await page.type("#message", "Il telefono è sbagliato");
        await send(page, "form.report button", "[role=status] .verdict");
      },
    },
    {
      name: "empty report",
      async open(page) {
        await page.goto(report);
        await page.type("#message", "   ");
        await send(page, "form.report button", "#refused");
      },
    },
    { name: "wrong address", open: (page) => subscribe(page, "nobody@nowhere") },
    {
      name: "asked for the weekly mail",
      async open(page) {
        const before = await subscribers(house);
        // Of each look its own: one address is written to three times a day.
        await subscribe(page, `lettore-${locale}-${Date.now()}@example.org`);
        const [mine] = (await subscribers(house)).filter(({ id }) => !before.some((one) => one.id === id));
        if (mine === undefined) throw new Error(`nobody has asked: ${await page.content()}`);
        link = house.base + mailPath(locale, newsletterToken(house.config, mine));
      },
    },
    { name: "weekly mail, to confirm", open: async (page) => void (await page.goto(link)) },
    {
      name: "weekly mail, confirmed",
      async open(page) {
        await page.goto(link);
        await send(page, "form button.button", "[role=status] .verdict");
      },
    },
    {
      name: "weekly mail, left",
      async open(page) {
        await page.goto(link);
        await send(page, "form[action$='/leave'] button", "[role=status] .verdict");
      },
    },
    { name: "too many at once", open: (page) => openBusy(house, page) },
  ];
}

const subscribers = ({ store }: RunningHouse) => store.public.subscribers();

/** Sends a form as a reader does; resolves once the answer, which has `there`, has been read. */
async function send(page: Page, button: string, there: string): Promise<void> {
  await Promise.all([page.waitForNavigation({ timeout: 30_000 }), page.click(button)]);
  await page.waitForSelector(there, { timeout: 30_000 });
}

/** A door with no room at all: whoever comes is told to come again. */
async function openBusy({ house }: RunningHouse, page: Page): Promise<void> {
  const admission = createAdmission(house.words, house.locales, { room: 0, late: 0 });
  const server = createServer((request, response) => admission.refuse(request, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const answer = await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    if (answer?.status() !== 503) throw new Error(`busy: ${answer?.status()}`);
  } finally {
    server.closeAllConnections();
    server.close();
    admission.close();
  }
}
