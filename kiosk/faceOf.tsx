// What the glass shows now, as a view with a name: two faces of the same name are repainted in place, others cross-fade.
// Called by Screen.
import type { JSX } from "preact";
import { qrAddress } from "../server/domain/address.ts";
import type { Board } from "../server/domain/board.ts";
import { type Locale, SOURCE_LOCALE } from "../server/domain/locale.ts";
import type { Turn } from "../server/domain/rotation.ts";
import type { Instant } from "../server/domain/time.ts";
import { Card } from "../templates/parts/Card.tsx";
import type { Theme } from "../server/domain/display.ts";
import type { CardLayout } from "../templates/parts/cardScale.ts";
import { EmptyBoard } from "../templates/parts/EmptyBoard.tsx";
import { NightCard } from "../templates/parts/NightCard.tsx";
import { freshness } from "../templates/parts/noticeWords.ts";
import type { WordsOf } from "../templates/parts/words.ts";
import { FourSentences } from "./FourSentences.tsx";
import { isNight } from "./isNight.ts";

export interface Face {
  readonly name: string;
  readonly lang: Locale;
  readonly view: JSX.Element;
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
  if (isNight(board.office, now)) return night(moment, board);
  return turn === null ? empty(moment, board) : card(moment, board, turn);
}

function card({ wordsOf, layout, theme, now, confirmedAt, publicUrl }: Moment, board: Board, turn: Turn): Face {
  const { posting, locale, place, of } = turn;
  const words = wordsOf(locale);
  const view = (
    <Card
      posting={posting}
      words={words}
      now={now}
      qr={qrAddress(publicUrl, posting.code, locale, posting.revision)}
      publicUrl={publicUrl}
      turn={{ place, of }}
      freshness={confirmedAt === null ? null : freshness(confirmedAt, now, words)}
      office={board.office.name}
      layout={layout}
      theme={theme}
    />
  );
  return { name: `card ${posting.code} ${posting.revision} ${locale}`, lang: locale, view };
}

function empty({ wordsOf, locales, layout, theme, now, confirmedAt }: Moment, board: Board): Face {
  const words = locales.map(wordsOf);
  const view = (
    <EmptyBoard office={board.office} words={words} now={now} confirmedAt={confirmedAt} layout={layout} theme={theme} />
  );
  return { name: "empty", lang: locales[0] ?? SOURCE_LOCALE, view };
}

function night({ wordsOf, locales, layout, now }: Moment, board: Board): Face {
  const view = <NightCard office={board.office} words={locales.map(wordsOf)} now={now} layout={layout} />;
  return { name: "night", lang: locales[0] ?? SOURCE_LOCALE, view };
}

function waiting({ wordsOf, locales, officeUnknown, board }: Moment): Face {
  const lang = locales[0] ?? SOURCE_LOCALE;
  const all = { wordsOf, locales };
  return officeUnknown && board === null
    ? { name: "needs office", lang, view: <FourSentences {...all} sentence="needsOffice" how="needsOfficeHow" /> }
    : { name: "waiting", lang, view: <FourSentences {...all} sentence="waiting" /> };
}
