// One segment: its source, how it stands, the box for its translation, what is wrong with it, and the moves one may make. Called by SheetPage.
import { useEffect, useRef } from "preact/hooks";
import { blocks } from "../../server/domain/checkTranslation.ts";
import { differenceOf } from "../../server/domain/skeleton.ts";
import type { TranslationMove } from "../../server/domain/translation.ts";
import type { SheetLine } from "../../server/domain/translationSheet.ts";
import { countAs } from "../../server/domain/translationSheet.ts";
import { languageName } from "../words/formats.ts";
import { interfaceLocales, translationWord as word } from "../words/words.ts";
import { actorName } from "./actorName.ts";
import { Difference } from "./Difference.tsx";
import { FindingList } from "./FindingList.tsx";
import { StateMark } from "./StateMark.tsx";
import type { LineSave, SheetEditor } from "./sheetEditor.ts";
import { keyOf } from "./sheetEditor.ts";

interface Props {
  readonly editor: SheetEditor;
  readonly line: SheetLine;
  readonly current: boolean;
  readonly onFocus: () => void;
  readonly onMove: (move: TranslationMove) => Promise<void>;
  /** Puts the translation of the earlier words into the box. */
  readonly onRestart: () => void;
}

export function SegmentLine({ editor, line, current, onFocus, onMove, onRestart }: Props) {
  const { locale, sourceLocale, mayTranslate } = editor.answer.value;
  const key = keyOf(line);
  const id = `segment-${line.segment}-${line.unpublished ? "new" : "now"}`;
  const text = editor.texts.value[key] ?? "";
  const save = editor.saves.value[key];
  const findings = editor.findings(line);
  const box = useRef<HTMLTextAreaElement>(null);
  const fixed = !mayTranslate || line.state === "approved";
  useEffect(() => {
    const area = box.current;
    if (area === null) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [text]);
  const others = editor.others.value.filter(({ segment }) => segment === line.segment);
  const moves = movesOf(line, text);
  return (
    <li class={`segment ${current ? "is-current" : ""}`} onFocusIn={onFocus}>
      <div class="segment-source">
        <p class="segment-field">
          {word(`field.${line.field}`)} <StateMark state={countAs(line)} />
          {line.unpublished && <span class="tag">{word("sheet.unpublished")}</span>}
        </p>
        <p lang={sourceLocale}>{line.source}</p>
        {line.current === null && line.earlier !== null && (
          <div class="earlier">
            <p>
              {word("sheet.earlier")}{" "}
              <span lang={sourceLocale} class="difference">
                <Difference parts={differenceOf(line.earlier.source, line.source)} />
              </span>
            </p>
            <p>
              <q lang={locale}>{line.earlier.text}</q>
            </p>
            {mayTranslate && current && text === "" && (
              <button type="button" onClick={onRestart}>
                {word("sheet.restart")} <kbd>Alt</kbd>+<kbd>0</kbd>
              </button>
            )}
          </div>
        )}
      </div>
      <div class="segment-target">
        <label class="unseen" for={id}>
          {word("sheet.box", {
            field: word(`field.${line.field}`),
            language: languageName(locale),
            source: line.source,
          })}
        </label>
        <textarea
          ref={box}
          id={id}
          lang={locale}
          dir={interfaceLocales.find((one) => one.id === locale)?.dir ?? "ltr"}
          rows={2}
          spellcheck
          readOnly={fixed}
          placeholder={line.given ? word(line.field === "title" ? "sheet.given" : "sheet.givenPhrase") : ""}
          aria-describedby={`${id}-about`}
          aria-invalid={blocks(findings)}
          value={text}
          onInput={(event) => editor.type(line, event.currentTarget.value)}
          onBlur={() => void editor.flush(line)}
        />
        <div id={`${id}-about`} class="segment-about">
          <FindingList findings={findings} />
          {others.length > 0 && (
            <p class="notice">{word("sheet.alsoHere", { names: others.map(({ name }) => name).join(", ") })}</p>
          )}
          <Saved save={save} />
        </div>
        {save?.kind === "conflict" && (
          <div class="conflict" role="alert">
            <p>{word("sheet.conflict", { by: save.by })}</p>
            <blockquote lang={locale}>{save.theirs}</blockquote>
            <button type="button" onClick={() => editor.settle(line, "theirs")}>
              {word("sheet.theirs")}
            </button>{" "}
            <button type="button" onClick={() => editor.settle(line, "mine")}>
              {word("sheet.mine")}
            </button>
          </div>
        )}
        {mayTranslate && current && (
          <div class="segment-moves">
            {moves.map((move) => (
              <button
                key={move}
                type="button"
                class={move === "approve" ? "primary" : ""}
                disabled={move === "approve" && blocks(findings)}
                onClick={() => void onMove(move)}
              >
                {word(`move.${move}`)}
              </button>
            ))}
            {moves.some((move) => move === "return" || move === "withdraw") && (
              <label class="segment-reason">
                {word("move.reason")}{" "}
                <input
                  maxLength={300}
                  value={editor.reasons.value[key] ?? ""}
                  onInput={(event) => editor.explain(line, event.currentTarget.value)}
                />
              </label>
            )}
          </div>
        )}
        <Trace editor={editor} line={line} />
      </div>
    </li>
  );
}

function movesOf(line: SheetLine, text: string): TranslationMove[] {
  if (line.state === "approved") return ["withdraw"];
  if (text === "") return [];
  return line.state === "review" ? ["approve", "return"] : ["approve", "submit"];
}

function Saved({ save }: { readonly save: LineSave | undefined }) {
  const said =
    save === undefined || save.kind === "conflict"
      ? ""
      : save.kind === "failed"
        ? save.sentence
        : word(`save.${save.kind}`);
  return (
    <p class={save?.kind === "failed" ? "trouble" : "quiet saved"} role={save?.kind === "failed" ? "alert" : undefined}>
      {said}
    </p>
  );
}

/** Who wrote, approved or withdrew it last, and when. */
function Trace({ editor, line }: { readonly editor: SheetEditor; readonly line: SheetLine }) {
  const last = editor.answer.value.traces.find(({ segment }) => segment === line.segment);
  if (last === undefined) return null;
  const at = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Rome",
  });
  return (
    <p class="quiet trace">
      {word(`trace.${last.move}`, { actor: actorName(last.actor), at: at.format(last.at) })}
      {last.reason !== "" && <q>{last.reason}</q>}
    </p>
  );
}
