// The lines of a board: each dragged, moved by its buttons, or by alt and the arrow keys while something of it has the focus. Called by BoardPage.
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { reachOnBoard } from "../../server/domain/boardOrder.ts";
import type { Code } from "../../server/domain/code.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { useShortcuts } from "../frame/shortcut.ts";
import { MoveButtons } from "../parts/MoveButtons.tsx";
import { SectionMark } from "../parts/SectionMark.tsx";
import { untilDay } from "../words/formats.ts";
import { deskWord as word } from "../words/words.ts";

interface Props {
  readonly shown: readonly PublicPosting[];
  readonly order: readonly Code[];
  /** Null: to be read only. */
  readonly onMove: ((from: number, to: number) => void) | null;
}

export function BoardLines({ shown, order, onMove }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<{ readonly code: Code; readonly control: number } | null>(null);
  const dragged = useSignal<number | null>(null);
  const over = useSignal<number | null>(null);
  const ordered = shown.map(({ code, content }) => ({ code, pinned: content.pinned }));
  const move = (from: number, to: number) => {
    const [first, last] = reachOnBoard(ordered, from);
    const place = Math.min(Math.max(to, first), last);
    const line = list.current?.children[from];
    if (onMove === null || place === from || line === undefined) return;
    const controls = [...line.querySelectorAll("a, button")];
    held.current = {
      code: ordered[from]?.code ?? "",
      control: document.activeElement === null ? -1 : controls.indexOf(document.activeElement),
    };
    onMove(from, place);
  };
  // A line that travels takes the focus along.
  useLayoutEffect(() => {
    const { code, control } = held.current ?? {};
    held.current = null;
    const line = [...(list.current?.children ?? [])].find((one) => one.getAttribute("data-code") === code);
    const target = control === undefined ? undefined : line?.querySelectorAll<HTMLElement>("a, button")[control];
    target?.focus();
    if (target !== undefined) line?.scrollIntoView({ block: "nearest" });
  });
  const step = (by: number) => {
    const from = [...(list.current?.children ?? [])].findIndex((line) => line.contains(document.activeElement));
    if (from >= 0) move(from, from + by);
  };
  useShortcuts([
    { keys: "alt+arrowup", about: "desk:board.up", run: () => step(-1) },
    { keys: "alt+arrowdown", about: "desk:board.down", run: () => step(1) },
  ]);
  return (
    <ol ref={list} class="board-lines">
      {shown.map(({ code, content, until }, index) => {
        const [first, last] = reachOnBoard(ordered, index);
        const title = content.title.written.text;
        return (
          <li
            key={code}
            data-code={code}
            draggable={onMove !== null}
            class={over.value === index ? ((dragged.value ?? 0) < index ? "over-after" : "over") : undefined}
            onDragStart={(event) => {
              dragged.value = index;
              event.dataTransfer?.setData("text/plain", title);
            }}
            onDragOver={(event) => {
              if (dragged.value === null || index < reachOnBoard(ordered, dragged.value)[0]) return;
              if (index > reachOnBoard(ordered, dragged.value)[1]) return;
              event.preventDefault();
              over.value = index;
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged.value !== null) move(dragged.value, index);
            }}
            onDragEnd={() => {
              dragged.value = null;
              over.value = null;
            }}
          >
            <span class="board-place tabular">{index + 1}</span>
            <SectionMark section={content.section} />
            <a href={`/admin/postings/${code}`} lang={content.sourceLocale} draggable={false}>
              {title}
            </a>
            <span class="quiet board-facts">
              {content.pinned && `${word("board.pinned")} · `}
              {order.includes(code) && `${word("board.byHand")} · `}
              {word("calendar.until", { day: untilDay(until) })}
            </span>
            {onMove !== null && (
              <MoveButtons
                what={title}
                index={index - first}
                count={last - first + 1}
                onMove={(to) => move(index, to + first)}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
