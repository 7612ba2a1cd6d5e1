// Calls of the calendar's page. Called by admin/calendar.
import type { CalendarAnswer, SubscriptionAnswer } from "../../server/domain/calendar.ts";
import type { Day } from "../../server/domain/time.ts";
import { call } from "../api.ts";
import { spokenLocale } from "../words/words.ts";

const SUBSCRIPTION = "/calendar/subscription";

export const calendarApi = {
  entries: (office: string, from: Day, to: Day, abort: AbortSignal) =>
    call<CalendarAnswer>(
      "GET",
      `/calendar?${new URLSearchParams({ from, to, ...(office === "" ? {} : { office }) })}`,
      undefined,
      abort,
    ),
  subscription: () => call<SubscriptionAnswer>("GET", SUBSCRIPTION),
  share: (office: string) =>
    call<SubscriptionAnswer>("POST", SUBSCRIPTION, {
      office: office === "" ? null : office,
      locale: spokenLocale().id,
    }),
  revoke: () => call<unknown>("DELETE", SUBSCRIPTION),
};
