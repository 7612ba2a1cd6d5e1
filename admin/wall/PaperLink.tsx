// The way to a PDF: a link where it is drawn in a moment; where it takes long, printed ahead with its progress, then a link. Called by the dialog and bar of printing.
import { useSignal } from "@preact/signals";
import { useLongWork } from "../parts/longWork.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { WorkProgress } from "../parts/WorkProgress.tsx";
import { noteEndedSession } from "../session/session.ts";
import { wallWord } from "../words/words.ts";

/** Postings a person waits for without being told how far it is. */
const AT_ONCE = 3;
const API = "/api/v1";

interface Props {
  /** From printAddress. */
  readonly address: string;
  readonly label: string;
  /** Postings on the paper. */
  readonly count: number;
  /** Whether something else is now the first thing to do. */
  readonly quiet?: boolean;
  readonly onOpen?: () => void;
}

export function PaperLink({ address, label, count, quiet = false, onOpen }: Props) {
  const ready = useSignal<string | null>(null);
  const trouble = useSignal<string | null>(null);
  const work = useLongWork();
  const prepare = async () => {
    try {
      await work.run<null>("GET", address.slice(API.length));
      ready.value = address;
      trouble.value = null;
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  if (work.progress.value !== null) return <WorkProgress work={work} name={wallWord("dialog.title", { count })} />;
  const drawn = count <= AT_ONCE || ready.value === address;
  return (
    <>
      {drawn ? (
        <a class={quiet ? "button" : "button primary"} href={address} target="_blank" rel="noopener" onClick={onOpen}>
          {label}
        </a>
      ) : (
        <button type="button" class="primary" onClick={() => void prepare()}>
          {wallWord("dialog.prepare", { count })}
        </button>
      )}
      <Trouble text={trouble.value} />
      <span role="status">{ready.value === address && wallWord("dialog.ready")}</span>
    </>
  );
}
