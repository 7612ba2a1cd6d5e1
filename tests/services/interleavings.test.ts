// F12: two editors at one posting, a thousand random orders of reading and saving. Nothing acknowledged is ever lost: whoever saves over a
// change not seen is told so, and what stands in the end is what the acknowledged saves add up to. (trust F12, people 26)
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Content } from "../../server/domain/content.ts";
import type { Posting } from "../../server/domain/posting.ts";
import { Refusal } from "../../server/domain/refusal.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import { saveWorking } from "../../server/services/saveWorking.ts";
import { aContent, anOffice, chief } from "../builders.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { importDesk } from "./importDesk.ts";

const folder = temporaryFolder();
const RUNS = 1000;

interface Editor {
  held: Posting;
  readonly field: "positions" | "reference";
}

it("[F12] loses no acknowledged save in 1,000 interleavings of two editors (people 26)", async () => {
  const desk = await importDesk(folder, [anOffice("lecce")]);
  let saves = 0;
  let conflicts = 0;
  const steps = fc.array(
    fc.record({ who: fc.integer({ min: 0, max: 1 }), does: fc.constantFrom("read", "save", "both") }),
    {
      minLength: 4,
      maxLength: 10,
    },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (order) => {
      const first = await createPosting(desk, chief, "lecce", aContent("Cuoco"));
      const read = async () => (await desk.store.posting(first.code)) as Posting;
      const editors: readonly [Editor, Editor] = [
        { held: first, field: "positions" },
        { held: first, field: "reference" },
      ];
      // What the acknowledged saves add up to: each editor changes one field and sends all it holds.
      let truth: Content = aContent("Cuoco");
      let turn = 0;
      const save = async (editor: Editor) => {
        turn += 1;
        const now = editor.held.working ?? aContent("Cuoco");
        const content: Content =
          editor.field === "positions" ? { ...now, positions: turn } : { ...now, reference: `R${turn}` };
        try {
          editor.held = await saveWorking(desk, chief, first.code, editor.held.revision, content);
          truth = { ...truth, [editor.field]: content[editor.field] };
          saves += 1;
        } catch (error) {
          if (!(error instanceof Refusal) || error.code !== "changedMeanwhile") throw error;
          conflicts += 1;
        }
      };
      for (const { who, does } of order) {
        const editor = editors[who] as Editor;
        if (does === "read") editor.held = await read();
        else if (does === "save") await save(editor);
        // At the very same moment: one of them at most is acknowledged on the same revision.
        else await Promise.all(editors.map(save));
      }
      expect((await read()).working).toEqual(truth);
    }),
    { numRuns: RUNS },
  );
  expect(saves).toBeGreaterThan(RUNS);
  expect(conflicts).toBeGreaterThan(RUNS / 2);
}, 240_000);
