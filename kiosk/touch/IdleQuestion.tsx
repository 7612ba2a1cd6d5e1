// Before a visit is forgotten: whether somebody is still there. Any touch answers. Called by VisitGlass.
import { useEffect, useRef } from "preact/hooks";
import type { Words } from "../../templates/parts/words.ts";

export function IdleQuestion({ words: { t }, onStay }: { readonly words: Words; readonly onStay: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div class="idle" role="alertdialog" aria-modal="true" aria-labelledby="idle" aria-describedby="idle-about">
      <div class="idle-box">
        <h2 id="idle">{t("touch:still")}</h2>
        <p id="idle-about">{t("touch:stillAbout")}</p>
        <button ref={button} type="button" class="touch-button touch-first" onClick={onStay}>
          {t("touch:stay")}
        </button>
      </div>
    </div>
  );
}
