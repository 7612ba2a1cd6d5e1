// A visit: what one person at a touch display has chosen, from the first tap until they go. Made by TouchGlass.
// [TV1] Sixty seconds without a touch: a plain question; eighty: everything entered or chosen is forgotten and the rotation goes on in its own language.
// [TV2] Whoever listens is still there. [TV3] Nothing of a visit is written down anywhere.
import { type ReadonlySignal, signal } from "@preact/signals";
import { LONGEST_LIST } from "../../server/domain/address.ts";
import type { Code } from "../../server/domain/code.ts";
import type { DisplayProfile, Theme } from "../../server/domain/display.ts";
import type { Locale } from "../../server/domain/locale.ts";
import type { Section } from "../../server/domain/section.ts";

export type View =
  | { readonly kind: "home" }
  | { readonly kind: "section"; readonly section: Section | null }
  | { readonly kind: "search"; readonly typing: boolean }
  | { readonly kind: "posting"; readonly code: Code; readonly from: View }
  | { readonly kind: "saved" };

/** Of the type: 1, 1.25 and 1.5625 times the usual. */
export type Enlarged = 0 | 1 | 2;

export interface Visit {
  readonly locale: Locale;
  readonly view: View;
  readonly query: string;
  readonly saved: readonly Code[];
  readonly enlarged: Enlarged;
  readonly theme: Theme;
  /** Everything to touch in the lower part of the glass. */
  readonly low: boolean;
}

export interface Visits {
  /** Null: nobody is there, the rotation runs. */
  readonly current: ReadonlySignal<Visit | null>;
  readonly warned: ReadonlySignal<boolean>;
  begin(locale: Locale, view: View): void;
  change(part: Partial<Visit>): void;
  /** A sign of life. */
  touched(): void;
  end(): void;
}

const WARN_AFTER = 60_000;
const END_AFTER = 20_000;

export function createVisits(
  profile: () => Pick<DisplayProfile, "theme" | "lowReach">,
  isListening: () => boolean,
): Visits {
  const current = signal<Visit | null>(null);
  const warned = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = () => {
    clearTimeout(timer);
    warned.value = false;
    current.value = null;
  };
  const warn = () => {
    if (isListening()) return touched();
    warned.value = true;
    timer = setTimeout(end, END_AFTER);
  };
  const touched = () => {
    clearTimeout(timer);
    warned.value = false;
    if (current.peek() !== null) timer = setTimeout(warn, WARN_AFTER);
  };
  return {
    current,
    warned,
    begin(locale, view) {
      const { theme, lowReach } = profile();
      current.value = { locale, view, query: "", saved: [], enlarged: 0, theme, low: lowReach };
      touched();
    },
    change(part) {
      if (current.peek() !== null) current.value = { ...(current.peek() as Visit), ...part };
    },
    touched,
    end,
  };
}

/** The list with a posting put in, or taken out where it was; a full one stays as it is. */
export function toggled(saved: readonly Code[], code: Code): readonly Code[] {
  if (saved.includes(code)) return saved.filter((one) => one !== code);
  return saved.length < LONGEST_LIST ? [...saved, code] : saved;
}
