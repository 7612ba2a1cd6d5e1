// Postings published and their sentences approved over real HTTP: what tests of translations do again and again. Called by translations.test and terms.test.
import { expect } from "vitest";
import type { PostingAnswer } from "../../server/domain/httpContract.ts";
import type { SheetAnswer } from "../../server/domain/httpTranslation.ts";
import { aContent, anOffice } from "../builders.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

/** A summary as offices write it: a value, a negation, a benefit. */
export const SENTENCES = [
  "Si cerca personale per la stagione estiva.",
  "Turni serali, anche nei giorni festivi.",
  "Si offre vitto e alloggio.",
  "Non è richiesta la patente.",
  "Stipendio da 1.450,00 € al mese, dal 15/12.",
];

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

/** A house with one office and nothing to do, at a public address. */
export async function houseOfLecce(): Promise<RunningHouse> {
  const house = await startHouse({ demo: false, publicUrl: "https://lavoro.example.it" });
  await house.store.write("test", Date.now(), (tx) => tx.putOwner(anOffice("lecce")));
  await house.store.write("test", Date.now(), (tx) => tx.record("owner.saved", "lecce"));
  await house.house.mirror.catchUp();
  return house;
}
