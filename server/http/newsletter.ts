// The weekly mail: the form that asks for it, the page a mail's link leads to, one-click leaving (RFC 8058), and how many read it, for staff.
// [N7] Bounded by the visitor's address, by the mail's address and for all together; none of them is written down. Called by http/pages and routes.
import { createHash } from "node:crypto";
import express, { Router } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { renderChannelsPage } from "../../templates/page/ChannelsPage.tsx";
import type { SubscriptionState } from "../../templates/page/SubscriptionPage.tsx";
import { renderSubscriptionPage } from "../../templates/page/SubscriptionPage.tsx";
import { isChannel } from "../domain/channel.ts";
import type { Locale } from "../domain/locale.ts";
import { Refusal } from "../domain/refusal.ts";
import type { House } from "../house.ts";
import { MailFailure } from "../mail/mailer.ts";
import { lastIssue } from "../services/sendDigests.ts";
import { askToSubscribe, confirmSubscriber, leaveNewsletter, subscriberOf } from "../services/subscribe.ts";
import { pageBytes, sendPage } from "./pageBytes.ts";
import { refuse } from "./refuse.ts";
import type { Route } from "./route.ts";
import { route } from "./route.ts";
import { takeTurn } from "./takeTurn.ts";
import type { Templates } from "./templates.ts";

const NEVER_KEPT = { "Cache-Control": "no-store" } as const;
const TOKEN = /^[\w-]{43}$/;

/** Fewer readers than this are not told apart from none. */
const FEW = 5;

export function newsletterPages(house: House, templates: Templates): Router {
  const router = Router();
  const limits = {
    visitor: new RateLimiterMemory({ points: 5, duration: 600 }),
    address: new RateLimiterMemory({ points: 3, duration: 86_400 }),
    all: new RateLimiterMemory({ points: 60, duration: 60 }),
  };
  const form = express.urlencoded({ extended: false, limit: "16kb" });

  router.post("/:lang/info/channels", form, async (request, response, next) => {
    const locale = String(request.params.lang);
    if (!house.locales.includes(locale) || house.mailer === null) return next();
    const body = (request.body ?? {}) as Record<string, unknown>;
    const address = typeof body.address === "string" ? body.address.slice(0, 300) : "";
    const channels = [body.channel].flat().filter((one): one is string => typeof one === "string");
    const wanted = {
      address,
      locale,
      channels: [...new Set(channels.filter(isChannel))],
      office: typeof body.office === "string" && body.office !== "" ? body.office.slice(0, 60) : null,
    };
    const show = (status: number, more: Record<string, string>, sentence: string | null) => {
      const page = renderChannelsPage({
        ...channelsInput(house, templates, locale),
        refused: sentence === null ? null : { ...wanted, sentence },
        sent: sentence === null,
      });
      sendPage(pageBytes(page, status, { ...more, ...NEVER_KEPT }), request, response);
    };
    try {
      if (isForeign(request.headers["sec-fetch-site"])) throw new Refusal("notAllowed", { problem: "foreignOrigin" });
      await takeTurn(limits.visitor, request.ip ?? "");
      await takeTurn(limits.all, "all");
      const hashed = createHash("sha256").update(address.trim().toLowerCase()).digest("base64");
      await takeTurn(limits.address, hashed, "mailedToday");
      await askToSubscribe(house, wanted);
      show(200, {}, null);
    } catch (thrown) {
      const { t } = house.words(locale);
      if (thrown instanceof MailFailure) {
        // What the server says may name the address: that is nobody's business but its owner's.
        house.log.warn("a mail to confirm could not be sent");
        return thrown.lasting
          ? show(400, {}, t("mail:page.wrongAddress"))
          : show(503, { "Retry-After": "300" }, t("mail:page.noMail"));
      }
      const { status, body: refused, headers } = refuse(house, thrown, locale);
      const own = { address: "mail:page.wrongAddress", channels: "mail:page.noTopic" };
      const field = String(refused.details.field) as keyof typeof own;
      show(status, { ...headers }, own[field] === undefined ? (refused.sentence ?? "") : t(own[field]));
    }
  });

  const subscription = (locale: Locale, token: string, state: SubscriptionState) =>
    pageBytes(
      renderSubscriptionPage({ ...templates.frame(locale), token, state }),
      state === "gone" ? 410 : 200,
      NEVER_KEPT,
    );

  router.get("/:lang/mail/:token{/leave}", async (request, response, next) => {
    const { lang, token } = known(house, request.params);
    if (token === null) return next();
    const subscriber = await subscriberOf(house, token);
    const state = subscriber === null ? "gone" : subscriber.confirmedAt === null ? "toConfirm" : "running";
    sendPage(subscription(lang, token, state), request, response);
  });
  router.post("/:lang/mail/:token", async (request, response, next) => {
    const { lang, token } = known(house, request.params);
    if (token === null) return next();
    if (isForeign(request.headers["sec-fetch-site"])) return next();
    const state = (await confirmSubscriber(house, token)) ? "confirmed" : "gone";
    sendPage(subscription(lang, token, state), request, response);
  });
  // Mail programmes send this themselves, with no origin of ours: who has the link may leave.
  router.post("/:lang/mail/:token/leave", async (request, response, next) => {
    const { lang, token } = known(house, request.params);
    if (token === null) return next();
    await leaveNewsletter(house, token);
    sendPage(subscription(lang, token, "left"), request, response);
  });
  return router;
}

/** What the page of channels shows before anything was asked. */
export function channelsInput(house: House, templates: Templates, locale: Locale) {
  return {
    ...templates.frame(locale),
    offices: house.mirror.offices().sort((a, b) => a.name.localeCompare(b.name, "it")),
    mail: house.mailer !== null,
    refused: null,
    sent: false,
  };
}

function known(house: House, { lang, token }: { lang?: string | string[]; token?: string | string[] }) {
  const locale = String(lang).toLowerCase();
  const fits = house.locales.includes(locale) && TOKEN.test(String(token));
  return { lang: locale, token: fits ? String(token) : null };
}

const isForeign = (site: string | string[] | undefined): boolean =>
  site !== undefined && site !== "same-origin" && site !== "none";

export function newsletterRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/newsletter",
      access: "administerNetwork",
      summary:
        "Whether the weekly mail can be sent, how many read it (null for fewer than five), and when it last went out.",
      async handle({ house }) {
        const readers = (await house.store.public.subscribers()).filter(({ confirmedAt }) => confirmedAt !== null);
        return {
          json: {
            on: house.mailer !== null,
            readers: readers.length < FEW ? null : readers.length,
            lastIssue: lastIssue(house.clock.now()),
          },
        };
      },
    }),
  ];
}
