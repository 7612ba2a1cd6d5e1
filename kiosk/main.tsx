// The lobby display: a device with a place shows its board; one without shows a code to be given one.
// Loaded by index.html. /kiosk/?office=lecce&lang=it,de shows a board without pairing, in the demonstration only; ?screen=2 is the second of two.
import { render } from "preact";
import { USUAL_PROFILE, wholeProfile } from "../server/domain/display.ts";
import { CORE_LOCALES } from "../server/domain/locale.ts";
import type { OwnerId } from "../server/domain/owner.ts";
import { ask } from "./ask.ts";
import { createBoardCache } from "./boardCache.ts";
import { keepBuilds } from "./builds.ts";
import { FourSentences } from "./FourSentences.tsx";
import { followViewport } from "./followViewport.ts";
import { forgetIdentity, loadIdentity, saveIdentity } from "./identity.ts";
import { keepAwake } from "./keepAwake.ts";
import { KNOWN_LOCALES, type Languages, loadLanguages } from "./languages.ts";
import { loadFonts } from "./loadFonts.ts";
import { PairingCard } from "./PairingCard.tsx";
import { type Pairing, waitForPlace } from "./pairing.ts";
import { readAddress } from "./readAddress.ts";
import { isClientAnswer } from "./readAnswer.ts";
import { reportFault } from "./reportFault.ts";
import { showOffice } from "./showOffice.tsx";
import { stillSurface } from "./stillSurface.ts";
import "../templates/parts/tokens.css";
import "../templates/parts/card.css";
import "../templates/parts/cardPortrait.css";
import "../templates/parts/stillCards.css";
import "./screen.css";
import "./overlays.css";

const TRY_AGAIN = 5_000;
const START_ANEW = 30_000;

async function start(): Promise<void> {
  const address = readAddress(window.location.search, KNOWN_LOCALES);
  const glass = document.getElementById("display");
  if (glass === null) return;
  document.documentElement.dataset.theme = address.theme;
  const viewport = followViewport();
  stillSurface();
  keepAwake();
  const builds = keepBuilds();
  const lettersReady = loadFonts();
  const identity = await loadIdentity();
  const own = identity.display;
  // Its own colours before its first card: a dark glass does not flash.
  if (own !== null) document.documentElement.dataset.theme = own.profile.theme;
  const wanted = own === null ? address.locales : own.profile.locales.filter((one) => KNOWN_LOCALES.includes(one));
  const touch = own === null ? address.touch : own.profile.touch;
  // Whoever touches chooses among all languages, whatever the rotation shows.
  const spoken = wanted.length > 0 ? wanted : address.locales;
  const languages = loadLanguages(touch ? [...new Set([...spoken, ...CORE_LOCALES, ...KNOWN_LOCALES])] : spoken, touch);
  await lettersReady;
  builds.watchFirst(glass);
  const common = { half: address.half, languages, glass, viewport, builds };
  if (own !== null) {
    await showOffice({ ...common, office: own.office, profile: wholeProfile(own.profile), identity });
  } else if (address.office !== null && (await isDemonstration(address.office, glass, languages))) {
    const profile = { ...USUAL_PROFILE, locales: address.locales, theme: address.theme, size: address.size, touch };
    await showOffice({ ...common, office: address.office, profile, identity: null });
  } else {
    const pairing = waitForPlace({
      token: identity.token,
      onPaired: async ({ display }) => {
        const placed = { ...identity, display };
        if (await saveIdentity(placed)) window.location.reload();
        // A disk that takes nothing: it plays until it is switched off, and the desk is told.
        else
          await showOffice({
            ...common,
            office: display.office,
            profile: wholeProfile(display.profile),
            identity: placed,
          });
      },
      onSpent: () => void forgetIdentity().then(() => window.location.reload()),
    });
    render(<Unpaired languages={languages} pairing={pairing} />, glass);
  }
}

function Unpaired({ languages, pairing }: { readonly languages: Languages; readonly pairing: Pairing }) {
  const wordsOf = languages.wordsOf.value;
  if (wordsOf === null) return null;
  return <PairingCard wordsOf={wordsOf} locales={languages.ready.value} pairing={pairing} />;
}

/** Only the demonstration shows a board to whoever names it; a start without a server goes by what it was the last time. */
async function isDemonstration(office: OwnerId, glass: HTMLElement, languages: Languages): Promise<boolean> {
  for (;;) {
    try {
      return (await ask("/api/v1/client", isClientAnswer, TRY_AGAIN)).demonstration;
    } catch (fault) {
      reportFault("start", fault);
      const { sighting, board } = await createBoardCache(office).load();
      if (sighting?.client != null && board !== null) return sighting.client.demonstration;
    }
    const wordsOf = languages.wordsOf.value;
    if (wordsOf !== null)
      render(<FourSentences wordsOf={wordsOf} locales={languages.ready.value} sentence="waiting" />, glass);
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN));
  }
}

start().catch((fault) => {
  // A part that could not be fetched: a page that is loaded anew asks for it anew.
  reportFault("start", fault);
  setTimeout(() => window.location.reload(), START_ANEW);
});
