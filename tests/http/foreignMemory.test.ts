// A TMX memory of another tool over real HTTP: nothing enters unless people approved it, each refused sentence has its reason, and what entered helps.
import { beforeAll, expect, it } from "vitest";
import type { ExchangeAnswer, MemoryAnswer, MemoryListAnswer } from "../../server/domain/httpTranslation.ts";
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

/** As OmegaT and Trados write it: a document type, regional tags, their own codes inside, several languages a unit. */
const TMX = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" srclang="IT-IT" segtype="sentence"/>
  <body>
    <tu tuid="good">
      <tuv xml:lang="IT-IT"><seg>Si <bpt i="1">&lt;b&gt;</bpt>offre<ept i="1">&lt;/b&gt;</ept> alloggio gratuito ai lavoratori.</seg></tuv>
      <tuv xml:lang="EN-GB"><seg>Free accommodation is offered to workers.</seg></tuv>
      <tuv xml:lang="DE-DE"><seg>Den Beschäftigten wird eine kostenlose Unterkunft angeboten.</seg></tuv>
    </tu>
    <tu tuid="number">
      <tuv xml:lang="it"><seg>Il turno comincia alle 23:30 di ogni giorno.</seg></tuv>
      <tuv xml:lang="en"><seg>The shift begins at 10:30pm every day.</seg></tuv>
    </tu>
    <tu tuid="negation">
      <tuv xml:lang="it"><seg>Non serve esperienza per questo lavoro.</seg></tuv>
      <tuv xml:lang="en"><seg>Experience is needed for this job.</seg></tuv>
    </tu>
    <tu tuid="machine">
      <prop type="x-origin">MT</prop>
      <tuv xml:lang="it"><seg>Si lavora anche di domenica mattina.</seg></tuv>
      <tuv xml:lang="en"><seg>You also work on Sunday mornings.</seg></tuv>
    </tu>
    <tu tuid="by-machine">
      <tuv xml:lang="it"><seg>Si lavora anche di sabato sera.</seg></tuv>
      <tuv xml:lang="en" creationid="DeepL"><seg>You also work on Saturday evenings.</seg></tuv>
    </tu>
    <tu tuid="german">
      <tuv xml:lang="it"><seg>La sede di lavoro si raggiunge in autobus.</seg></tuv>
      <tuv xml:lang="en"><seg>Der Arbeitsort ist mit dem Bus zu erreichen und das ist gut.</seg></tuv>
    </tu>
    <tu tuid="spanish">
      <tuv xml:lang="it"><seg>La mensa è gratuita.</seg></tuv>
      <tuv xml:lang="es"><seg>El comedor es gratuito.</seg></tuv>
    </tu>
  </body>
</tmx>`;

const take = (file: string, human: boolean) => house.staff<ExchangeAnswer>("POST", "/memory", { file, human });
const held = async () => (await house.staff<MemoryListAnswer>("GET", "/memory?q=")).body;

it("[TR3] nothing enters where nobody says that people approved it: every sentence is refused by itself", async () => {
  const { status, body } = await take(TMX, false);
  expect(status).toBe(200);
  expect(body.taken).toBe(0);
  expect(new Set(body.refused.map(({ why }) => why))).toEqual(new Set(["notHuman"]));
  expect(body.refused).toHaveLength(8);
  expect((await held()).total).toBe(0);
});

it("[TR3][C2] what people approved enters without the other tool's codes; machine text, wrong values and languages do not", async () => {
  const { body } = await take(TMX, true);
  expect(body.taken).toBe(2);
  expect(Object.fromEntries(body.refused.map(({ unit, why }) => [unit, why]))).toEqual({
    number: "errors",
    negation: "errors",
    machine: "machineText",
    "by-machine": "machineText",
    german: "wrongLanguage",
    spanish: "wrongLanguage",
  });
  const { entries } = await held();
  expect(entries.map(({ to, source, target }) => [to, source, target]).sort()).toEqual([
    ["de", "Si offre alloggio gratuito ai lavoratori.", "Den Beschäftigten wird eine kostenlose Unterkunft angeboten."],
    ["en", "Si offre alloggio gratuito ai lavoratori.", "Free accommodation is offered to workers."],
  ]);
  expect((await take(TMX, true)).body).toMatchObject({ taken: 0, unchanged: 2 });
});

it("what entered is offered where the same sentence comes", async () => {
  const content = aContent("Aiuto in vivaio", {
    summary: [{ id: "s2", text: "Si offre alloggio gratuito ai lavoratori." }],
  });
  const { code } = (await house.staff("POST", "/postings", { owner: "lecce", content })).body.posting;
  const found = await house.staff<MemoryAnswer>("GET", `/translations/${code}/en/s2/memory`);
  expect(found.body.suggestions[0]).toMatchObject({ score: 100, target: "Free accommodation is offered to workers." });
});

it("a file that is none, or that declares entities of its own, changes nothing", async () => {
  const bomb = TMX.replace('SYSTEM "tmx14.dtd"', '[<!ENTITY a "aaaa">]');
  for (const file of ["no", "<xliff/>", bomb, TMX.slice(0, 400)]) {
    const answer = await house.staff<{ refusal: string }>("POST", "/memory", { file, human: true });
    expect([answer.status, answer.body.refusal], file.slice(0, 30)).toEqual([422, "exchangeUnreadable"]);
  }
  expect((await held()).total).toBe(2);
});
