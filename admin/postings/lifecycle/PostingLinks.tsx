// The ways to the real display, page and poster while a posting is open. Called by PostingPage.
import { pagePath } from "../../../server/domain/address.ts";
import { ownerOf, owners } from "../../session/session.ts";
import { spokenLocale, word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";

export function PostingLinks() {
  const { answer } = useEditor();
  const { state, posting } = answer.value;
  if (posting.published === null) return null;
  const locale = spokenLocale().id;
  const owner = ownerOf(posting.owner);
  const office = owner?.kind === "office" ? owner : owners.value.find(({ kind }) => kind === "office");
  return (
    <p class="posting-links">
      <span class="code">
        {word("links.code")} <b>{posting.code}</b>
      </span>
      <a href={pagePath(posting.code, locale)} target="_blank">
        {word("links.page")}
      </a>
      {state === "open" && (
        <>
          {office && (
            <a href={`/kiosk/?office=${office.id}`} target="_blank">
              {word("links.display", { office: office.name })}
            </a>
          )}
          <a href={`/posters/${posting.code}.pdf?lang=${locale}&size=a4`} target="_blank">
            {word("links.poster")}
          </a>
        </>
      )}
    </p>
  );
}
