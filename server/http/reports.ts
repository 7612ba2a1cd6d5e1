// The form that reports a mistake, answered with a receipt number, and the queue of what was reported for staff.
// [RP1] Bounded by the visitor's address and for all together; neither is written down. Called by http/pages and http/routes.
import express, { Router } from "express";
import { h } from "preact";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { renderInfoPage } from "../../templates/page/InfoPage.tsx";
import { ReportForm, ReportReceipt } from "../../templates/page/ReportForm.tsx";
import { Refusal } from "../domain/refusal.ts";
import type { Report } from "../domain/report.ts";
import { may } from "../domain/user.ts";
import type { House } from "../house.ts";
import { aboveOf } from "../services/aboveOf.ts";
import { reportMistake } from "../services/reportMistake.ts";
import { MOST_REPORTS, settleReport } from "../services/settleReport.ts";
import { backBody } from "./backBody.ts";
import { reportedPosting } from "./leafPages.ts";
import { pageBytes, sendPage } from "./pageBytes.ts";
import { refuse } from "./refuse.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";
import { takeTurn } from "./takeTurn.ts";
import type { Templates } from "./templates.ts";

export function reportForm(house: House, templates: Templates): Router {
  const router = Router();
  const one = new RateLimiterMemory({ points: 5, duration: 600 });
  const all = new RateLimiterMemory({ points: 120, duration: 60 });
  router.post(
    "/:lang/info/feedback",
    express.urlencoded({ extended: false, limit: "16kb" }),
    async (request, response, next) => {
      const locale = String(request.params.lang);
      if (!house.locales.includes(locale)) return next();
      const body = request.body as Record<string, unknown> | undefined;
      const text = (name: string) => (typeof body?.[name] === "string" ? body[name] : "");
      const frame = { ...templates.frame(locale), page: "feedback" as const, own: house.siteTexts().feedback ?? null };
      const { words } = frame;
      try {
        const site = request.headers["sec-fetch-site"];
        if (site !== undefined && site !== "same-origin" && site !== "none")
          throw new Refusal("notAllowed", { problem: "foreignOrigin" });
        await takeTurn(one, request.ip ?? "");
        await takeTurn(all, "all");
        const about = text("about") === "" ? null : text("about");
        const { number } = await reportMistake(house, { message: text("message"), about, locale });
        const more = h(ReportReceipt, { words, number });
        sendPage(
          pageBytes(renderInfoPage({ ...frame, more }), 200, { "Cache-Control": "no-store" }),
          request,
          response,
        );
      } catch (thrown) {
        const { status, body: refused, headers } = refuse(house, thrown, locale);
        const sentence = status === 400 ? words.t("page:report.empty") : (refused.sentence ?? "");
        const about = reportedPosting(house, text("about"), locale);
        const more = h(ReportForm, { words, about, refused: { message: text("message"), sentence } });
        sendPage(
          pageBytes(renderInfoPage({ ...frame, more }), status, { ...headers, "Cache-Control": "no-store" }),
          request,
          response,
        );
      }
    },
  );
  return router;
}

export function reportRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/reports",
      access: "read",
      summary: "What visitors reported, of the offices one may read; unsettled first.",
      async handle(call) {
        const user = userOfCall(call);
        const above = aboveOf(call.house.mirror.owners.values());
        const mine = ({ owner }: Report) => may(user, "read", owner ?? "*", owner === null ? [] : above(owner));
        return { json: { reports: (await call.house.store.public.reports(MOST_REPORTS)).filter(mine) } };
      },
    }),
    route({
      method: "post",
      path: "/reports/:number/settle",
      access: "write",
      summary: "Say that a report has been dealt with, or take that back.",
      body: backBody,
      async handle(call) {
        await settleReport(call.house, userOfCall(call), call.params.number ?? "", call.body.back);
        return { status: 204 };
      },
    }),
  ];
}
