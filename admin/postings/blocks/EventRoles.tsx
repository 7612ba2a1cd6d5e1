// The jobs offered at an event: each a posting of its own that names the event as its parent. Called by EventBlock.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { PostingSummary } from "../../../server/domain/httpContract.ts";
import { officeDefaults } from "../../../server/domain/officeDefaults.ts";
import { api } from "../../api.ts";
import { StateBadge } from "../../parts/StateBadge.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { allowed, noteEndedSession, ownerOf } from "../../session/session.ts";
import { word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";

export function EventRoles() {
  const editor = useEditor();
  const { route } = useLocation();
  const roles = useSignal<readonly PostingSummary[]>([]);
  const trouble = useSignal<string | null>(null);
  const { code, owner } = editor.answer.value.posting;
  const fail = (error: unknown) => {
    noteEndedSession(error);
    trouble.value = error instanceof Error ? error.message : String(error);
  };
  useEffect(() => {
    api.rolesOf(code).then(({ postings }) => (roles.value = postings), fail);
  }, [code]);
  const add = async () => {
    const { places, event } = editor.content.peek();
    const begun = officeDefaults("vacancy", word("event.newRole"), ownerOf(owner));
    const closes = event === null || event.starts.day === "" ? null : event.starts;
    try {
      const { posting } = await api.createPosting({
        owner,
        content: { ...begun, parent: code, places, window: { opens: null, closes } },
      });
      route(`/admin/postings/${posting.code}`);
    } catch (error) {
      fail(error);
    }
  };
  return (
    <div class="span-12">
      <h3>{word("event.roles")}</h3>
      <p class="help">{word("event.rolesAbout")}</p>
      {roles.value.length > 0 && (
        <ul class="roles">
          {roles.value.map((one) => (
            <li key={one.code}>
              <a href={`/admin/postings/${one.code}`}>{one.title}</a>{" "}
              <StateBadge state={one.state} edited={one.edited} />
            </li>
          ))}
        </ul>
      )}
      <Trouble text={trouble.value} />
      {allowed("write", owner, "vacancy") && (
        <button type="button" class="plain" onClick={() => void add()}>
          {word("event.addRole")}
        </button>
      )}
    </div>
  );
}
