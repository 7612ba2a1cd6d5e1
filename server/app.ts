// Puts the house together from its parts: HTTP before Express for finished pages, Express for the rest, sockets for displays, followers behind.
// Called by main.ts and by every test that needs a running house.

import type { Server as HttpServer } from "node:http";
import { createServer } from "node:http";
import path from "node:path";
import express from "express";
import helmet from "helmet";
import type { Logger } from "pino";
import { Server } from "socket.io";
import { createWords } from "../templates/parts/words.ts";
import type { Config } from "./config.ts";
import { CORE_LOCALES } from "./domain/locale.ts";
import { broadcastChanges } from "./followers/broadcast.ts";
import { mailDark } from "./followers/darkMail.ts";
import { watchHealth } from "./followers/displayHealth.ts";
import { followMachine } from "./followers/machine.ts";
import { followMemory } from "./followers/memory.ts";
import { followNewsletter } from "./followers/newsletter.ts";
import { warmPosters } from "./followers/posters.ts";
import { followSources } from "./followers/sources.ts";
import { keepTime } from "./followers/timekeeper.ts";
import type { House } from "./house.ts";
import { createAdmission } from "./http/admission.ts";
import { applicationFiles } from "./http/applications.ts";
import { createAssets } from "./http/assets.ts";
import { fileRoutes } from "./http/attachments.ts";
import { bulletinRoutes } from "./http/bulletins.ts";
import { alive, metrics, ready } from "./http/health.ts";
import { listenRoutes } from "./http/listen.ts";
import { mountRoutes } from "./http/mountRoutes.ts";
import { createPages } from "./http/pages.ts";
import { createPeekFront } from "./http/peekFront.ts";
import { posterRoutes } from "./http/posters.ts";
import { apiRoutes } from "./http/routes.ts";
import { pictureRoutes } from "./http/socialPictures.ts";
import { createTemplates } from "./http/templates.ts";
import { watchMailer } from "./mail/watchMailer.ts";
import { createDrawPicture } from "./pictures/drawPicture.ts";
import { fontsDigest } from "./printer/loadFonts.ts";
import { createPaperCache } from "./printer/paperCache.ts";
import type { Printer } from "./printer/printer.ts";
import { readCatalogues } from "./readCatalogues.ts";
import type { Clock } from "./services/clock.ts";
import { createScanCounter } from "./services/countScans.ts";
import { createDisplayRoll } from "./services/displayRoll.ts";
import { createMachine } from "./services/machine.ts";
import { createMirror } from "./services/mirror.ts";
import { phrasesOfContent } from "./services/phrasesOfContent.ts";
import { createPostingSearch } from "./services/postingSearch.ts";
import { createBulletins } from "./services/printBulletin.ts";
import { createPrintDocument } from "./services/printDocument.ts";
import type { Posters } from "./services/printPoster.ts";
import { createPosters } from "./services/printPoster.ts";
import { createPrintWall } from "./services/printWall.ts";
import { keepSiteTexts } from "./services/siteTexts.ts";
import { createSpeakPosting } from "./services/speakPosting.ts";
import { titleOfContent } from "./services/titleOfContent.ts";
import { whenCalm } from "./services/whenCalm.ts";
import { createWorks } from "./services/works.ts";
import type { BoardSockets } from "./sockets/boards.ts";
import { watchBoards } from "./sockets/boards.ts";
import { cutStalled } from "./sockets/cutStalled.ts";
import { watchDisplays } from "./sockets/displays.ts";
import { watchStaff } from "./sockets/staff.ts";
import { findSpeaker } from "./speech/findSpeaker.ts";
import type { Store } from "./store/store.ts";
import { createTranslator } from "./translators/createTranslator.ts";
import type { Vocabularies } from "./vocabularies/loadVocabularies.ts";

export interface AppNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly printer: Printer;
  readonly config: Config;
  readonly vocabularies: Vocabularies;
  readonly log: Logger;
}

export interface App {
  readonly server: HttpServer;
  readonly house: House;
  readonly posters: Posters;
  readonly sockets: BoardSockets;
  /** Stops followers, sockets and connections; the store and the printer belong to the caller. */
  close(): Promise<void>;
}

