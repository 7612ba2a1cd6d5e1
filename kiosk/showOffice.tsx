// Shows an office's board for as long as the page lives: remembers what it showed, opens the line, plays, paints, tells how it is.
// Called by main, for a paired display and for the demonstration.
import { computed, effect, type Signal, signal } from "@preact/signals";
import { render } from "preact";
import {
  type Beat,
  type BeatCause,
  type DisplayProfile,
  languageRounds,
  wholeProfile,
} from "../server/domain/display.ts";
import type { OwnDisplayAnswer } from "../server/domain/displayContract.ts";
import type { OwnerId } from "../server/domain/owner.ts";
import { charactersOf } from "../templates/parts/charactersOf.ts";
import { ask } from "./ask.ts";
import { createBoard, showsTheSame } from "./board.ts";
import { createBoardCache, type Kept } from "./boardCache.ts";
import { type Builds, buildOfPage } from "./builds.ts";
import { createClock, DEVICE, LEASE_HOURS } from "./clock.ts";
import { openConnection } from "./connection.ts";
import { countCards } from "./countCards.ts";
import type { Viewport } from "./followViewport.ts";
import { watchFrames } from "./frames.ts";
import { forgetIdentity, type Identity, saveIdentity } from "./identity.ts";
import { keepsNothing } from "./keep.ts";
import type { Languages } from "./languages.ts";
import { type OverlayState, Overlays } from "./Overlays.tsx";
import { waitForPlace } from "./pairing.ts";
import { pairOf } from "./pairOf.ts";
import { createPlayer } from "./player.ts";
import { playsCards } from "./playsCards.ts";
import { reportFault } from "./reportFault.ts";
import { Screen } from "./Screen.tsx";
import { takeNewBuild } from "./takeNewBuild.ts";

/** How often the clock and the last contact are written down. */
const SIGHTING_EVERY = 60_000;
const IDENTIFIED_FOR = 20_000;

export interface Place {
  readonly office: OwnerId;
  readonly profile: DisplayProfile;
  /** Null in the demonstration. */
  readonly identity: Identity | null;
  readonly half: 0 | 1 | null;
  readonly languages: Languages;
  readonly glass: HTMLElement;
  readonly viewport: Viewport;
  readonly builds: Builds;
}

export async function showOffice(place: Place): Promise<void> {
  const { office, identity, half, languages, glass, viewport, builds } = place;
  const { layout } = viewport;
  const cache = createBoardCache(office);
  const kept = await cache.load();
  const board = createBoard(kept.board);
  const clock = createClock(
    kept.sighting?.clock ?? null,
    DEVICE,
    () => board.current.peek()?.office.leaseHours ?? LEASE_HOURS,
  );
  const profile = signal(place.profile);
  const overlays = signal<OverlayState>({ name: null, code: null });
  const own = identity === null ? null : followOwn(identity, profile, overlays);
  /** Null until there is something to tell of. */
  let beat: (() => Omit<Beat, "line">) | null = null;
  const connection = openConnection({
    origin: "",
    office,
    board,
    clock,
    token: identity?.token ?? null,
    urgents: kept.urgents,
    client: kept.sighting?.client ?? null,
    lastContact: kept.sighting?.lastContact ?? null,
    ...(own === null ? {} : { onOwn: own.hear, onUnpaired: own.unpaired, beat: () => beat?.() }),
  });
  // Most displays show the usual card and are never touched: what only the others need is fetched by them alone.
  const large =
    profile.value.size === "usual"
      ? null
      : (await import("./largeGlass.tsx")).createLargeGlass(() => profile.peek(), viewport);
  const pair = await pairOf(profile);
  const player = createPlayer({
    board: board.current,
    profile: computed(() => ({
      // Two languages side by side would halve what large type needs whole: there they come in turn, and so they do until the pair can be drawn.
      rounds: languageRounds(
        profile.value.policy === "together" && pair.value === null
          ? { ...profile.value, policy: "turn" }
          : profile.value,
        languages.ready.value.filter((one) => profile.value.locales.includes(one)),
      ),
      sectionWeights: profile.value.sectionWeights,
      half: profile.value.screens === 2 ? (half ?? 0) : null,
    })),
    now: clock.now,
    charactersOf: (posting, locale) => {
      const words = languages.wordsOf.peek()?.(locale);
      if (words === undefined) return 0;
      const now = clock.now();
      if (large !== null) return large.characters(posting, words, now);
      return (
        pair.peek()?.characters(posting, words, now, layout.peek()) ?? charactersOf(posting, words, now, layout.peek())
      );
    },
  });
  const frames = watchFrames({
    due: () => player.turn.peek()?.ends ?? null,
    now: clock.now,
    restart: (why) => {
      reportFault("watch", why);
      window.location.reload();
    },
  });
  beat = () => {
    const { face, code, locale, revision } = frames.painted();
    const ends = player.turn.peek()?.ends;
    return {
      face: face.slice(0, 80),
      code,
      locale: locale?.split("+")[0] ?? null,
      revision: revision !== null && Number.isFinite(revision) ? revision : null,
      boardRevision: board.current.peek()?.revision ?? null,
      frameAge: frames.frameAge(),
      faceAge: frames.faceAge(),
      due: ends === undefined ? null : Math.round(ends - clock.now()),
      clockOffset: Math.round(clock.now() - Date.now()),
      clock: clock.trust(),
      storage: keepsNothing() ? ("none" as const) : builds.kept() ? ("full" as const) : ("boardOnly" as const),
      usedBytes: builds.used(),
      build: buildOfPage(),
      causes: lacks(),
      viewport: `${window.innerWidth}x${window.innerHeight}@${window.devicePixelRatio}`,
    };
  };

  keepSightings({ cache, kept, clock, board, connection });
  effect(() => {
    document.documentElement.dataset.theme = profile.value.theme;
    document.documentElement.dataset.still = String(profile.value.still);
  });
  const visited = signal(false);
  const plays = playsCards({ board: board.current, player, connection, profile, clock });
  const shownTurn = computed(() => (plays.value && !visited.value ? player.turn.value : null));
  if (identity !== null) countCards(identity.token, shownTurn, clock.now);
  takeNewBuild({ ready: builds.ready, turn: player.turn, visited, restart: () => window.location.reload() });
  window.addEventListener("online", () => connection.checkNow());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") connection.checkNow();
  });

  const lines = {
    languages,
    board: board.current,
    player,
    connection,
    viewport,
    profile,
    clock,
    plays,
    large,
    pair,
    place: identity?.display?.id ?? null,
  };
  const screen = <Screen {...lines} />;
  const touched = profile.value.touch ? await import("./touch/TouchGlass.tsx") : null;
  render(
    <>
      {touched === null ? screen : <touched.TouchGlass {...lines} visited={visited} screen={screen} />}
      <Overlays state={overlays} languages={languages} />
    </>,
    glass,
  );
}

