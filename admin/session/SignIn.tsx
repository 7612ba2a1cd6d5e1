// The page of who is not signed in yet. Shown by Desk.
import { LocaleChoice } from "../frame/LocaleChoice.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { GatewayLink } from "../people/GatewayLink.tsx";
import { word } from "../words/words.ts";
import { SignInForm } from "./SignInForm.tsx";

export function SignIn() {
  return (
    <main class="gate">
      <div class="gate-box">
        <p class="wordmark">{word("frame.name")}</p>
        <PageTitle>{word("signIn.title")}</PageTitle>
        <p class="quiet">{word("signIn.about")}</p>
        <SignInForm />
        <GatewayLink />
        <LocaleChoice />
      </div>
    </main>
  );
}
