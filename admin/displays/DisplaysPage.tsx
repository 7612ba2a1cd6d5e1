// Every screen one may see, the worst first, with what it really shows and why it is not right; and urgent notices. Shown by Desk at /admin/displays.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { DISPLAY_STATES } from "../../server/domain/display.ts";
import type { DisplayLine, DisplaysAnswer } from "../../server/domain/displayContract.ts";
import { mayAnywhere } from "../../server/domain/user.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { sentenceOf } from "../people/sentenceOf.ts";
import { session } from "../session/session.ts";
import { displayWord } from "../words/words.ts";
import { DisplayDialog } from "./DisplayDialog.tsx";
import { DisplayTable } from "./DisplayTable.tsx";
import { displayApi } from "./displayApi.ts";
import { Urgents } from "./Urgents.tsx";
import "./displays.css";

const EVERY = 5_000;

export function DisplaysPage() {
  const answer = useSignal<DisplaysAnswer | null>(null);
  const trouble = useSignal<string | null>(null);
  const open = useSignal<DisplayLine | null>(null);
  const read = async () => {
    try {
      answer.value = await displayApi.displays();
      trouble.value = null;
    } catch (error) {
      trouble.value = sentenceOf(error);
    }
  };
  useEffect(() => {
    void read();
    const timer = setInterval(() => document.visibilityState === "visible" && void read(), EVERY);
    return () => clearInterval(timer);
  }, []);
  const user = session.value?.user;
  const { counts, displays, unpaired, now } = answer.value ?? { counts: null, displays: [], unpaired: [], now: 0 };
  return (
    <main id="content" class="page">
      <div class="page-head">
        <PageTitle>{displayWord("list.title")}</PageTitle>
        {user && mayAnywhere(user, "administer") && (
          <a class="button primary" href="/admin/displays/pair">
            {displayWord("list.pair")}
          </a>
        )}
      </div>
      <Trouble text={trouble.value} />
      <Urgents />
      {counts !== null && (
        <p class="quiet count" role="status">
          {displayWord("list.count", { count: displays.length })}
          {DISPLAY_STATES.filter((state) => counts[state] > 0).map(
            (state) => ` · ${displayWord(`state.${state}`)}: ${counts[state]}`,
          )}
        </p>
      )}
      {displays.length + unpaired.length > 0 ? (
        <DisplayTable lines={[...displays, ...unpaired]} now={now} onOpen={(line) => (open.value = line)} />
      ) : (
        counts !== null && <p class="empty">{displayWord("list.none")}</p>
      )}
      {open.value !== null && (
        <DisplayDialog
          line={displays.find(({ display }) => display.id === open.value?.display.id) ?? open.value}
          onDone={() => void read()}
          onClose={() => (open.value = null)}
        />
      )}
    </main>
  );
}
