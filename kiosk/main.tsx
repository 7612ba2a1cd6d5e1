// The lobby display: reads its address, remembers what it last showed, opens the line and paints.
// Loaded by index.html, /kiosk/?office=lecce&lang=it,en,fr,de.
import { computed, effect, type ReadonlySignal } from "@preact/signals";
import { render } from "preact";
import type { OwnerId } from "../server/domain/owner.ts";
import type { Theme } from "../server/domain/display.ts";
import type { CardLayout } from "../templates/parts/cardScale.ts";
import { charactersOf } from "../templates/parts/charactersOf.ts";
import { createBoard, showsTheSame } from "./board.ts";
import { createBoardCache } from "./boardCache.ts";
import { createClock } from "./clock.ts";
import { openConnection } from "./connection.ts";
import { FourSentences } from "./FourSentences.tsx";
import { followViewport } from "./followViewport.ts";
import { keepAwake } from "./keepAwake.ts";
import { KNOWN_LOCALES, type Languages, loadLanguages } from "./languages.ts";
import { loadFonts } from "./loadFonts.ts";
import { createPlayer } from "./player.ts";
import { readAddress } from "./readAddress.ts";
import { Screen } from "./Screen.tsx";
import { stillSurface } from "./stillSurface.ts";
import "../templates/parts/tokens.css";
import "../templates/parts/card.css";
import "../templates/parts/cardPortrait.css";
import "../templates/parts/stillCards.css";
import "./screen.css";

/** How often the clock and the last contact are written down. */
const SIGHTING_EVERY = 60_000;

async function start(): Promise<void> {
  const { office, locales, theme } = readAddress(window.location.search, KNOWN_LOCALES);
  const glass = document.getElementById("display");
  if (glass === null) return;
  document.documentElement.dataset.theme = theme;
  const layout = followViewport();
  stillSurface();
  keepAwake();
  const languages = loadLanguages(locales);
  await loadFonts();
  if (office === null) render(<NeedsOffice languages={languages} />, glass);
  else await showOffice({ office, languages, glass, layout, theme });
}

function NeedsOffice({ languages }: { readonly languages: Languages }) {
  const wordsOf = languages.wordsOf.value;
  if (wordsOf === null) return null;
  return (
    <FourSentences wordsOf={wordsOf} locales={languages.ready.value} sentence="needsOffice" how="needsOfficeHow" />
  );
}

interface Place {
  readonly office: OwnerId;
  readonly languages: Languages;
  readonly glass: HTMLElement;
  readonly layout: ReadonlySignal<CardLayout>;
  readonly theme: Theme;
}

async function showOffice({ office, languages, glass, layout, theme }: Place): Promise<void> {
  const cache = createBoardCache(office);
  const kept = await cache.load();
  const clock = createClock(kept.sighting?.clock ?? null);
  const board = createBoard(kept.board);
  const connection = openConnection({
    origin: "",
    office,
    board,
    clock,
    client: kept.sighting?.client ?? null,
    lastContact: kept.sighting?.lastContact ?? null,
  });
  const player = createPlayer({
    board: board.current,
    locales: languages.ready,
    now: clock.now,
    charactersOf: (posting, locale) => {
      const words = languages.wordsOf.peek()?.(locale);
      return words === undefined ? 0 : charactersOf(posting, words, clock.now(), layout.peek());
    },
  });

  const saveSighting = () => {
    const { lastContact, client } = connection;
    // Before the first word from the server the clock is only a guess: the older sighting is worth more.
    if (lastContact.peek() === (kept.sighting?.lastContact ?? null)) return;
    cache.saveSighting({ clock: clock.mark(), lastContact: lastContact.peek(), client: client.peek() });
  };
  let saved = kept.board;
  effect(() => {
    const current = board.current.value;
    // A board that only moved on in revision is not written again: the flash of a television wears out.
    if (current === null || (saved !== null && showsTheSame(saved, current))) return;
    saved = current;
    cache.saveBoard(current);
    saveSighting();
  });
  setInterval(saveSighting, SIGHTING_EVERY);
  const met = computed(() => connection.lastContact.value !== null && connection.client.value !== null);
  effect(() => {
    if (met.value) saveSighting();
  });
  window.addEventListener("online", () => connection.checkNow());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") connection.checkNow();
  });

  const lines = { languages, board: board.current, player, connection, layout, theme };
  render(<Screen {...lines} />, glass);
}

void start();
