// Paper as it was when it was last judged by eye: one case of every arrangement in another section, a bulletin and the report, in four languages;
// all cases in paperPictures.full.test.ts. And that the comparison sees what people would, and nothing else.
import sharp from "sharp";
import { expect, test } from "vitest";
import { PAPER_FORMATS } from "../../server/domain/paper.ts";
import { SECTIONS } from "../../server/domain/section.ts";
import { paperCases } from "../pictures/paper/paperCases.ts";
import { comparePictures, drawReference } from "../pictures/paper/reference.ts";
import { describeWith } from "../setup/describeWith.ts";
import { compareCases, referenceNames, referenceOf } from "./compareCases.ts";
import { PROJECT_ROOT, sharedPrinter } from "./sampleJob.ts";

test("every case has its reference and every reference its case, all of them light", () => {
  expect(referenceNames().sort()).toEqual(
    paperCases(PROJECT_ROOT)
      .map(({ name }) => name)
      .sort(),
  );
  expect(referenceNames().reduce((sum, name) => sum + referenceOf(name).length, 0)).toBeLessThan(3_000_000);
});

describeWith(["browser", "pdftoppm"], "paper beside its reference pictures", () => {
  const printer = sharedPrinter();

  test("is as it was: every arrangement, each in another section, a bulletin, the report", {
    timeout: 180_000,
  }, async () => {
    const sample = PAPER_FORMATS.map((format, at) => `${format}-${format === "slip" ? "a6" : "a4"}-${SECTIONS[at]}`);
    const names = new Set([...sample, "bulletin-vacancy", "report"]);
    expect(await compareCases(printer(), ({ name }) => names.has(name))).toBe(names.size);
  });

  test("sees a changed word, a lost line, another shape and a moved code, not other edges of letters", {
    timeout: 120_000,
  }, async () => {
    const name = "poster-a4-vacancy";
    const job = paperCases(PROJECT_ROOT)
      .find((one) => one.name === name)
      ?.set().job;
    if (job === undefined) throw new Error(`no case ${name}`);
    const reference = referenceOf(name);
    const fieldsOf = async (html: string, css = job.css) =>
      (await comparePictures(await drawReference(await printer().print({ ...job, html, css })), reference)).fields;
    expect(await fieldsOf(job.html)).toEqual([]);
    expect((await fieldsOf(job.html.replace("Gallipoli\u00a0(LE)", "Otranto"))).length).toBeGreaterThan(0);
    expect((await fieldsOf(job.html.replace(/<tr[^>]*>.*?<\/tr>/s, ""))).length).toBeGreaterThan(0);
    expect((await fieldsOf(job.html.replace(/<svg class="shape".*?<\/svg>/s, ""))).length).toBeGreaterThan(0);
    expect((await fieldsOf(job.html, `${job.css}.sheet-way .qr{margin-bottom:6mm}`)).length).toBeGreaterThan(0);
    // Other drawings of the same sheet: thin lines at full strength, and all edges softer than ours.
    const thin = await drawReference(await printer().print(job), ["-thinlinemode", "solid"]);
    expect((await comparePictures(thin, reference)).fields).toEqual([]);
    expect((await comparePictures(await sharp(reference).blur(0.8).png().toBuffer(), reference)).fields).toEqual([]);
  });
});
