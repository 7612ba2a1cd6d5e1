// The list of postings saved on this device: filled by the page's script from the browser's own storage, which nobody else sees.
// Called by server/http for /{lang}/info/saved.
import type { Words } from "../parts/words.ts";

export function SavedList({ words }: { words: Words }) {
  const { t } = words;
  return (
    <>
      <ul
        class="saved"
        data-saved-list=""
        data-locale={words.locale.id}
        data-remove={t("page:saved.remove")}
        data-closed={t("page:saved.closed")}
        data-empty={t("page:saved.empty")}
      />
      <noscript>
        <p class="note">{t("page:saved.needsScript")}</p>
      </noscript>
    </>
  );
}
