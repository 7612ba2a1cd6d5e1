// Postings published and their sentences approved over real HTTP: what tests of translations do again and again. Called by translations.test and terms.test.
import { expect } from "vitest";
import type { PostingAnswer } from "../../server/domain/httpContract.ts";
import type { SheetAnswer } from "../../server/domain/httpTranslation.ts";
import { aContent } from "../builders.ts";
import type { RunningHouse } from "../startHouse.ts";

export function translationDesk(house: () => RunningHouse) {
  async function publish(title: string, sentences: readonly string[]): Promise<PostingAnswer> {
    const content = aContent(title, { summary: sentences.map((text, n) => ({ id: `s${n + 2}`, text })) });
    const made = await house().staff("POST", "/postings", { owner: "lecce", content });
    const { code, revision } = made.body.posting;
    const done = await house().staff("POST", `/postings/${code}/publish`, { expected: revision });
    expect(done.status).toBe(200);
    return done.body;
  }

  const sheet = async (code: string, locale = "en") =>
    (await house().staff<SheetAnswer>("GET", `/translations/${code}/${locale}`)).body;
  const line = (of: SheetAnswer, segment: string) => of.lines.find((one) => one.segment === segment);

  async function approve(code: string, segment: string, text: string, locale = "en") {
    const here = line(await sheet(code, locale), segment);
    return house().staff<SheetAnswer & { refusal?: string }>(
      "POST",
      `/translations/${code}/${locale}/${segment}/approve`,
      {
        source: here?.source,
        expected: here?.current?.revision ?? 0,
        text,
      },
    );
  }

  const shownPage = async (code: string, locale = "en") => (await fetch(`${house().base}/o/${code}/${locale}`)).text();
  return { publish, sheet, line, approve, shownPage };
}

/** Asks again and again until there is something. */
export async function waitFor<T>(ask: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await ask();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
