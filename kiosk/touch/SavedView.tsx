// The list somebody made at the display, handed to their phone as one code. What has been taken down meanwhile is no longer in it. Called by VisitGlass.
import { listAddress } from "../../server/domain/address.ts";
import { Qr } from "../../templates/parts/qr.tsx";
import { PostingRows } from "./PostingRows.tsx";
import { Scroller } from "./Scroller.tsx";
import type { VisitProps } from "./visitProps.ts";

export function SavedView({
  visit,
  words,
  live,
  now,
  publicUrl,
  slip,
  go,
  onPrint,
}: VisitProps & { readonly onPrint: () => void }) {
  const { t } = words;
  const saved = visit.saved.flatMap((code) => live.filter((one) => one.code === code));
  if (saved.length === 0) return <p class="visit-plain">{t("touch:listEmpty")}</p>;
  const codes = saved.map(({ code }) => code);
  return (
    <div class="posting">
      <Scroller words={words} name="saved" label={t("touch:list")}>
        <PostingRows
          postings={saved}
          words={words}
          now={now}
          onOpen={(code) => go({ kind: "posting", code, from: { kind: "saved" } })}
        />
      </Scroller>
      <aside class="posting-side">
        <div class="posting-take">
          <p class="posting-invitation">{t("touch:listTake")}</p>
          <div class="posting-qr">
            <Qr address={listAddress(publicUrl, codes, words.locale.id)} label={t("touch:listLabel")} />
          </div>
        </div>
        {slip !== "none" && (
          <div class="posting-actions">
            <button type="button" class="touch-button touch-first" onClick={onPrint}>
              {t("touch:print")}
            </button>
          </div>
        )}
      </aside>
    </div>
  );
}
