// Up and down for a line of a list whose order counts: buttons for everyone, alt and the arrow keys on either of them. Called by lists that are put in order.
import { word } from "../words/words.ts";

interface Props {
  /** What is moved, for who does not see where the button stands. */
  readonly what: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
}

export function MoveButtons({ what, index, count, onMove }: Props) {
  const keys = (event: KeyboardEvent) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    const to = index + step;
    if (step === 0 || to < 0 || to >= count) return;
    event.preventDefault();
    onMove(to);
  };
  return (
    <span class="move-buttons">
      {[
        { sign: "↑", key: "form.up", to: index - 1 },
        { sign: "↓", key: "form.down", to: index + 1 },
      ].map(({ sign, key, to }) => (
        <button
          key={key}
          type="button"
          class="plain"
          aria-label={word(key, { what })}
          title={word(key, { what })}
          // Not disabled: the focus stays where it is while a line travels.
          aria-disabled={to < 0 || to >= count}
          onKeyDown={keys}
          onClick={() => to >= 0 && to < count && onMove(to)}
        >
          {sign}
        </button>
      ))}
    </span>
  );
}

/** The list with one item moved. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, at) => at !== from);
  const item = list[from];
  return item === undefined ? [...list] : [...rest.slice(0, to), item, ...rest.slice(to)];
}
