// The translators' part of the API over real HTTP: states, staleness, the public's view, memory, glossary, exchange, numbers.
import { beforeAll, describe, expect, it } from "vitest";
import type { BoardAnswer } from "../../server/domain/httpContract.ts";
import type {
  MemoryAnswer,
  MemoryListAnswer,
  NumbersAnswer,
  QueueAnswer,
  SheetAnswer,
} from "../../server/domain/httpTranslation.ts";
import { cardMarkup } from "../pictures/contactSheet.tsx";
import type { RunningHouse } from "../startHouse.ts";
import { houseOfLecce, SENTENCES, translationDesk, waitFor } from "./translationDesk.ts";

let house: RunningHouse;
beforeAll(async () => {
  house = await houseOfLecce();
});

const { publish, sheet, line, approve, shownPage } = translationDesk(() => house);

describe("a translation's way", () => {
  it("[X3][TR2] a draft is nobody's business but staff's; its approval is public at once, its withdrawal too, with who, when and why; the other languages are untouched (translation 10, lobby 39)", async () => {
    const { posting } = await publish("Aiuto in cucina", SENTENCES);
    const { code } = posting;
    const source = SENTENCES[2] as string;
    const written = await house.staff<SheetAnswer>("PUT", `/translations/${code}/en/s4`, {
      source,
      expected: 0,
      text: "Board and lodging are provided.",
    });
    expect(line(written.body, "s4")).toMatchObject({ state: "draft", current: { author: "admin" } });
    expect(
      (await house.staff("GET", `/postings/${code}`)).body.posting.revision,
      "the posting's own editors are not disturbed",
    ).toBe(posting.revision);
    expect(await shownPage(code)).not.toContain("Board and lodging");
    const before = (await house.staff("GET", `/postings/${code}`)).body.posting.publicRevision as number;
    expect((await approve(code, "s4", "Board and lodging are provided.")).status).toBe(200);
    const after = (await house.staff("GET", `/postings/${code}`)).body.posting.publicRevision as number;
    expect(after).toBeGreaterThan(before);
    expect(await shownPage(code)).toContain("Board and lodging are provided.");
    const delta = await (
      await fetch(`${house.base}/api/v1/boards/lecce/changes?since=${before}&epoch=${house.house.mirror.epoch}`)
    ).json();
    expect(JSON.stringify(delta)).toContain("Board and lodging are provided.");
    expect((await approve(code, "s4", "Logement et repas fournis.", "fr")).status).toBe(200);
    const approved = line(await sheet(code), "s4");
    const refused = await house.staff<{ details: { problem: string } }>("PUT", `/translations/${code}/en/s4`, {
      source,
      expected: approved?.current?.revision,
      text: "x",
    });
    expect([refused.status, refused.body.details.problem], "[X4]").toEqual([409, "withdrawFirst"]);
    const withdrawn = await house.staff<SheetAnswer>("POST", `/translations/${code}/en/s4/withdraw`, {
      source,
      expected: approved?.current?.revision,
      reason: " Vitto, non alloggio. ",
    });
    expect(line(withdrawn.body, "s4")?.state).toBe("review");
    expect(withdrawn.body.traces[0]).toMatchObject({
      actor: "admin",
      move: "withdraw",
      from: "approved",
      to: "review",
      segment: "s4",
      reason: "Vitto, non alloggio.",
    });
    expect(line(await sheet(code, "fr"), "s4")?.state, "the other languages stay approved (lobby 39)").toBe("approved");
    expect(await shownPage(code, "fr")).toContain("Logement et repas fournis.");
    expect(await shownPage(code)).not.toContain("Board and lodging");
  });

  it("changing the pay leaves every approved sentence approved; changing one sentence of five leaves four (translation 7, 8; people 30)", async () => {
    const { posting } = await publish("Commessa", SENTENCES);
    const english = [
      "Staff wanted for the summer season.",
      "Evening shifts, also on public holidays.",
      "Board and lodging are provided.",
      "No driving licence is required.",
      "Pay from €1,450.00 a month, from 15 December.",
    ];
    for (const [n, text] of english.entries())
      expect((await approve(posting.code, `s${n + 2}`, text)).status, text).toBe(200);
    const content = posting.published?.content;
    if (content === undefined) throw new Error("not published");
    const pay = {
      min: 1500,
      max: null,
      currency: "EUR",
      period: "month",
      gross: true,
      allowance: false,
      note: null,
    } as const;
    const job = {
      sector: null,
      contracts: [],
      duration: null,
      schedules: [],
      weeklyHours: null,
      hoursNote: null,
      starts: null,
      agreement: null,
      pay,
    };
    const save = async (next: object) => {
      const { body } = await house.staff("GET", `/postings/${posting.code}`);
      const saved = await house.staff("PUT", `/postings/${posting.code}/working`, {
        expected: body.posting.revision,
        content: next,
      });
      expect(saved.status).toBe(200);
      await house.staff("POST", `/postings/${posting.code}/publish`, { expected: saved.body.posting.revision });
    };
    await save({ ...content, job });
    const approvedIn = async () => (await sheet(posting.code)).lines.filter(({ state }) => state === "approved").length;
    expect(await approvedIn()).toBe(5);
    await save({
      ...content,
      job,
      summary: content.summary.map((one) => (one.id === "s3" ? { ...one, text: "Turni serali." } : one)),
    });
    expect(await approvedIn()).toBe(4);
    const stale = line(await sheet(posting.code), "s3");
    expect(stale).toMatchObject({ state: "missing", current: null, earlier: { text: english[1], state: "approved" } });
    expect(await shownPage(posting.code)).not.toContain(english[1]);
    expect(
      (await house.staff("PUT", "/translations/policy", { showMachine: true, showStale: true, fourEyes: false }))
        .status,
    ).toBe(200);
    expect(await shownPage(posting.code)).toMatch(
      /translation of an earlier text, \d+ \w+ \d{4}[\s\S]*Evening shifts, also on public holidays\./,
    );
    await house.staff("PUT", "/translations/policy", { showMachine: true, showStale: false, fourEyes: false });
    expect(await shownPage(posting.code)).not.toContain(english[1]);
  });

  it("machine text says so on page, card and paper in the reader's language, or is shown on none of them (translation 11, 12)", async () => {
    const { posting } = await publish("Addetta alle consegne", ["Si consegna anche in bicicletta."]);
    const { code } = posting;
    const policy = (showMachine: boolean) =>
      house.staff("PUT", "/translations/policy", { showMachine, showStale: false, fourEyes: false });
    await house.store.write("system:deepl", Date.now(), async (tx) => {
      await tx.putTranslation({
        code,
        segment: "s2",
        locale: "de",
        source: "Si consegna anche in bicicletta.",
        text: "Geliefert wird auch mit dem Rad.",
        state: "machine",
        author: "deepl",
        reviewer: null,
        at: Date.now(),
        revision: tx.revision,
      });
      await tx.record("translation.written", code, { segment: "s2", locale: "de", by: "machine" });
    });
    await house.house.mirror.catchUp();
    const surfaces = async () => {
      const board = (await (await fetch(`${house.base}/api/v1/boards/lecce`)).json()) as BoardAnswer;
      const shown = board.postings.find((one) => one.code === code);
      if (shown === undefined) throw new Error("not on the board");
      return {
        page: await shownPage(code, "de"),
        card: cardMarkup(shown, house.house.words("de"), { width: 1920, height: 1080 }),
        paper: await (await fetch(`${house.base}/posters/${code}.html?lang=de`)).text(),
      };
    };
    // The page says it once, above its text; card and paper behind the sentence.
    const said = async () =>
      Object.fromEntries(
        Object.entries(await surfaces()).map(([where, html]) => [
          where,
          ["Geliefert wird auch mit dem Rad.", "automatisch übersetzt", "Si consegna anche in bicicletta."].map(
            (text) => html.includes(text),
          ),
        ]),
      );
    await policy(true);
    expect(await said()).toEqual({ page: [true, true, false], card: [true, true, false], paper: [true, true, false] });
    await policy(false);
    expect(await said()).toEqual({
      page: [false, false, true],
      card: [false, false, true],
      paper: [false, false, true],
    });
    for (const [where, html] of Object.entries(await surfaces()))
      expect(
        /lang="it"[^>]*>[^<]*Si consegna anche in bicicletta\./.test(html),
        `${where}: in Italian, and marked so`,
      ).toBe(true);
    await policy(true);
  });

  it("[C2] an error blocks approval, a warning does not; four eyes where the network wants them (translation 17)", async () => {
    // Sentences of its own: what was approved above would be filled in by the memory meanwhile.
    const { posting } = await publish("Barista", [
      "Si lavora nel bar della stazione.",
      "Si serve anche ai tavoli.",
      "Si offre il pranzo.",
      "Non è richiesto il diploma.",
      "Paga da 1.450,00 € al mese, dal 15/12.",
    ]);
    expect((await approve(posting.code, "s5", "A diploma is required.")).body.refusal).toBe("translationErrors");
    expect((await approve(posting.code, "s6", "Pay from €1.450,00 a month, from 15 December.")).body.refusal).toBe(
      "translationErrors",
    );
    expect((await approve(posting.code, "s4", "Lunch is provided")).status).toBe(200);
    await house.staff("PUT", "/translations/policy", { showMachine: true, showStale: false, fourEyes: true });
    expect((await approve(posting.code, "s5", "No diploma is required.")).status).toBe(403);
    await house.staff("PUT", "/translations/policy", { showMachine: true, showStale: false, fourEyes: false });
  });

  it("no save loses another: of two from the same revision, one is told (translation 27)", async () => {
    const { posting } = await publish("Sarta", SENTENCES);
    const source = SENTENCES[0];
    const put = (text: string, expected: number) =>
      house.staff<{ refusal?: string }>("PUT", `/translations/${posting.code}/de/s2`, { source, expected, text });
    const both = await Promise.all([put("Eins", 0), put("Zwei", 0)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const gone = await house.staff<{ refusal?: string }>("PUT", `/translations/${posting.code}/de/s2`, {
      source: "Altro.",
      expected: 0,
      text: "x",
    });
    expect(gone.body.refusal).toBe("sourceChanged");
  });
});

describe("what is learnt", () => {
  it("[T4][T5] the same sentence with other values is filled from the memory, said in the language's own way, and never learnt again (translation 14, 15)", async () => {
    const first = await publish("Magazziniere", ["Contratto di 3 mesi a 1.450,00 € dal 15/12 a Lecce."]);
    expect(
      (await approve(first.posting.code, "s2", "3-month contract at €1,450.00 from 15 December in Lecce.")).status,
    ).toBe(200);
    const size = await house.store.language.memorySize();
    const second = await publish("Giardiniere", ["Contratto di 6 mesi a 1.520,50 € dal 08/01 a Nardò."]);
    const filled = await waitFor(async () => {
      const found = line(await sheet(second.posting.code), "s2");
      return found?.state === "approved" ? found : null;
    });
    expect(filled.current).toMatchObject({
      text: "6-month contract at €1,520.50 from 8 January in Nardò.",
      author: "system:memory",
      reviewer: "admin",
    });
    expect(await house.store.language.memorySize()).toBe(size);
    expect(await shownPage(second.posting.code)).toContain("6-month contract at €1,520.50 from 8 January in Nardò.");
  });

  it("suggests with its difference, caps another job at 74, and forgets what was withdrawn (translation 13, 15)", async () => {
    const asked = await publish("Receptionist", [
      "Si cerca un cuoco con esperienza per la stagione estiva a Otranto.",
      "Si cerca personale per la stagione invernale.",
    ]);
    const memory = async (segment: string) =>
      (await house.staff<MemoryAnswer>("GET", `/translations/${asked.posting.code}/en/${segment}/memory`)).body
        .suggestions;
    const alike = (await memory("s3"))[0];
    expect(alike?.score).toBeGreaterThanOrEqual(75);
    expect(alike?.score).toBeLessThan(100);
    expect(alike?.difference).toEqual([
      { kind: "same", text: "Si cerca personale per la stagione" },
      { kind: "gone", text: "estiva." },
      { kind: "new", text: "invernale." },
    ]);
    const other = await publish("Receptionist notturno", [
      "Si cerca un saldatore con esperienza per la stagione estiva a Otranto.",
    ]);
    expect(
      (await approve(other.posting.code, "s2", "An experienced welder is wanted for the summer season in Otranto."))
        .status,
    ).toBe(200);
    expect((await memory("s2")).every(({ score }) => score <= 74)).toBe(true);
    const id = (await house.staff<MemoryListAnswer>("GET", "/memory?q=saldatore")).body.entries[0]?.id;
    const uses = await house.staff<{ uses: { code: string }[] }>("DELETE", `/memory/${id}`);
    expect(uses.body.uses.map(({ code }) => code)).toEqual([other.posting.code]);
    expect((await house.staff<MemoryListAnswer>("GET", "/memory?q=saldatore")).body.entries).toEqual([]);
    expect((await house.staff("POST", `/memory/${id}/back`)).status).toBe(204);
    const [back] = (await house.staff<MemoryListAnswer>("GET", "/memory?q=saldatore")).body.entries;
    expect(back).toMatchObject({ id, uses: 1 });
    expect((await house.staff("POST", `/memory/${id}/back`)).status).toBe(404);
  });
});

describe("numbers and presence", () => {
  it("[Q1] the queue puts what closes soon first, and the numbers agree with it (translation 28)", async () => {
    const queue = (await house.staff<QueueAnswer>("GET", "/translations?locale=en")).body;
    expect(queue.total).toBeGreaterThan(3);
    const until = queue.lines.filter(({ urgency }) => urgency === "onWall").map((one) => one.until ?? 0);
    expect(until).toEqual([...until].sort((a, b) => a - b));
    const numbers = (await house.staff<NumbersAnswer>("GET", "/translations/numbers")).body;
    const english = numbers.byLocale.find(({ locale }) => locale === "en");
    const missing = queue.lines.reduce((sum, one) => sum + one.counts.missing, 0);
    expect(english?.tally.segments.missing).toBe(missing);
    expect([english?.memoryWords, numbers.words.structured].every((words) => (words ?? 0) > 0)).toBe(true);
  });
});
