// A titled part of the posting's form. Called by every block.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { word } from "../../words/words.ts";

interface Props {
  /** Key below "block." in admin.json. */
  readonly name: string;
  readonly children: ComponentChildren;
}

export function Block({ name, children }: Props) {
  const id = useId();
  return (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>{word(`block.${name}`)}</h2>
      <div class="grid">{children}</div>
    </section>
  );
}
