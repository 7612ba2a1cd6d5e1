// Files of outside translators over real HTTP: out and back in every format, refused segment by segment. (translation 26)
import { beforeAll, describe, expect, it } from "vitest";
import type { PostingAnswer } from "../../server/domain/httpContract.ts";
import type { ExchangeAnswer, SheetAnswer } from "../../server/domain/httpTranslation.ts";
import { aContent, anOffice } from "../builders.ts";
import type { RunningHouse } from "../startHouse.ts";
import { startHouse } from "../startHouse.ts";

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse({ demo: false });
  await house.store.write("test", Date.now(), async (tx) => {
    await tx.putOwner(anOffice("lecce"));
    await tx.record("owner.saved", "lecce");
  });
  await house.house.mirror.catchUp();
});

async function publish(title: string, sentences: readonly string[]): Promise<PostingAnswer> {
  const content = aContent(title, { summary: sentences.map((text, n) => ({ id: `s${n + 2}`, text })) });
  const made = await house.staff("POST", "/postings", { owner: "lecce", content });
  const { code, revision } = made.body.posting;
  const done = await house.staff("POST", `/postings/${code}/publish`, { expected: revision });
  expect(done.status).toBe(200);
  return done.body;
}

const sheet = async (code: string, locale = "en") =>
  (await house.staff<SheetAnswer>("GET", `/translations/${code}/${locale}`)).body;
const line = (of: SheetAnswer, segment: string) => of.lines.find((one) => one.segment === segment);

describe("files and numbers", () => {
  it("[EX1][EX2] each format goes out and comes back with its states; stale, tampered and wrong-language segments are refused one by one", async () => {
    for (const format of ["xliff12", "xliff21", "csv"]) {
      // Known sentences are filled by the memory before anybody takes a file.
      await house.store.write("test", Date.now(), async (tx) => {
        for (const { entry } of await tx.language.memoryHolding("", null, 50)) await tx.language.removeMemory(entry.id);
      });
      const { posting } = await publish(`Operaio ${format}`, [
        'Prima frase, con <segni> & "virgolette".',
        "Seconda frase del testo.",
        "Terza frase: non serve altro.",
        "Quarta frase.",
      ]);
      const { code } = posting;
      const cookie = await signIn();
      const get = await fetch(`${house.base}/api/v1/exchange?format=${format}&locale=fr&codes=${code}`, {
        headers: { cookie },
      });
      let file = await get.text();
      const fill = (source: string, target: string, state = "review") => {
        file = fillUnit(file, format, source, target, state);
      };
      fill('Prima frase, con <segni> & "virgolette".', "Première phrase, avec <signes> & « guillemets ».", "approved");
      fill("Terza frase: non serve altro.", "Der dritte Satz ist nicht auf Französisch und das ist ein Fehler.");
      fill("Quarta frase.", "Quatrième phrase.");
      const current = (await house.staff("GET", `/postings/${code}`)).body.posting;
      const changed = {
        ...aContent(`Operaio ${format}`),
        summary: current.published?.content.summary.map((one) =>
          one.id === "s5" ? { ...one, text: "Quarta frase, nuova." } : one,
        ),
      };
      const saved = await house.staff("PUT", `/postings/${code}/working`, {
        expected: current.revision,
        content: changed,
      });
      await house.staff("POST", `/postings/${code}/publish`, { expected: saved.body.posting.revision });
      file =
        format === "csv"
          ? file.replace('"Seconda frase del testo.",""', '"Seconda frase alterata.","Deuxième phrase."')
          : fillUnit(
              file.replace(/Seconda frase del testo\.(?=<\/source>)/, "Seconda frase alterata."),
              format,
              "Seconda frase alterata.",
              "Deuxième phrase.",
              "review",
            );
      const back = await house.staff<ExchangeAnswer>("POST", "/exchange", { file, approve: true });
      expect(back.status, JSON.stringify(back.body)).toBe(200);
      expect(back.body.taken, format).toBe(1);
      expect(Object.fromEntries(back.body.refused.map(({ unit, why }) => [unit.split("/")[1], why])), format).toEqual({
        s3: "tampered",
        s4: "wrongLanguage",
        s5: "stale",
      });
      expect(line(await sheet(code, "fr"), "s2")).toMatchObject({
        state: "approved",
        current: { text: "Première phrase, avec <signes> & « guillemets »." },
      });
      expect((await house.staff<ExchangeAnswer>("POST", "/exchange", { file, approve: true })).body.taken).toBe(0);
    }
    const cookie = await signIn();
    const tmx = await (
      await fetch(`${house.base}/api/v1/exchange?format=tmx&locale=fr&all=1`, { headers: { cookie } })
    ).text();
    expect(tmx).toContain("<seg>Première phrase, avec &lt;signes&gt; &amp; « guillemets ».</seg>");
    expect((await house.staff<ExchangeAnswer>("POST", "/exchange", { file: tmx, approve: true })).body).toMatchObject({
      taken: 0,
      refused: [],
    });
  });

  it("refuses what is no file of ours, and never expands an entity", async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><xliff version="1.2"><file>&a;</file></xliff>';
    for (const file of [
      bomb,
      "<xliff",
      "<html></html>",
      "<xliff version='1.2'>&a;</xliff>",
      "una,due\n1,2",
      "\u0000",
    ]) {
      const answer = await house.staff<{ refusal: string }>("POST", "/exchange", { file, approve: false });
      expect([answer.status, answer.body.refusal], file.slice(0, 20)).toEqual([422, "exchangeUnreadable"]);
    }
  });

  it("[SL4] two at the same posting see each other", async () => {
    const { posting } = await publish("Portiere", ["Turni serali."]);
    const here = { code: posting.code, locale: "fr", segment: "s3" };
    await house.store.language.putPresence({ login: "marie", name: "Marie", ...here, at: Date.now() });
    const answer = await house.staff<{ others: unknown[] }>("POST", "/translations/presence", here);
    expect(answer.body.others).toEqual([{ login: "marie", name: "Marie", segment: "s3" }]);
  });
});

async function signIn(): Promise<string> {
  const answer = await fetch(`${house.base}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-requested-with": "bacheca" },
    body: JSON.stringify({ login: "admin", password: "una-password-di-prova" }),
  });
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}

const xml = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** As an outside translator would: only the target and its state are touched. */
function fillUnit(file: string, format: string, source: string, target: string, state: string): string {
  if (format === "csv") {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    return file.replace(`"missing",${quoted(source)},""`, `"${state}",${quoted(source)},${quoted(target)}`);
  }
  const at = file.indexOf(`${xml(source)}</source>`);
  if (at < 0) throw new Error(`not in the file: ${source}`);
  const states =
    format === "xliff12" ? { approved: "final", review: "translated" } : { approved: "final", review: "translated" };
  const head = file.slice(0, at);
  const opened = head.lastIndexOf(format === "xliff12" ? "<trans-unit" : "<segment");
  const tail = file.slice(at).replace(/<target([^>]*)>[^<]*<\/target>/, (_, attributes: string) => {
    const said =
      format === "xliff12" ? attributes.replace(/state="[^"]*"/, `state="${states[state as "review"]}"`) : attributes;
    return `<target${said}>${xml(target)}</target>`;
  });
  const unit = head.slice(opened).replace(/(<segment )state="[^"]*"/, `$1state="${states[state as "review"]}"`);
  return head.slice(0, opened) + unit + tail;
}
