// The application on the device: registers the service worker, asks it for new builds, and says when one is ready to take over. Called by main.
// Over plain HTTP there is no service worker: the display runs, and says in its beat that it could not start alone.
import { reportFault } from "./reportFault.ts";

export interface Builds {
  /** A newer build is on the device, whole. */
  ready(): boolean;
  /** The application is kept: this page could start without a server. */
  kept(): boolean;
  /** The first card is on the glass: this build works. */
  painted(): void;
}

const LOOK_EVERY = 600_000;
const FIRST_LOOK = 20_000;

export function keepBuilds(): Builds {
  let ready = false;
  // Asked for, what is kept here is the last a full disk throws away.
  void navigator.storage?.persist?.().catch((fault) => reportFault("storage", fault));
  if (!("serviceWorker" in navigator)) return { ready: () => false, kept: () => false, painted: () => undefined };
  const workers = navigator.serviceWorker;
  const say = (message: unknown) => workers.controller?.postMessage(message);
  workers.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "object" && data !== null && "ready" in data) ready = data.ready !== buildOfPage();
  });
  workers
    .register("/kiosk/worker.js", { scope: "/kiosk/", updateViaCache: "none" })
    .catch((fault) => reportFault("worker", fault));
  const look = () => say({ look: true });
  setTimeout(look, FIRST_LOOK);
  setInterval(look, LOOK_EVERY);
  return {
    ready: () => ready,
    kept: () => workers.controller !== null,
    painted: () => say({ painted: buildOfPage() }),
  };
}

/** A build's name: the digests in the names of its script and style sheet. */
export function buildOfPage(page: Document = document): string {
  const names = [...page.querySelectorAll("script[src], link[rel=stylesheet]")].map(
    (element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "",
  );
  return names
    .flatMap((name) => /-([\w-]{8})\.(?:js|css)$/.exec(name)?.[1] ?? [])
    .sort()
    .join(".");
}
