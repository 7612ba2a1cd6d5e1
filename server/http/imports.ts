// Sheets in and out of the desk: pasted rows or a file, tried first and then imported in one go; everything one may read as CSV, XLSX or JSON.
import { z } from "zod";
import type { ImportAnswer } from "../domain/importContract.ts";
import { importBody } from "../domain/importContract.ts";
import { isGrave } from "../records/problem.ts";
import { EXPORT_FORMATS } from "../records/writeRecords.ts";
import { describeProblem } from "../services/describeReport.ts";
import { exportRecords } from "../services/exportRecords.ts";
import { importSheet } from "../services/importSheet.ts";
import { mayRead } from "../services/mayRead.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";
import { watchWork } from "./watchWork.ts";

/** Faults told at once: nobody reads more. */
const TOLD = 500;

const TYPES = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export function importRoutes(): Route[] {
  return [
    route({
      method: "post",
      path: "/imports",
      access: "write",
      summary:
        "Import a sheet of postings, pasted or as a file; with dryRun nothing is written and every row's fate is told.",
      body: importBody,
      bodyLimit: "8mb",
      async handle(call) {
        const { house, locale } = call;
        const { file, ...asked } = call.body;
        const desk = { ...house, projectRoot: house.config.projectRoot };
        const sheet =
          file.how === "pasted"
            ? { bytes: new TextEncoder().encode(file.text), name: "pasted.csv" }
            : { bytes: Buffer.from(file.content, "base64"), name: file.name };
        return watchWork(call, async (work) => {
          const { outcome, rows, problems, headings } = await importSheet(desk, userOfCall(call), sheet, asked, work);
          const words = house.words(locale);
          // Whoever pasted the sheet knows its own headings, not our fields.
          const written = (field: string) => headings.find((one) => one.field === field)?.written ?? field;
          // The office was chosen on the desk: a row that names none is no doubt.
          const worth = problems.filter(({ problem, value }) => problem !== "ownerFallback" || value !== "");
          // Ten thousand sentences would be made only to be thrown away.
          const told = worth.slice(0, TOLD).map((problem) => ({
            row: problem.row,
            grave: isGrave(problem),
            sentence: describeProblem({ ...problem, field: problem.field === "" ? "" : written(problem.field) }, words),
          }));
          return { outcome, rows, headings, problems: told } satisfies ImportAnswer;
        });
      },
    }),
    route({
      method: "get",
      path: "/exports",
      access: "read",
      summary: "All postings one may read, as JSON, CSV or XLSX in the format an import takes.",
      query: z.object({
        format: z.enum(EXPORT_FORMATS).default("xlsx"),
        closed: z.enum(["0", "1"]).default("0"),
        /** Only these, parted by commas. */
        codes: z.string().max(8000).optional(),
      }),
      async handle({ house, query, response, ...call }) {
        const bytes = await exportRecords(house, query.format, {
          closed: query.closed === "1",
          only: mayRead(userOfCall(call)),
          ...(query.codes === undefined ? {} : { codes: query.codes.split(",") }),
        });
        const name = `bacheca.${query.format}`;
        response
          .set({
            "Content-Type": TYPES[query.format],
            "Content-Disposition": `attachment; filename="${name}"`,
            "Cache-Control": "private, no-store",
          })
          .send(Buffer.from(bytes));
        return {};
      },
    }),
  ];
}
