// What a mail's link leads to: one button to say yes, one to leave; and what came of it. Nothing happens by opening it, since mail programmes
// open links on their own. Called by server/http for /{lang}/mail/{token}.
import type { PageFrame } from "./Document.tsx";
import { renderDocument } from "./Document.tsx";
import { infoPath, mailPath } from "./sitePath.ts";

export type SubscriptionState = "toConfirm" | "confirmed" | "running" | "left" | "gone";

export interface SubscriptionPageInput extends PageFrame {
  readonly token: string;
  readonly state: SubscriptionState;
}

export function renderSubscriptionPage(input: SubscriptionPageInput): string {
  const { words, token, state } = input;
  const { t } = words;
  const path = mailPath(words.locale.id, token);
  const title = t(state === "toConfirm" ? "mail:page.confirmTitle" : "mail:page.leaveTitle");
  return renderDocument({
    frame: input,
    title,
    pathIn: (locale) => mailPath(locale, token),
    indexed: null,
    children: (
      <>
        <h1>{title}</h1>
        {state === "toConfirm" && (
          <form method="post" action={path} aria-label={t("mail:page.confirmSend")}>
            <p>{t("mail:page.confirmAbout")}</p>
            <p class="act">
              <button class="button" type="submit">
                {t("mail:page.confirmSend")}
              </button>
            </p>
          </form>
        )}
        {state === "confirmed" && <Told verdict={t("mail:page.confirmed")} about={t("mail:page.confirmedAbout")} />}
        {state === "left" && <Told verdict={t("mail:page.left")} about={t("mail:page.leftAbout")} />}
        {state === "gone" && <p class="note is-strong">{t("mail:page.gone")}</p>}
        {state !== "left" && state !== "gone" && (
          <form method="post" action={`${path}/leave`} aria-label={t("mail:page.leaveSend")}>
            <p>{t("mail:page.leaveAbout")}</p>
            <p class="act">
              <button class="choice" type="submit">
                {t("mail:page.leaveSend")}
              </button>
            </p>
          </form>
        )}
        {(state === "left" || state === "gone") && (
          <p>
            <a class="choice" href={infoPath(words.locale.id, "channels")}>
              {t("mail:page.title")}
            </a>
          </p>
        )}
      </>
    ),
  });
}

function Told({ verdict, about }: { verdict: string; about: string }) {
  return (
    <div class="note is-strong" role="status">
      <p class="verdict">{verdict}</p>
      <p>{about}</p>
    </div>
  );
}
