// A line or an area of text that offers phrases while one types: sentences that stand in every language without a translator. In an area each line is
// one item, and the offers are for the line the caret is in. Arrow keys, Enter and Escape; what is typed stays as typed until an offer is chosen.
// Called by TextField.
import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { PhraseKind, PhraseOffer } from "../../../server/domain/phrase.ts";
import { api } from "../../api.ts";
import type { ControlAria } from "../../parts/PlainField.tsx";
import { word } from "../../words/words.ts";

export interface Phrasing {
  readonly kind: PhraseKind;
  /** Lines that say a phrase already. */
  readonly known: readonly string[];
}

interface Props extends Phrasing {
  readonly aria: ControlAria;
  readonly initial: string;
  readonly rows: number | undefined;
  readonly lang: string | undefined;
  readonly onText: (text: string) => void;
}

const QUIET = 180;

export function PhraseControl({ kind, known, aria, initial, rows, lang, onText }: Props) {
  const control = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const running = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const offers = useSignal<readonly PhraseOffer[]>([]);
  const active = useSignal(-1);
  const list = useId();
  const open = offers.value.length > 0;
  const close = () => {
    clearTimeout(timer.current);
    running.current?.abort();
    offers.value = [];
    active.value = -1;
  };
  useEffect(() => close, []);

  const look = async () => {
    const line = lineAt(control.current);
    running.current?.abort();
    if (line === null || line.text.trim().length < 2) return close();
    const mine = new AbortController();
    running.current = mine;
    try {
      const found = await api.phrases(kind, line.text.trim(), mine.signal);
      if (mine.signal.aborted || document.activeElement !== control.current) return;
      offers.value = found.filter(({ text }) => text !== line.text.trim());
      active.value = -1;
    } catch {
      // Without offers it is a plain field of text.
      if (!mine.signal.aborted) close();
    }
  };
  const pick = ({ text }: PhraseOffer) => {
    const line = lineAt(control.current);
    const field = control.current;
    if (line === null || field === null) return;
    field.value = field.value.slice(0, line.from) + text + field.value.slice(line.to);
    field.setSelectionRange(line.from + text.length, line.from + text.length);
    field.focus();
    onText(field.value);
    close();
  };
  const press = (event: KeyboardEvent) => {
    if (!open || event.ctrlKey || event.metaKey || event.altKey) return;
    const { length } = offers.value;
    const chosen = offers.value[active.value];
    if (event.key === "ArrowDown") active.value = (active.value + 1) % length;
    else if (event.key === "ArrowUp") active.value = (Math.max(active.value, 0) - 1 + length) % length;
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen !== undefined) pick(chosen);
    else return;
    event.preventDefault();
    document.getElementById(`${list}-${active.value}`)?.scrollIntoView({ block: "nearest" });
  };
  const shared = {
    ...aria,
    ref: control,
    ...(lang === undefined ? {} : { lang }),
    autocomplete: "off" as const,
    "aria-autocomplete": "list" as const,
    "aria-haspopup": "listbox" as const,
    "aria-controls": list,
    "aria-activedescendant": open && active.value >= 0 ? `${list}-${active.value}` : undefined,
    defaultValue: initial,
    onInput: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      onText(event.currentTarget.value);
      // Offers for what stood there a letter ago could be chosen by mistake.
      close();
      timer.current = setTimeout(() => void look(), QUIET);
    },
    onBlur: close,
    onKeyDown: press,
  };
  return (
    <span class="combobox">
      {rows === undefined ? (
        <input type="text" role="combobox" aria-expanded={open} {...shared} />
      ) : (
        <textarea rows={rows} {...shared} />
      )}
      <span id={list} role="listbox" class="suggestions" aria-label={word("form.phrases")} hidden={!open}>
        {offers.value.map((offer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field, as ARIA 1.2 asks
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, aria-activedescendant points here
          <span
            key={offer.text}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active.value}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(offer)}
          >
            <span>{offer.said}</span>
            {offer.said !== offer.text && <small lang="it">{offer.text}</small>}
          </span>
        ))}
      </span>
      <span role="status" class="unseen">
        {open ? word("form.phrasesOffered", { count: offers.value.length }) : ""}
      </span>
      {known.length > 0 && (
        <small class="phrases-known">
          {known.map((text) => (
            <span key={text}>
              <span aria-hidden="true">✓ </span>
              <q lang={lang}>{text}</q> {word("form.phraseKnown")}
            </span>
          ))}
        </small>
      )}
    </span>
  );
}

/** The line the caret is in, and where it stands. */
function lineAt(
  field: HTMLInputElement | HTMLTextAreaElement | null,
): { text: string; from: number; to: number } | null {
  if (field === null) return null;
  const caret = field.selectionStart ?? field.value.length;
  const from = field.value.lastIndexOf("\n", caret - 1) + 1;
  const next = field.value.indexOf("\n", caret);
  const to = next < 0 ? field.value.length : next;
  return { text: field.value.slice(from, to), from, to };
}
