// Asks for the password again where a session ended under an open page, so that nothing written is lost. Shown by Desk.
import { Dialog } from "../parts/Dialog.tsx";
import { word } from "../words/words.ts";
import { SignInForm } from "./SignInForm.tsx";
import { session, signInAgain } from "./session.ts";

export function SignInAgain() {
  if (!signInAgain.value) return null;
  const login = session.value?.user.login;
  return (
    <Dialog title={word("signIn.againTitle")} onClose={() => undefined}>
      <p>{word("signIn.againAbout")}</p>
      <SignInForm {...(login === undefined ? {} : { login })} />
    </Dialog>
  );
}
