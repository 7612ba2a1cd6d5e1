// What goes out comes back the same, in every format, and no spreadsheet finds a formula in it.
import { expect, test } from "vitest";
import type { Content } from "../../server/domain/content.ts";
import { segmentsOf } from "../../server/domain/segmentsOf.ts";
import { readRecords } from "../../server/records/readRecords.ts";
import { EXPORT_FORMATS } from "../../server/records/writeRecords.ts";
import { exportRecords } from "../../server/services/exportRecords.ts";
import { importRecords } from "../../server/services/importRecords.ts";
import { systemUser } from "../../server/services/systemUser.ts";
import { allRows, projectRoot } from "../records/shippedRecords.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { importDesk } from "./importDesk.ts";

const folder = temporaryFolder();
const chief = systemUser("import");

/** Codes and the ids of segments are each store's own. */
function words(content: Content): unknown {
  return JSON.parse(
    JSON.stringify({ ...content, parent: content.parent !== null }, (key, value: unknown) =>
      key === "id" && /^s\d+$/.test(String(value)) ? undefined : value,
    ),
  );
}

async function contents(desk: Awaited<ReturnType<typeof importDesk>>) {
  const postings = await desk.store.postings();
  return new Map(
    postings.map((posting) => [
      posting.origin?.id,
      {
        owner: posting.owner,
        note: posting.staffNote,
        content: words((posting.published?.content ?? posting.working) as Content),
      },
    ]),
  );
}

test.each(EXPORT_FORMATS)("all real postings out and in again as %s", async (format) => {
  const from = await importDesk(folder);
  await importRecords(from, chief, allRows, { publish: false, dryRun: false, ownerFallback: "altre-regioni" });
  const file = await readRecords(await exportRecords(from, format), `tutto.${format}`, projectRoot);
  if (file.holds !== "postings") throw new Error(file.holds);
  const to = await importDesk(folder);
  const report = await importRecords(to, chief, file.rows, { publish: false, dryRun: false });
  expect(report.problems.filter(({ problem }) => problem !== "municipality")).toEqual([]);
  const [before, after] = [await contents(from), await contents(to)];
  expect(after.size).toBe(115);
  for (const [id, one] of before) expect(after.get(id), String(id)).toEqual(one);
  // Into the store it came from, it changes nothing.
  const head = await from.store.head();
  const again = await importRecords(from, chief, file.rows, { publish: false, dryRun: false });
  expect(again.rows.filter(({ fate }) => fate !== "unchanged")).toEqual([]);
  expect(await from.store.head()).toEqual(head);
});

test("[I10] what begins like a formula gets an apostrophe, and loses it on the way back", async () => {
  const titles = ['=cmd|"/c calc"!A1', "+39 cuoco", "-1 cuoco", "@SUM(A1)"];
  const desk = await importDesk(folder);
  await importRecords(
    desk,
    chief,
    titles.map((title, index) => ({
      row: index + 1,
      value: { id: String(index), kind: "vacancy", title, office: "CPI Lecce", benefits: ["=1+1", "a|b", "[x"] },
    })),
    { publish: false, dryRun: false },
  );
  const csv = new TextDecoder().decode(await exportRecords(desk, "csv"));
  expect(csv).not.toMatch(/(^|;)"?[=+\-@]/m);
  for (const format of ["csv", "xlsx"] as const) {
    const file = await readRecords(await exportRecords(desk, format), `a.${format}`, projectRoot);
    if (file.holds !== "postings") throw new Error(file.holds);
    const back = await importDesk(folder);
    await importRecords(back, chief, file.rows, { publish: false, dryRun: false });
    const contents = (await back.store.postings()).map(({ working }) => working as Content);
    expect(contents.map(({ title }) => title.written.text).sort()).toEqual([...titles].sort());
    for (const content of contents)
      expect(segmentsOf(content).map(({ text }) => text)).toEqual([content.title.written.text, "=1+1", "a|b", "[x"]);
  }
});
