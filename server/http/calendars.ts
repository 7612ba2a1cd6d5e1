// A posting's dates as a calendar file: the event itself, or the deadline. Called by http/pages.
import { Router } from "express";
import { factsOf } from "../../templates/parts/factsOf.ts";
import { pagePath } from "../domain/address.ts";
import { readCode } from "../domain/code.ts";
import { isLive } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import { endOf, startOf } from "../domain/time.ts";
import type { House } from "../house.ts";
import { KEPT_SHORTLY } from "./keptShortly.ts";

export function calendarRoutes(house: House): Router {
  const router = Router();
  const { mirror, clock } = house;
  router.get("/o/:code.ics", async (request, response, next) => {
    const code = readCode(String(request.params.code));
    const entry = code === null ? undefined : mirror.entry(code);
    if (entry?.shown == null || !isLive(entry.posting, clock.now())) return next();
    response
      .type("text/calendar; charset=utf-8")
      .set("Cache-Control", KEPT_SHORTLY)
      .send(await calendarOf(house, entry.shown));
  });
  return router;
}

/** The event itself, or the deadline's day. */
async function calendarOf({ config, words }: House, posting: PublicPosting): Promise<string> {
  const { default: ical, ICalCalendarMethod } = await import("ical-generator");
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Bacheca Viva", product: "bacheca" },
  });
  const { event, title, sourceLocale } = posting.content;
  const url = config.publicUrl + pagePath(posting.code);
  const facts = factsOf(posting, words(sourceLocale), null).filter(({ stated }) => stated);
  const description = facts
    .map(({ label, lines }) => `${label}: ${lines.map(({ text }) => text).join(", ")}`)
    .join("\n");
  const common = {
    id: `${posting.code}@${new URL(config.publicUrl).host}`,
    url,
    description,
    stamp: new Date(posting.publishedAt),
  };
  if (event !== null) {
    const end = event.ends ?? event.starts;
    calendar.createEvent({
      ...common,
      summary: title.written.text,
      start: new Date(startOf(event.starts)),
      end: new Date(endOf(end)),
      allDay: event.starts.time === null,
      location: event.venue?.text ?? null,
    });
  } else {
    const deadline = posting.until;
    calendar.createEvent({
      ...common,
      summary: `${title.written.text}: ${words(sourceLocale).t("facts:label.until")}`,
      start: new Date(deadline - 1800_000),
      end: new Date(deadline),
    });
  }
  return calendar.toString();
}
