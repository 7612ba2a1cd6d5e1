// A text field that suggests while one types: the ARIA 1.2 combobox with a list. The written text always stays the person's own.
// Called for occupations and municipalities; the source of suggestions is the caller's.
import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { word } from "../words/words.ts";
import type { ControlAria } from "./PlainField.tsx";

interface Props<Hit> {
  readonly aria: ControlAria;
  readonly initial: string;
  readonly find: (text: string, abort: AbortSignal) => Promise<readonly Hit[]>;
  readonly textOf: (hit: Hit) => string;
  readonly noteOf?: (hit: Hit) => string | null;
  readonly onPick: (hit: Hit) => void;
  /** What was typed without a pick. */
  readonly onText?: (text: string) => void;
  /** Searched for when the empty field is entered. */
  readonly suggestFor?: () => string;
}

export function Combobox<Hit>(props: Props<Hit>) {
  const { aria, initial, find, textOf, noteOf, onPick, onText, suggestFor } = props;
  const input = useRef<HTMLInputElement>(null);
  const running = useRef<AbortController | null>(null);
  const hits = useSignal<readonly Hit[]>([]);
  const open = useSignal(false);
  const active = useSignal(-1);
  const list = useId();
  useEffect(() => () => running.current?.abort(), []);

  const search = async (text: string) => {
    running.current?.abort();
    if (text.trim().length < 2) {
      open.value = false;
      return;
    }
    const mine = new AbortController();
    running.current = mine;
    try {
      const found = await find(text.trim(), mine.signal);
      if (mine.signal.aborted || document.activeElement !== input.current) return;
      hits.value = found;
      active.value = -1;
      open.value = found.length > 0;
    } catch {
      // Without suggestions the field is a plain text field: nothing to say.
      open.value = false;
    }
  };
  const pick = (hit: Hit) => {
    open.value = false;
    if (input.current) input.current.value = textOf(hit);
    onPick(hit);
  };
  const move = (step: number) => {
    const count = hits.value.length;
    active.value = (active.value + step + (active.value < 0 && step < 0 ? 1 : 0) + count) % count;
    document.getElementById(`${list}-${active.value}`)?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" && !open.value) void search(input.current?.value || suggestFor?.() || "");
    else if (!open.value) return;
    else if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Escape") open.value = false;
    else if (event.key === "Enter" && active.value >= 0) pick(hits.value[active.value] as Hit);
    else return;
    event.preventDefault();
  };
  return (
    <span class="combobox">
      <input
        {...aria}
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={open.value}
        aria-controls={list}
        aria-activedescendant={open.value && active.value >= 0 ? `${list}-${active.value}` : undefined}
        defaultValue={initial}
        onInput={(event) => {
          onText?.(event.currentTarget.value);
          void search(event.currentTarget.value);
        }}
        onFocus={(event) => {
          if (event.currentTarget.value === "" && suggestFor) void search(suggestFor());
        }}
        onBlur={() => (open.value = false)}
        onKeyDown={press}
      />
      <span id={list} role="listbox" class="suggestions" aria-label={word("form.suggestions")} hidden={!open.value}>
        {open.value &&
          hits.value.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox, as ARIA 1.2 asks
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, aria-activedescendant points here
            <span
              key={textOf(hit) + (noteOf?.(hit) ?? "")}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active.value}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(hit)}
            >
              <span>{textOf(hit)}</span>
              {noteOf?.(hit) && <small>{noteOf(hit)}</small>}
            </span>
          ))}
      </span>
      <span role="status" class="unseen">
        {open.value ? word("form.suggested", { count: hits.value.length }) : ""}
      </span>
    </span>
  );
}
