// What draws two languages side by side, as soon and as long as the display's profile asks for them; most displays never fetch it. Called by showOffice.
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { DisplayProfile } from "../server/domain/display.ts";
import type { PairGlass } from "./pairGlass.tsx";
import { reportFault } from "./reportFault.ts";

/** Resolves when the first card can be drawn as the profile wants it. */
export async function pairOf(profile: ReadonlySignal<DisplayProfile>): Promise<ReadonlySignal<PairGlass | null>> {
  const loaded = signal<PairGlass | null>(null);
  const wanted = computed(() => profile.value.policy === "together" && profile.value.size === "usual");
  const load = async () => {
    try {
      loaded.value = (await import("./pairGlass.tsx")).pairGlass;
    } catch (fault) {
      // In turn meanwhile; asked for again with the next change of settings or start.
      reportFault("pair", fault);
    }
  };
  if (wanted.peek()) await load();
  effect(() => {
    if (wanted.value && loaded.peek() === null) void load();
  });
  return computed(() => (wanted.value ? loaded.value : null));
}
