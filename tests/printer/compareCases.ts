// Prints cases through the project's own printer and compares each with its reference picture. Called by paperPictures tests.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { drawnCodes } from "../../server/printer/drawnCodes.ts";
import type { Printer } from "../../server/printer/printer.ts";
import type { PaperCase } from "../pictures/paper/paperCases.ts";
import { paperCases } from "../pictures/paper/paperCases.ts";
import { comparePictures, drawReference } from "../pictures/paper/reference.ts";
import { PROJECT_ROOT } from "./sampleJob.ts";

const FOLDER = join(PROJECT_ROOT, "tests/pictures/reference");

export const referenceNames = (): string[] => readdirSync(FOLDER).map((file) => file.replace(/\.png$/, ""));

export const referenceOf = (name: string): Buffer => readFileSync(join(FOLDER, `${name}.png`));

/**
 * @param chosen which of all cases; the number compared is returned
 * @param look what else is asked of each paper
 */
export async function compareCases(
  printer: Printer,
  chosen: (one: PaperCase, at: number) => boolean,
  look: (pdf: Uint8Array, name: string) => Promise<void> = async () => undefined,
): Promise<number> {
  const cases = paperCases(PROJECT_ROOT).filter(chosen);
  for (const { name, set } of cases) {
    const { job, codes } = set();
    const pdf = await printer.print(job);
    expect(
      (await drawnCodes(pdf)).map(({ text }) => text),
      `codes of ${name}`,
    ).toEqual(codes);
    await look(pdf, name);
    const { fields, largest } = await comparePictures(await drawReference(pdf), referenceOf(name));
    expect(
      fields,
      `${name} is not as its reference (by up to ${largest.toFixed(0)} of 255). If it should be: npm run pictures -- paper`,
    ).toEqual([]);
  }
  return cases.length;
}
