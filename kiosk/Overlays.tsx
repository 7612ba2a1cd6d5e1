// What lies over the card for a while: which screen this is, when staff ask; a code at the foot, when the server has forgotten this screen.
// Called by showOffice.
import type { ReadonlySignal } from "@preact/signals";
import { SOURCE_LOCALE } from "../server/domain/locale.ts";
import type { Languages } from "./languages.ts";

export interface OverlayState {
  readonly name: string | null;
  readonly code: string | null;
}

interface OverlaysProps {
  readonly state: ReadonlySignal<OverlayState>;
  readonly languages: Languages;
}

export function Overlays({ state, languages }: OverlaysProps) {
  const { name, code } = state.value;
  const words = languages.wordsOf.value?.(SOURCE_LOCALE);
  return (
    <>
      {name !== null && (
        <div class="identify" role="status">
          {name}
          {!window.isSecureContext && words !== undefined && (
            <p class="identify-lacks" lang={SOURCE_LOCALE}>
              {words.t("kiosk:pair.insecure")}
            </p>
          )}
        </div>
      )}
      {code !== null && words !== undefined && (
        <p class="forgotten" lang={SOURCE_LOCALE}>
          {words.t("kiosk:pair.forgotten", { code: `${code.slice(0, 3)} ${code.slice(3)}` })}
        </p>
      )}
    </>
  );
}