function lacks(): BeatCause[] {
  return [
    ...(keepsNothing() ? (["storage"] as const) : []),
    // Over plain http a browser keeps no application: the board plays, and would not come back by itself.
    ...(window.isSecureContext ? [] : (["insecure"] as const)),
  ];
}

interface Keeping {
  readonly cache: ReturnType<typeof createBoardCache>;
  readonly kept: Kept;
  readonly clock: ReturnType<typeof createClock>;
  readonly board: ReturnType<typeof createBoard>;
  readonly connection: ReturnType<typeof openConnection>;
}

function keepSightings({ cache, kept, clock, board, connection }: Keeping): void {
  const saveSighting = () => {
    const { lastContact, client } = connection;
    // Before the first word from the server the clock is only a guess: the older sighting is worth more.
    if (lastContact.peek() === (kept.sighting?.lastContact ?? null)) return;
    // And after a sleep it is behind: what was written before goes on rightly.
    if (clock.trust() !== "known") return;
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
  let urgents = JSON.stringify(kept.urgents);
  effect(() => {
    const text = JSON.stringify(connection.urgents.value);
    if (text === urgents) return;
    urgents = text;
    cache.saveUrgents(connection.urgents.value);
  });
  setInterval(saveSighting, SIGHTING_EVERY);
  const met = computed(() => connection.lastContact.value !== null && connection.client.value !== null);
  effect(() => {
    if (met.value) saveSighting();
  });
}

const PICTURE_PATIENCE = 20_000;
const isKept = (value: unknown): value is { readonly kept: true } =>
  typeof value === "object" && value !== null && "kept" in value;

async function tellPicture(token: string): Promise<void> {
  try {
    // Asked for once in a while: not among what every start must read.
    const { drawGlass } = await import("./drawGlass.ts");
    const picture = await drawGlass();
    await ask("/api/v1/display/picture", isKept, PICTURE_PATIENCE, { method: "POST", token, body: { picture } });
  } catch (fault) {
    reportFault("picture", fault);
  }
}

/** What the server says of this very display: new settings, a wish, another office, or that it is no longer wanted. */
function followOwn(identity: Identity, profile: Signal<DisplayProfile>, overlays: Signal<OverlayState>) {
  let known = identity.display;
  let wishDone: number | null = null;
  let waiting: ReturnType<typeof waitForPlace> | null = null;
  // A page that starts anew without having written down why would do so for ever: then it stays as it is, and is told again.
  const startAnew = async (next: Identity) => {
    if (await saveIdentity(next)) window.location.reload();
    else known = identity.display;
  };
  const hear = ({ display }: OwnDisplayAnswer) => {
    waiting?.stop();
    waiting = null;
    if (overlays.value.code !== null) overlays.value = { ...overlays.value, code: null };
    const moved = known !== null && known.office !== display.office;
    const next = wholeProfile(display.profile);
    // Other words, or another program.
    const spoken =
      JSON.stringify(profile.value.locales) !== JSON.stringify(next.locales) ||
      profile.value.touch !== next.touch ||
      profile.value.size !== next.size;
    const changed = JSON.stringify(known) !== JSON.stringify(display);
    known = display;
    if (moved || spoken) return void startAnew({ ...identity, display });
    if (changed) void saveIdentity({ ...identity, display });
    profile.value = next;
    const wished = display.wish?.at ?? 0;
    const fresh = wishDone !== null && wished > wishDone;
    wishDone = wished;
    if (!fresh) return;
    if (display.wish?.kind === "reload") window.location.reload();
    if (display.wish?.kind === "picture") void tellPicture(identity.token);
    if (display.wish?.kind === "identify") {
      overlays.value = { ...overlays.value, name: `${display.name} · ${display.id}` };
      setTimeout(() => (overlays.value = { ...overlays.value, name: null }), IDENTIFIED_FOR);
    }
  };
  const unpaired = (why: "revoked" | "unknown") => {
    if (why === "revoked") return void forgetIdentity().then(() => window.location.reload());
    // The server forgot us: what hangs stays, and a small code lets staff take us back.
    if (waiting !== null) return;
    const mine = waitForPlace({
      token: identity.token,
      onPaired: (own) => void startAnew({ ...identity, display: own.display }),
      onSpent: () => unpaired("revoked"),
    });
    waiting = mine;
    effect(() => {
      overlays.value = { ...overlays.peek(), code: mine.code.value };
    });
  };
  return { hear, unpaired };
}
