// What a working translation service is given and what becomes of its answers: drafts of what is missing, nothing that was masked, no text of an office
// that forbids it. (translation 9, 16, 22, 24)
import { describe, expect, it } from "vitest";
import type { MachineAnswer } from "../../server/domain/machine.ts";
import { askMachine } from "../../server/services/askMachine.ts";
import { chief } from "../builders.ts";
import { machineDesk } from "./machineDesk.ts";

const desk = await machineDesk();

describe("a service that works", () => {
  it.each(["libretranslate", "deepl", "openai"] as const)(
    "[MT1][MT2] %s drafts what is missing, never sees what is masked, never touches a person's words",
    async (service) => {
      const code = await desk.publish();
      await desk.house.staff("PUT", `/translations/${code}/en/s1`, {
        source: "Aiuto in sala",
        expected: 0,
        text: "Dining room help",
      });
      const machine = desk.machineOf(desk.configOf(service));
      await askMachine(desk.house.house, chief, code, ["en"]);
      await desk.workAll(machine);
      const kept = await desk.house.store.translations(code);
      expect(kept.map(({ segment, state, author }) => [segment, state, author]).sort()).toEqual([
        ["s1", "draft", "admin"],
        ["s2", "machine", service],
        ["s3", "machine", service],
      ]);
      const s3 = kept.find(({ segment }) => segment === "s3")?.text ?? "";
      for (const value of ["lavoro@example.it", "0832 123456", "Maria Rossi", "15 December"])
        expect(s3).toContain(value);
      expect(kept.find(({ segment }) => segment === "s2")?.text).toContain("1,450.00 €");
      const sent = JSON.stringify(desk.fakes[service].asked);
      for (const secret of ["lavoro@", "0832", "Maria", "Rossi", "1.450", "15 dicembre"])
        expect(sent).not.toContain(secret);
      expect((await desk.statusOf(machine, code)).jobs).toMatchObject([
        { locale: "en", state: "done", drafted: 2, sentence: null },
      ]);
      expect(await desk.house.store.language.memorySize()).toBe(0);
    },
  );

  it("an office that forbids it sends nothing; a key stays out of every answer", async () => {
    const code = await desk.publish();
    const machine = desk.machineOf(desk.configOf("deepl"));
    await askMachine(desk.house.house, chief, code, ["en"]);
    expect((await desk.house.staff("PUT", "/offices/lecce/machine", { allowed: false })).status).toBe(200);
    await desk.workAll(machine);
    expect(desk.fakes.deepl.asked).toEqual([]);
    const answer = await desk.statusOf(machine, code);
    expect(answer.allowed).toBe(false);
    expect(answer.jobs[0]?.sentence).toContain("Questo ufficio non permette");
    await expect(askMachine(desk.house.house, chief, code, ["en"])).rejects.toMatchObject({
      details: { problem: "translatorForbidden" },
    });
    await desk.house.staff("PUT", "/offices/lecce/machine", { allowed: true });
  });

  it("DeepL is handed the office's inflected terms as a glossary, made once", async () => {
    const term = {
      kind: "required",
      source: ["turno"],
      forms: { en: ["shift", "shifts"] },
      note: null,
      owner: "lecce",
    };
    expect((await desk.house.staff("POST", "/terms", term)).status).toBe(201);
    const machine = desk.machineOf(desk.configOf("deepl"));
    for (const text of ["Si lavora a turno di sera.", "Si lavora a turno di notte."]) {
      const code = await desk.publish([text]);
      await askMachine(desk.house.house, chief, code, ["en"]);
      await desk.workAll(machine);
    }
    expect([...desk.deepl.glossaries.values()].filter(({ name }) => name.startsWith("bacheca-"))).toHaveLength(1);
    expect(desk.fakes.deepl.asked.filter(({ body }) => body.glossary_id === "g-1")).toHaveLength(2);
  });

  it("without a service the desk is told so plainly, at once", async () => {
    const code = await desk.publish();
    const answer = await desk.house.staff<{ refusal: string; sentence: string }>(
      "POST",
      `/postings/${code}/machine`,
      {},
    );
    expect(answer.body.refusal).toBe("translatorOff");
    expect((await desk.house.staff<MachineAnswer>("GET", `/postings/${code}/machine`)).body.provider).toBeNull();
  });
});
