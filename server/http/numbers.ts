// The office's numbers as JSON for the desk, as CSV or XLSX for whoever reckons on; and the weekly report as numbers.
import { z } from "zod";
import type { DeskNumbers, NumbersRow } from "../domain/numbers.ts";
import { numbersQuery } from "../domain/numbers.ts";
import { isDay } from "../domain/time.ts";
import { writeRecords } from "../records/writeRecords.ts";
import { deskNumbers } from "../services/deskNumbers.ts";
import { weekReport } from "../services/weekReport.ts";
import { readableOffice } from "./readableOffice.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

const weekQuery = z.object({
  day: z.string().refine(isDay, "day").nullable().default(null),
  office: z.string().max(60).nullable().default(null),
});

export function numberRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/numbers",
      access: "read",
      summary: "What was published, closed, shown and scanned between two days; counts under five are not told.",
      query: numbersQuery,
      async handle(call) {
        const { house, query, response, locale } = call;
        const office = readableOffice(call, query.office);
        const numbers = await deskNumbers(house, userOfCall(call), { ...query, office });
        if (query.format === "json") return { json: numbers };
        const { t } = house.words(locale);
        const bytes = await writeRecords(linesOf(numbers, t), query.format, []);
        response
          .set({
            "Content-Type": TYPES[query.format],
            "Content-Disposition": `attachment; filename="${query.from}-${query.to}.${query.format}"`,
            "Cache-Control": "private, no-store",
          })
          .send(Buffer.from(bytes));
        return {};
      },
    }),
    route({
      method: "get",
      path: "/reports/week",
      access: "read",
      summary: "The weekly report as numbers; as PDF: /report.pdf and /offices/{office}/report.pdf.",
      query: weekQuery,
      handle: (call) => ({
        json: weekReport(
          call.house.mirror,
          readableOffice(call, call.query.office),
          call.query.day,
          call.house.clock.now(),
        ),
      }),
    }),
  ];
}

/** One line a row of every table, with headings in the reader's language. */
function linesOf(numbers: DeskNumbers, t: (key: string) => string): Record<string, unknown>[] {
  const line = (table: string, name: string, row: NumbersRow) => ({
    [t("numbers:table")]: table,
    [t("numbers:name")]: name,
    [t("numbers:published")]: row.published,
    [t("numbers:closed")]: row.closed,
    [t("numbers:open")]: row.open,
    [t("numbers:positions")]: row.positions,
    [t("numbers:days")]: row.days,
    [t("numbers:shown")]: row.shown,
    [t("numbers:scanned")]: row.scanned,
    [t("numbers:paper")]: row.paper,
  });
  return [
    line(t("numbers:total"), t("numbers:total"), numbers.total),
    ...numbers.sections.map((row) => line(t("numbers:bySection"), t(`vocabulary:section.${row.key}`), row)),
    ...numbers.sectors.map((row) => line(t("numbers:bySector"), t(`vocabulary:sector.${row.key}`), row)),
    ...numbers.areas.map((row) => line(t("numbers:byArea"), row.key, row)),
  ];
}
