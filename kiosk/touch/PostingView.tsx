// One posting of a visit: its text, its code to take home, and what can be done with it. Withdrawn while it is read, it leaves with a plain sentence.
// Called by VisitGlass.
import { LONGEST_LIST, qrAddress, spokenAddress } from "../../server/domain/address.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { Qr } from "../../templates/parts/qr.tsx";
import { ReadPosting } from "./ReadPosting.tsx";
import { Scroller } from "./Scroller.tsx";
import { toggled, type View } from "./visit.ts";
import type { VisitProps } from "./visitProps.ts";

interface PostingViewProps extends VisitProps {
  readonly view: View & { kind: "posting" };
  readonly onPrint: () => void;
}

export function PostingView(props: PostingViewProps) {
  const { view, words, live, now, publicUrl, place, go } = props;
  const { t } = words;
  const posting = live.find(({ code }) => code === view.code);
  if (posting === undefined)
    return (
      <div class="visit-plain" role="alert">
        <p>{t("touch:gone")}</p>
        <button type="button" class="touch-button touch-first" onClick={() => go({ kind: "section", section: null })}>
          {t("touch:others")}
        </button>
      </div>
    );
  const qr = qrAddress(publicUrl, posting.code, words.locale.id, posting.revision, place ?? undefined);
  return (
    <div class="posting">
      <Scroller words={words} name={`${posting.code} ${words.locale.id}`} label={t("card:scanLabel")}>
        <ReadPosting posting={posting} words={words} now={now} />
      </Scroller>
      <aside class="posting-side">
        <div class="posting-take">
          <p class="posting-invitation">{t("card:scan")}</p>
          <div class="posting-qr">
            <Qr address={qr} label={t("card:scanLabel")} />
          </div>
          <p class="posting-address">{spokenAddress(publicUrl, posting.code)}</p>
        </div>
        <Actions {...props} posting={posting} />
      </aside>
    </div>
  );
}

function Actions({
  posting,
  visit,
  words: { t },
  slip,
  change,
  onPrint,
  ...props
}: PostingViewProps & { readonly posting: PublicPosting }) {
  const isSaved = visit.saved.includes(posting.code);
  const isFull = !isSaved && visit.saved.length >= LONGEST_LIST;
  return (
    <div class="posting-actions">
      <Neighbours view={props.view} live={props.live} go={props.go} t={t} />
      <button
        type="button"
        class="touch-button touch-first"
        aria-pressed={isSaved}
        disabled={isFull}
        onClick={() => change({ saved: toggled(visit.saved, posting.code) })}
      >
        {t(isFull ? "touch:full" : isSaved ? "touch:unsave" : "touch:save")}
      </button>
      <Voice {...props} posting={posting} t={t} locale={visit.locale} />
      {slip !== "none" && (
        <button type="button" class="touch-button" onClick={onPrint}>
          {t("touch:print")}
        </button>
      )}
    </div>
  );
}

/** Before and after it in the list it was opened from, without going back. */
function Neighbours({ view, live, go, t }: Pick<PostingViewProps, "view" | "live" | "go"> & Pick<VoiceProps, "t">) {
  const { from } = view;
  if (from.kind !== "section" && from.kind !== "home") return null;
  const section = from.kind === "section" ? from.section : null;
  const among = live.filter(({ content }) => section === null || content.section === section);
  const at = among.findIndex(({ code }) => code === view.code);
  const step = (by: 1 | -1) => {
    const next = among[at + by];
    return {
      disabled: next === undefined,
      onClick: () => next !== undefined && go({ kind: "posting", code: next.code, from }),
    };
  };
  return (
    <div class="posting-volume">
      <button type="button" class="touch-button" aria-label={t("touch:previous")} {...step(-1)}>
        {t("touch:previousShort")}
      </button>
      <button type="button" class="touch-button" aria-label={t("touch:next")} {...step(1)}>
        {t("touch:nextShort")}
      </button>
    </div>
  );
}

interface VoiceProps extends Pick<VisitProps, "listener"> {
  readonly posting: PublicPosting;
  readonly locale: string;
  readonly t: (key: string) => string;
}

function Voice({ listener, posting, locale, t }: VoiceProps) {
  if (listener === null) return null;
  const speaks = listener.heard.value === posting.code;
  return (
    <>
      <button
        type="button"
        class="touch-button"
        aria-pressed={speaks}
        onClick={() => (speaks ? listener.stop() : listener.play(posting.code, locale))}
      >
        {t(speaks ? "touch:stop" : "touch:listen")}
      </button>
      {speaks && (
        <div class="posting-volume">
          <button
            type="button"
            class="touch-button"
            disabled={listener.volume.value <= 1}
            onClick={() => listener.louder(-1)}
          >
            {t("touch:softer")}
          </button>
          <button
            type="button"
            class="touch-button"
            disabled={listener.volume.value >= 4}
            onClick={() => listener.louder(1)}
          >
            {t("touch:louder")}
          </button>
        </div>
      )}
      {listener.failed.value && (
        <p class="posting-note" role="status">
          {t("touch:noSound")}
        </p>
      )}
    </>
  );
}
