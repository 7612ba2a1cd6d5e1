// What a display without a place shows: a code and its QR, how to use it in each language, and nothing of any office or staff. Called by main.
import { type Locale, SOURCE_LOCALE } from "../server/domain/locale.ts";
import { Qr } from "../templates/parts/qr.tsx";
import type { WordsOf } from "../templates/parts/words.ts";
import type { Pairing } from "./pairing.ts";
import { pairingAddress } from "./pairing.ts";

interface PairingCardProps {
  readonly wordsOf: WordsOf;
  readonly locales: readonly Locale[];
  readonly pairing: Pairing;
}

export function PairingCard({ wordsOf, locales, pairing }: PairingCardProps) {
  const code = pairing.code.value;
  const publicUrl = pairing.publicUrl.value;
  return (
    <main class="pairing" data-face="pairing">
      <div class="pairing-words">
        {locales.map((locale, index) => {
          const { t } = wordsOf(locale);
          const Title = index === 0 ? "h1" : "h2";
          return (
            <section key={locale} lang={locale}>
              <Title class="pairing-title">{t("kiosk:pair.title")}</Title>
              <p class="pairing-how">{t(code === null ? "kiosk:pair.noServer" : "kiosk:pair.how")}</p>
            </section>
          );
        })}
      </div>
      {code !== null && publicUrl !== null && (
        <div class="pairing-code">
          <p class="pairing-letters tabular" translate={false}>
            {code.slice(0, 3)} {code.slice(3)}
          </p>
          <div class="pairing-qr">
            <Qr address={pairingAddress(publicUrl, code)} label={code} />
          </div>
          {!window.isSecureContext && (
            <p class="pairing-lacks" lang={SOURCE_LOCALE}>
              {wordsOf(SOURCE_LOCALE).t("kiosk:pair.insecure")}
            </p>
          )}
        </div>
      )}
    </main>
  );
}