export async function createApp(needs: AppNeeds): Promise<App> {
  const { config, store, clock, log } = needs;
  const catalogues = readCatalogues(config.projectRoot);
  const words = createWords(catalogues);
  // The core languages in their usual order, then whatever data files have added.
  const locales = [...CORE_LOCALES, ...Object.keys(catalogues).filter((locale) => !CORE_LOCALES.includes(locale))];
  const mirror = await createMirror({
    store,
    clock,
    titleOf: titleOfContent(needs.vocabularies),
    phrasesOf: phrasesOfContent(needs.vocabularies, words, locales),
  });
  let demonstration = (await store.setting("demonstration")) === "1";
  mirror.onChange(() => {
    // Seeding and leaving the demonstration are commits like any other; the setting is read again after each.
    store.setting("demonstration").then(
      (value) => (demonstration = value === "1"),
      (error: unknown) => log.warn({ err: error }, "the demonstration setting could not be read"),
    );
  });
  const site = await keepSiteTexts(store);
  const roll = await createDisplayRoll({ store, clock });
  const search = createPostingSearch({ mirror, vocabularies: needs.vocabularies, words, locales });
  const machine = createMachine({ ...needs, mirror, translator: createTranslator(config.translator) });
  const { speaker } = await findSpeaker(config.speech);
  const post =
    config.mail === null
      ? null
      : watchMailer((await import("./mail/smtpMailer.ts")).createSmtpMailer(config.mail), () => clock.now());
  const mailer = post?.mailer ?? null;
  const house: House = {
    machine,
    mailer,
    mailState: () => post?.state() ?? null,
    speaker,
    ...needs,
    mirror,
    roll,
    words,
    locales,
    demonstration: () => demonstration,
    siteTexts: () => site.texts,
    search,
    works: createWorks(),
  };

  const assets = createAssets(config.projectRoot);
  const templates = createTemplates(house, assets);
  const papers = createPaperCache(path.join(config.dataDir, "posters"));
  const print = createPrintDocument({ printer: needs.printer, cache: papers, fonts: fontsDigest(config.projectRoot) });
  const posters = createPosters({ ...house, render: templates.poster, print, papers });
  const bulletins = createBulletins({ ...house, templates, print });
  const pages = createPages(house, templates, assets);

  const admission = createAdmission(words, locales);
  const scans = createScanCounter(house);
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.set("trust proxy", config.trustProxy);
  const server = createServer((request, response) => {
    if (request.method === "GET") scans.note(request.url ?? "");
    if (!pages.answerKept(request, response) && !admission.refuse(request, response)) app(request, response);
  });
  const front = createPeekFront(server, ({ url, language }) => {
    const page = pages.kept(url, language);
    if (page !== undefined) scans.note(url);
    return page;
  });
  const io: BoardSockets = new Server(server, {
    maxHttpBufferSize: 16_384,
    perMessageDeflate: false,
    serveClient: false,
    allowRequest: (request, decide) => decide(null, sameOrigin(request.headers.origin, request.headers.host, config)),
  });

  app.get("/healthz", alive);
  app.get("/readyz", ready(house));
  app.get(
    "/metrics",
    metrics(
      house,
      () => io.of("/").sockets.size,
      () => pages.size(),
    ),
  );
  app.use(
    helmet({
      contentSecurityPolicy: { directives: desk(config) },
      strictTransportSecurity: config.publicUrlIsReal,
      referrerPolicy: { policy: "no-referrer" },
    }),
  );
  app.use("/kiosk", applicationFiles(config.projectRoot, "kiosk"));
  app.use("/admin", applicationFiles(config.projectRoot, "admin"));
  const api = express.Router();
  mountRoutes(
    api,
    house,
    apiRoutes({ ...templates, printWall: createPrintWall({ ...house, render: templates.poster, print }) }),
  );
  app.use("/api/v1", api);
  app.use("/files", fileRoutes(house));
  app.use("/posters", posterRoutes(house, posters, templates));
  app.use(bulletinRoutes(house, bulletins));
  app.use("/listen", listenRoutes(house, createSpeakPosting(house, speaker, config)));
  app.use(pictureRoutes(house, createDrawPicture(config.projectRoot, config.dataDir)));
  app.use(pages.router);

  mirror.onChange((change) => {
    pages.forget(change);
    // A page made of the texts before them is forgotten once more.
    site.reload().then(
      (moved) => moved && pages.forget({ ...change, boards: true }),
      (error: unknown) => log.warn({ err: error }, "the site's own texts could not be read"),
    );
  });
  mirror.onChange((change) => change.boards && void posters.forgetAll());
  broadcastChanges(house, io);
  warmPosters(house, posters);
  const memory = followMemory(house);
  const stopMachine = followMachine(house);
  watchBoards(house, io);
  const stopCutting = cutStalled(io);
  watchDisplays(house, io);
  mirror.onChange(
    (change) =>
      void roll.follow(change).catch((error: unknown) => log.warn({ err: error }, "displays could not be read")),
  );
  const stopHealth = watchHealth(house, scans);
  const darkMail = await mailDark(house);
  const staff = watchStaff(house, io);
  const stopTime = keepTime(house);
  const stopSources = followSources(house);
  const stopNewsletter = followNewsletter(house);
  let isClosing = false;
  // Who searches sooner waits for it.
  void whenCalm().then(() => (isClosing ? undefined : search.prepare()));

  return {
    server,
    house,
    posters,
    sockets: io,
    async close() {
      isClosing = true;
      staff.stop();
      stopCutting();
      admission.close();
      speaker?.close();
      await memory.stop();
      await stopMachine();
      await stopHealth();
      await darkMail.stop();
      await stopSources();
      await stopTime();
      await stopNewsletter();
      mailer?.close();
      // Requests under way may finish; a connection that a browser opened ahead of need would hold the end up for a minute.
      const enough = setTimeout(() => server.closeAllConnections(), 3000);
      front.close();
      await io.close();
      clearTimeout(enough);
      server.closeAllConnections();
      // Closing the sockets closes the server they ride on; one that never listened has nothing to close.
      if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What the two applications may load. Preview frames carry their own document and only our style sheets and fonts. */
function desk(config: Config): Record<string, string[] | null> {
  return {
    "default-src": ["'self'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:", "blob:"],
    "connect-src": ["'self'", "ws:", "wss:"],
    "frame-ancestors": ["'none'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "upgrade-insecure-requests": config.publicUrlIsReal ? [] : null,
  };
}

/** A browser names its origin; only our own pages may open a socket. Programs without one (other systems, tests) may. */
function sameOrigin(origin: string | undefined, host: string | undefined, config: Config): boolean {
  if (origin === undefined) return true;
  return origin === config.publicUrl || origin === `http://${host}` || origin === `https://${host}`;
}
