// The secret address of one's own calendar: made, shown once, revoked. Called by CalendarPage.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { SubscriptionAnswer } from "../../server/domain/calendar.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { CopyButton } from "../people/CopyButton.tsx";
import { noteEndedSession } from "../session/session.ts";
import { longDay } from "../words/formats.ts";
import { deskWord } from "../words/words.ts";
import { calendarApi } from "./calendarApi.ts";

export function SharePanel({ office }: { readonly office: string }) {
  const answer = useSignal<SubscriptionAnswer | null>(null);
  const said = useSignal("");
  const trouble = useSignal<string | null>(null);
  const attempt = async (work: () => Promise<SubscriptionAnswer>) => {
    try {
      answer.value = await work();
      trouble.value = null;
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  useEffect(() => void attempt(calendarApi.subscription), []);
  const revoke = () =>
    attempt(async () => {
      await calendarApi.revoke();
      said.value = deskWord("calendar.shareRevoked");
      return { subscription: null, address: null };
    });
  const share = () => {
    said.value = "";
    return attempt(() => calendarApi.share(office));
  };
  const subscription = answer.value?.subscription ?? null;
  const address = answer.value?.address ?? null;
  return (
    <section class="calendar-share stack" aria-labelledby="calendar-share">
      <h2 id="calendar-share">{deskWord("calendar.share")}</h2>
      <p>{deskWord("calendar.shareAbout")}</p>
      {subscription !== null && address === null && (
        <p>{deskWord("calendar.shareSince", { day: longDay(subscription.at) })}</p>
      )}
      {address !== null && (
        <>
          <PlainField label={deskWord("calendar.address")} help={deskWord("calendar.shareOnce")}>
            {(aria) => <input {...aria} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />}
          </PlainField>
          <CopyButton text={address} />
        </>
      )}
      <Trouble text={trouble.value} />
      <p role="status">{said.value}</p>
      <div class="dialog-buttons">
        <button type="button" onClick={() => void share()}>
          {deskWord(subscription === null ? "calendar.shareMake" : "calendar.shareAgain")}
        </button>
        {subscription !== null && (
          <button type="button" onClick={() => void revoke()}>
            {deskWord("calendar.shareRevoke")}
          </button>
        )}
      </div>
    </section>
  );
}
