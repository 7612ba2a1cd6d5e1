// Search on the device's own board, in any language, also without a network: a field, the keyboard below, results above it. Called by VisitGlass.
import { Keyboard } from "./Keyboard.tsx";
import { PostingRows } from "./PostingRows.tsx";
import { Scroller } from "./Scroller.tsx";
import type { View } from "./visit.ts";
import type { VisitProps } from "./visitProps.ts";

export function SearchView(props: VisitProps & { readonly view: View & { kind: "search" } }) {
  const { view, visit, words, live, now, search, change, go } = props;
  const { t } = words;
  const found = visit.query.trim() === "" ? [] : search.find(visit.query, live);
  const type = (typing: boolean) => go({ kind: "search", typing });
  return (
    <div class="search">
      <form
        class="search-line"
        onSubmit={(event) => {
          event.preventDefault();
          type(false);
        }}
      >
        <label class="search-field">
          <span>{t("touch:field")}</span>
          {/* The device's own keyboard stays away: ours is there. */}
          <input
            type="text"
            inputMode="none"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            maxLength={60}
            value={visit.query}
            onInput={(event) => change({ query: event.currentTarget.value })}
            onFocus={() => view.typing || type(true)}
          />
        </label>
        {view.typing ? (
          <button type="submit" class="touch-button touch-first" disabled={found.length === 0}>
            {t("touch:show", { count: found.length })}
          </button>
        ) : (
          <button type="button" class="touch-button" onClick={() => type(true)}>
            {t("touch:type")}
          </button>
        )}
      </form>
      <div class="search-found" role="status">
        {found.length > 0 && (
          <Scroller words={words} name={visit.query} label={t("touch:show", { count: found.length })}>
            <PostingRows
              postings={found}
              words={words}
              now={now}
              onOpen={(code) => go({ kind: "posting", code, from: { kind: "search", typing: false } })}
            />
          </Scroller>
        )}
        {found.length === 0 && visit.query.trim() !== "" && <p class="visit-plain">{t("touch:none")}</p>}
      </div>
      {view.typing && (
        <Keyboard
          locale={visit.locale}
          words={words}
          value={visit.query}
          narrow={props.narrow}
          onChange={(query) => change({ query })}
        />
      )}
    </div>
  );
}
