// Says that the data are a demonstration and shows the way out. Called by Desk on every page.
import { useSignal } from "@preact/signals";
import { mayAnywhere } from "../../server/domain/user.ts";
import { api } from "../api.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { session } from "../session/session.ts";
import { OfferTour } from "../tour/OfferTour.tsx";
import { word } from "../words/words.ts";

export function DemonstrationBanner() {
  const asking = useSignal(false);
  const trouble = useSignal<string | null>(null);
  const now = session.value;
  if (!now?.demonstration) return null;
  const leave = async () => {
    try {
      await api.leaveDemonstration();
      location.assign("/admin/");
    } catch (error) {
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  return (
    <aside class="demonstration" aria-label={word("demonstration.name")}>
      <p>
        <strong>{word("demonstration.name")}.</strong> {word("demonstration.about")}
      </p>
      <OfferTour />
      {mayAnywhere(now.user, "administerNetwork") && (
        <button type="button" onClick={() => (asking.value = true)}>
          {word("demonstration.leave")}
        </button>
      )}
      {asking.value && (
        <Dialog title={word("demonstration.leaveTitle")} onClose={() => (asking.value = false)}>
          <p>{word("demonstration.leaveAbout")}</p>
          <Trouble text={trouble.value} />
          <div class="dialog-buttons">
            <button type="button" class="danger" onClick={() => void leave()}>
              {word("demonstration.leaveNow")}
            </button>
            <button type="button" onClick={() => (asking.value = false)}>
              {word("frame.cancel")}
            </button>
          </div>
        </Dialog>
      )}
    </aside>
  );
}
