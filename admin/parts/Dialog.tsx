// A native modal dialog with a heading and a way out by Escape. Called wherever staff must decide something.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** Long and to be looked at: begins at its heading, not at the first button after it. */
  readonly read?: boolean;
  readonly children: ComponentChildren;
}

export function Dialog({ title, onClose, wide, read = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={wide ? "wide" : undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        // The owner of the dialog removes it; closed by the browser it would stay mounted unseen.
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id} {...(read ? { tabIndex: -1, autofocus: true } : {})}>
        {title}
      </h2>
      {children}
    </dialog>
  );
}
