// A file from outside brought in: one promise to tick, the file, how far it is, and what became of each sentence. Called by the page of files, once for
// a translator's file and once for another tool's memory.
import { useSignal } from "@preact/signals";
import type { ExchangeAnswer } from "../../server/domain/httpTranslation.ts";
import { useLongWork } from "../parts/longWork.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { WorkProgress } from "../parts/WorkProgress.tsx";
import { noteEndedSession } from "../session/session.ts";
import { translationWord as word } from "../words/words.ts";
import { ExchangeOutcome } from "./ExchangeOutcome.tsx";
import { readFile } from "./readFile.ts";

export interface TakeFileProps {
  /** Names the headings' ids and the words: `exchange.<name>`, `<name>About`, `<name>Tick`, `<name>File`, `<name>Done`. */
  readonly name: "back" | "foreign";
  readonly accept: string;
  /** Of the API. */
  readonly path: string;
  readonly bodyOf: (text: string, ticked: boolean) => object;
}

export function TakeFile({ name, accept, path, bodyOf }: TakeFileProps) {
  const ticked = useSignal(false);
  const done = useSignal<ExchangeAnswer | null>(null);
  const trouble = useSignal<string | null>(null);
  const work = useLongWork();
  const chosen = async (file: File | undefined) => {
    if (file === undefined) return;
    done.value = null;
    try {
      done.value = await work.run<ExchangeAnswer>("POST", path, bodyOf(await readFile(file), ticked.peek()));
      trouble.value = null;
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  return (
    <section class="stack" aria-labelledby={`exchange-${name}`}>
      <h2 id={`exchange-${name}`}>{word(`exchange.${name}`)}</h2>
      <p class="quiet">{word(`exchange.${name}About`)}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={ticked.value}
          onChange={(event) => (ticked.value = event.currentTarget.checked)}
        />
        {word(`exchange.${name}Tick`)}
      </label>
      <label class="choice">
        <span>{word(`exchange.${name}File`)}</span>
        <input
          type="file"
          accept={accept}
          disabled={work.progress.value !== null}
          onChange={(event) => {
            void chosen(event.currentTarget.files?.[0]);
            // The same file may be chosen again after it was corrected.
            event.currentTarget.value = "";
          }}
        />
      </label>
      <WorkProgress work={work} name={word(`exchange.${name}`)} />
      <Trouble text={trouble.value} />
      <ExchangeOutcome done={done.value} said={`exchange.${name}Done`} />
    </section>
  );
}
