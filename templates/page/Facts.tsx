// Facts of a posting as a list of terms: label above, lines below; what is not stated is said quietly.
// Called by PostingPage and ClosedPage.
import type { ComponentChildren } from "preact";
import type { Fact, FactId } from "../parts/fact.ts";
import type { Words } from "../parts/words.ts";
import { isLong, LineList, MarkNote } from "./Lines.tsx";

export interface FactsProps {
  readonly facts: readonly Fact[];
  readonly words: Words;
  readonly class?: string;
  /** Said under a fact, by its id. */
  readonly asides?: Readonly<Record<string, ComponentChildren>>;
}

/** Facts that are lists of separate things. */
const ITEMS: ReadonlySet<FactId> = new Set<FactId>([
  "requirements",
  "wishes",
  "education",
  "experience",
  "languages",
  "licences",
  "benefits",
  "amendments",
  "statutes",
]);

export function Facts({ facts, words, class: name, asides = {} }: FactsProps) {
  if (facts.length === 0) return null;
  return (
    <dl class={name === undefined ? "facts" : `facts ${name}`}>
      {facts.map((fact) => (
        <div
          class={`fact${fact.stated ? "" : " is-unstated"}${fact.tabular ? " is-tabular" : ""}${isLong(fact.lines) ? " is-text" : ""}`}
        >
          <dt>{fact.label}</dt>
          <dd>
            <LineList lines={fact.lines} words={words} bulleted={ITEMS.has(fact.id)} />
            <MarkNote lines={fact.lines} words={words} />
            {asides[fact.id]}
          </dd>
        </div>
      ))}
    </dl>
  );
}
