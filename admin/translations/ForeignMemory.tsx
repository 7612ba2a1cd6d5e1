// A translation memory of another tool, taken in only as text that people approved. Called by the page of files, for whoever translates for the network.
import { useSignal } from "@preact/signals";
import type { ExchangeAnswer } from "../../server/domain/httpTranslation.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { noteEndedSession } from "../session/session.ts";
import { translationWord as word } from "../words/words.ts";
import { ExchangeOutcome } from "./ExchangeOutcome.tsx";
import { readFile } from "./readFile.ts";
import { translationApi } from "./translationApi.ts";

export function ForeignMemory() {
  const human = useSignal(false);
  const done = useSignal<ExchangeAnswer | null>(null);
  const trouble = useSignal<string | null>(null);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    done.value = null;
    try {
      done.value = await translationApi.importMemory(await readFile(file), human.peek());
      trouble.value = null;
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  return (
    <section class="stack" aria-labelledby="exchange-foreign">
      <h2 id="exchange-foreign">{word("exchange.foreign")}</h2>
      <p class="quiet">{word("exchange.foreignAbout")}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={human.value}
          onChange={(event) => (human.value = event.currentTarget.checked)}
        />
        {word("exchange.human")}
      </label>
      <label class="choice">
        <span>{word("exchange.foreignFile")}</span>
        <input
          type="file"
          accept=".tmx"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
      </label>
      <Trouble text={trouble.value} />
      <ExchangeOutcome done={done.value} said="exchange.foreignDone" />
    </section>
  );
}
