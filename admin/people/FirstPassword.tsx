// A first password, shown this once: to be copied or read out. Called by PeoplePage.

import type { PasswordAnswer } from "../../server/domain/userContract.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { peopleWord, word } from "../words/words.ts";
import { CopyButton } from "./CopyButton.tsx";
import { personName } from "./personName.ts";

export function FirstPassword({ answer, onClose }: { readonly answer: PasswordAnswer; readonly onClose: () => void }) {
  return (
    <Dialog title={peopleWord("firstPassword.title", { name: personName(answer.user) })} onClose={onClose}>
      <div class="stack">
        <p>{peopleWord("firstPassword.about")}</p>
        <dl class="secret">
          <dt>{peopleWord("column.login")}</dt>
          <dd>
            <code>{answer.user.login}</code>
          </dd>
          <dt>{peopleWord("way.password")}</dt>
          <dd>
            <code>{answer.password}</code>
          </dd>
        </dl>
        <div class="dialog-buttons">
          <CopyButton text={answer.password ?? ""} />
          <button type="button" class="primary" onClick={onClose}>
            {word("frame.close")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
