// The postings of one section, or all of them. Called by VisitGlass.
import { PostingRows } from "./PostingRows.tsx";
import { Scroller } from "./Scroller.tsx";
import type { View } from "./visit.ts";
import type { VisitProps } from "./visitProps.ts";

export function ListView({ view, words, live, now, go }: VisitProps & { readonly view: View & { kind: "section" } }) {
  const shown = live.filter(({ content }) => view.section === null || content.section === view.section);
  if (shown.length === 0) return <p class="visit-plain">{words.t("touch:empty")}</p>;
  const label = words.t(view.section === null ? "touch:all" : `vocabulary:section.${view.section}`);
  return (
    <Scroller words={words} name={String(view.section)} label={label}>
      <PostingRows
        postings={shown}
        words={words}
        now={now}
        onOpen={(code) => go({ kind: "posting", code, from: view })}
      />
    </Scroller>
  );
}
