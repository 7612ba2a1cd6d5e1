// What the glass shows now, as a view with a name: two faces of the same name are repainted in place, others cross-fade.
// Called by Screen.
import type { JSX } from "preact";
import { qrAddress } from "../server/domain/address.ts";
import type { Board } from "../server/domain/board.ts";
import type { Theme } from "../server/domain/display.ts";
import { type Locale, SOURCE_LOCALE } from "../server/domain/locale.ts";
import type { Turn } from "../server/domain/rotation.ts";
import type { Instant } from "../server/domain/time.ts";
import type { PublicUrgent } from "../server/domain/urgent.ts";
import { Card } from "../templates/parts/Card.tsx";
import type { CardProps } from "../templates/parts/cardProps.ts";
import type { CardLayout } from "../templates/parts/cardScale.ts";
import { EmptyBoard } from "../templates/parts/EmptyBoard.tsx";
import { NightCard } from "../templates/parts/NightCard.tsx";
import { freshness } from "../templates/parts/noticeWords.ts";
import type { WordsOf } from "../templates/parts/words.ts";
import { FourSentences } from "./FourSentences.tsx";
import { isNight } from "./isNight.ts";
import type { LargeGlass } from "./largeGlass.tsx";
import type { PairGlass } from "./pairGlass.tsx";
import { UrgentCard } from "./UrgentCard.tsx";

export interface Face {
  readonly name: string;
  readonly lang: Locale;
  /** Makes the view anew: one kept from an earlier look holds everything that stood around it then. */
  readonly draw: () => JSX.Element;
}

export interface Moment {
  readonly wordsOf: WordsOf;
  readonly locales: readonly Locale[];
  readonly theme: Theme;
  readonly layout: CardLayout;
  readonly board: Board | null;
  readonly turn: Turn | null;
  readonly now: Instant;
  /** When the server was last heard; null: never. */
  readonly confirmedAt: Instant | null;
  readonly publicUrl: string;
  readonly officeUnknown: boolean;
  readonly urgent: PublicUrgent | null;
  /** Whether the clock keeps deadlines: where it does not, the office's own card is all that is surely right. */
  readonly trusted: boolean;
  /** The display's own quiet hours. */
  readonly quiet: boolean;
  /** The display's id in the QR of its cards, for counts; null in the demonstration. */
  readonly place: string | null;
  /** Draws in large type, or null: the usual card. */
  readonly large: LargeGlass | null;
  /** Which part of a posting in large type, from 0. */
  readonly part: number;
  /** Draws two languages side by side; null until it is loaded, and where none are. */
  readonly pair: PairGlass | null;
  /** Names of faces other than cards that could not be painted. */
  readonly broken: readonly string[];
}

export function faceOf(moment: Moment): Face {
  const face = wantedFace(moment);
  return moment.broken.includes(face.name) ? waiting(moment) : face;
}

function wantedFace(moment: Moment): Face {
  const { board, turn, now } = moment;
  if (board === null) return waiting(moment);
  // A notice must end by itself: without a clock to trust it would not.
  if (moment.urgent?.kind === "neutral" || !moment.trusted) return empty(moment, board);
  if (moment.urgent !== null) return urgent(moment, board, moment.urgent);
  if (moment.quiet || isNight(board.office, now)) return night(moment, board);
  return turn === null ? empty(moment, board) : card(moment, board, turn);
}

function card(moment: Moment, board: Board, turn: Turn): Face {
  const { posting, locale, beside } = turn;
  const name = `card ${posting.code} ${posting.revision} ${beside === null ? locale : `${locale}+${beside}`}`;
  if (moment.large !== null) return largeFace(moment, board, turn, moment.large);
  const propsIn = (one: Locale) => cardProps(moment, board, turn, one, moment.layout);
  const first = propsIn(locale);
  const { pair } = moment;
  if (beside === null || pair === null) return { name, lang: locale, draw: () => <Card {...first} /> };
  const second = propsIn(beside);
  return { name, lang: locale, draw: () => pair.draw([first, second]) };
}

function largeFace(moment: Moment, board: Board, turn: Turn, large: LargeGlass): Face {
  const { posting, locale } = turn;
  const { part } = moment;
  const props = cardProps(moment, board, turn, locale, moment.layout);
  const name = `card ${posting.code} ${posting.revision} ${locale} ${part}`;
  return { name, lang: locale, draw: () => large.draw(props, part) };
}

function cardProps(moment: Moment, board: Board, turn: Turn, locale: Locale, layout: CardLayout): CardProps {
  const { wordsOf, theme, now, confirmedAt, publicUrl } = moment;
  const { posting, place, of } = turn;
  const words = wordsOf(locale);
  return {
    posting,
    words,
    now,
    qr: qrAddress(publicUrl, posting.code, locale, posting.revision, moment.place ?? undefined),
    publicUrl,
    turn: { place, of },
    freshness: confirmedAt === null ? null : freshness(confirmedAt, now, words),
    office: board.office.name,
    layout,
    theme,
  };
}

function urgent({ wordsOf, locales, theme }: Moment, board: Board, notice: PublicUrgent): Face {
  const draw = () => (
    <UrgentCard urgent={notice} wordsOf={wordsOf} locales={locales} office={board.office.name} theme={theme} />
  );
  return { name: `urgent ${notice.id}`, lang: locales[0] ?? SOURCE_LOCALE, draw };
}

function empty({ wordsOf, locales, layout, theme, now, confirmedAt, trusted, urgent }: Moment, board: Board): Face {
  const words = locales.map(wordsOf);
  const draw = () => (
    <EmptyBoard
      office={board.office}
      words={words}
      now={now}
      confirmedAt={confirmedAt}
      unsure={!trusted || urgent !== null}
      layout={layout}
      theme={theme}
    />
  );
  return { name: "empty", lang: locales[0] ?? SOURCE_LOCALE, draw };
}

function night({ wordsOf, locales, layout, now }: Moment, board: Board): Face {
  const draw = () => <NightCard office={board.office} words={locales.map(wordsOf)} now={now} layout={layout} />;
  return { name: "night", lang: locales[0] ?? SOURCE_LOCALE, draw };
}

function waiting({ wordsOf, locales, officeUnknown, board }: Moment): Face {
  const lang = locales[0] ?? SOURCE_LOCALE;
  const all = { wordsOf, locales };
  return officeUnknown && board === null
    ? { name: "needs office", lang, draw: () => <FourSentences {...all} sentence="needsOffice" how="needsOfficeHow" /> }
    : { name: "waiting", lang, draw: () => <FourSentences {...all} sentence="waiting" /> };
}
