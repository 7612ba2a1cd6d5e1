// Everything the surfaces share, built once by createApp and handed to http, sockets and followers. Nothing here is global.
import type { Logger } from "pino";
import type { WordsOf } from "../templates/parts/words.ts";
import type { Config } from "./config.ts";
import type { Locale } from "./domain/locale.ts";
import type { SiteTexts } from "./domain/site.ts";
import type { MailState } from "./domain/sourceContract.ts";
import type { Mailer } from "./mail/mailer.ts";
import type { Printer } from "./printer/printer.ts";
import type { Clock } from "./services/clock.ts";
import type { DisplayRoll } from "./services/displayRoll.ts";
import type { Machine } from "./services/machine.ts";
import type { Mirror } from "./services/mirror.ts";
import type { PostingSearch } from "./services/postingSearch.ts";
import type { Works } from "./services/works.ts";
import type { Speaker } from "./speech/speaker.ts";
import type { Store } from "./store/store.ts";
import type { Vocabularies } from "./vocabularies/loadVocabularies.ts";

export interface House {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly mirror: Mirror;
  readonly search: PostingSearch;
  /** Displays, their health and urgent notices. */
  readonly roll: DisplayRoll;
  readonly printer: Printer;
  /** Drafts by a machine translation service, where one is configured. */
  readonly machine: Machine;
  /** Reads postings aloud; null where there is no voice. */
  readonly speaker: Speaker | null;
  /** The body's mail server, or null: nothing is mailed. */
  readonly mailer: Mailer | null;
  /** How it takes what is sent; null without one. */
  mailState(): MailState | null;
  /** Imports, prints and other works that take long. */
  readonly works: Works;
  readonly vocabularies: Vocabularies;
  readonly words: WordsOf;
  /** Languages that have a folder in locales/, Italian first. */
  readonly locales: readonly Locale[];
  /** True while the network shown is the demonstration one. */
  demonstration(): boolean;
  /** Texts of the site's own pages put in place of the defaults. */
  siteTexts(): SiteTexts;
  readonly log: Logger;
}
