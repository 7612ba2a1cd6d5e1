// Every change with who, when, before and after: searched, exported, and its chain of hashes verified.
import type { ChainAnswer } from "../domain/auditContract.ts";
import { auditQuery } from "../domain/auditContract.ts";
import { writeRecords } from "../records/writeRecords.ts";
import { searchLog } from "../services/searchLog.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

const EXPORT_LINES = 10_000;

export function auditRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/audit",
      access: "administerNetwork",
      summary: "The log of every change, newest first, by words; as CSV for whoever keeps it.",
      query: auditQuery,
      async handle({ house, query, response, ...call }) {
        const limit = query.format === "csv" ? { limit: EXPORT_LINES } : {};
        const answer = await searchLog(house.store, userOfCall(call), { q: query.q, before: query.before, ...limit });
        if (query.format === "json") return { json: answer };
        const records = answer.lines.map(({ at, facts, ...line }) => ({
          at: new Date(at).toISOString(),
          ...line,
          facts: JSON.stringify(facts),
        }));
        response
          .set({
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": 'attachment; filename="registro.csv"',
            "Cache-Control": "private, no-store",
          })
          .send(Buffer.from(await writeRecords(records, "csv", ["at", "actor", "verb", "subject"])));
        return {};
      },
    }),
    route({
      method: "get",
      path: "/audit/chain",
      access: "administerNetwork",
      summary: "Whether the log's chain of hashes holds; reads all of it.",
      async handle({ house }) {
        const [broken, { revision }] = await Promise.all([house.store.brokenChain(), house.store.head()]);
        return { json: { broken, revision } satisfies ChainAnswer };
      },
    }),
  ];
}
