// The desk's calendar, and the subscription other calendar programs read at its secret address.
import { pagePath } from "../domain/address.ts";
import type { CalendarEntry, Subscription, SubscriptionAnswer } from "../domain/calendar.ts";
import { calendarQuery, subscriptionBody } from "../domain/calendar.ts";
import { addDays, romeDay, romeInstant } from "../domain/time.ts";
import type { House } from "../house.ts";
import { readCalendar } from "../services/readCalendar.ts";
import { revokeCalendar, shareCalendar, subscriberOf } from "../services/shareCalendar.ts";
import { readableOffice } from "./readableOffice.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

/** What a subscription tells of, in days before and after today. */
const BACK = 31;
const AHEAD = 366;
const HOUR = 3_600_000;

export function deskCalendarRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/calendar",
      access: "read",
      summary: "Deadlines, openings, events, courses, closures and reminders between two days.",
      query: calendarQuery,
      async handle(call) {
        readableOffice(call, call.query.office);
        const notes = await call.house.store.notes.all();
        return { json: { entries: readCalendar(call.house, userOfCall(call), call.query, notes) } };
      },
    }),
    route({
      method: "get",
      path: "/calendar/subscription",
      access: "read",
      summary: "Whether one has a subscription; never its address.",
      handle: async (call) => ({
        json: answerOf(await call.house.store.notes.subscriptionOf(userOfCall(call).login), null),
      }),
    }),
    route({
      method: "post",
      path: "/calendar/subscription",
      access: "read",
      summary: "Make a secret address for a calendar program; an older one stops working.",
      body: subscriptionBody,
      async handle(call) {
        const { office, locale } = call.body;
        const made = await shareCalendar(call.house, userOfCall(call), office, locale);
        const address = `${call.house.config.publicUrl}/api/v1/calendars/${made.secret}.ics`;
        return { status: 201, json: answerOf(made.subscription, address) };
      },
    }),
    route({
      method: "delete",
      path: "/calendar/subscription",
      access: "read",
      summary: "Revoke the secret address.",
      async handle(call) {
        await revokeCalendar(call.house, userOfCall(call));
        return { status: 204 };
      },
    }),
    route({
      method: "get",
      path: "/calendars/:secret",
      access: "public",
      summary:
        "The calendar behind a secret address, as iCalendar; what its owner may read now, without notes or names.",
      async handle({ house, params, response }) {
        const { user, subscription } = await subscriberOf(house, (params.secret ?? "").replace(/\.ics$/, ""));
        const today = romeDay(house.clock.now());
        const asked = { from: addDays(today, -BACK), to: addDays(today, AHEAD), office: subscription.owner };
        response
          .type("text/calendar; charset=utf-8")
          .set("Cache-Control", "private, no-store")
          .send(await icsOf(house, readCalendar(house, user, asked, []), subscription));
        return {};
      },
    }),
  ];
}

function answerOf(found: Subscription | null, address: string | null): SubscriptionAnswer {
  if (found === null) return { subscription: null, address };
  const { tokenHash: _, ...subscription } = found;
  return { subscription, address };
}

async function icsOf(
  house: House,
  entries: readonly CalendarEntry[],
  { locale, owner }: Subscription,
): Promise<string> {
  const { default: ical, ICalCalendarMethod } = await import("ical-generator");
  const { t } = house.words(house.locales.includes(locale) ? locale : "it");
  const office = owner === null ? null : (house.mirror.owners.get(owner)?.name ?? null);
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Bacheca Viva", product: "desk" },
    name: office === null ? t("desk:calendar.feedAll") : t("desk:calendar.feedOf", { office }),
    ttl: 3600,
  });
  for (const { kind, day, time, until, title, code, owner: whose } of entries) {
    const what = t(`desk:calendar.kind.${kind}`);
    const start = romeInstant(day, time ?? "00:00");
    // An hour for what has an hour; else whole days, the last one included.
    const end = time === null ? Date.parse(`${addDays(until ?? day, 1)}T00:00:00Z`) : start + HOUR;
    calendar.createEvent({
      id: `${kind}-${code ?? whose.id}-${day}@${new URL(house.config.publicUrl).host}`,
      stamp: new Date(house.clock.now()),
      summary: title === "" ? `${what}: ${whose.name}` : `${what}: ${title}`,
      location: whose.name,
      allDay: time === null,
      start: time === null ? new Date(`${day}T00:00:00Z`) : new Date(start),
      end: new Date(end),
      ...(time === null ? { timezone: "UTC" } : {}),
      ...(code === null ? {} : { url: house.config.publicUrl + pagePath(code) }),
    });
  }
  return calendar.toString();
}
