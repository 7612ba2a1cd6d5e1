// The application on the device: registers the service worker, asks it for new builds, and says when one is ready to take over. Called by main.
// Over plain HTTP there is no service worker: the display runs, and says in its beat that it could not start alone.
import { type ReadonlySignal, signal } from "@preact/signals";
import { reportFault } from "./reportFault.ts";

export interface Builds {
  /** A newer build is on the device, whole. */
  readonly ready: ReadonlySignal<boolean>;
  /** The application is kept: this page could start without a server. */
  kept(): boolean;
  /** Bytes of application and postings on the device; null where the browser does not tell. */
  used(): number | null;
  /** Looks at `glass` until something stands on it: only then has this build shown that it works. */
  watchFirst(glass: HTMLElement): void;
}

const LOOK_EVERY = 600_000;
const FIRST_LOOK = 20_000;

export function keepBuilds(): Builds {
  const ready = signal(false);
  let used: number | null = null;
  const measure = () =>
    void navigator.storage
      ?.estimate?.()
      .then(({ usage }) => (used = usage ?? null))
      .catch((fault) => reportFault("storage", fault));
  measure();
  // Asked for, what is kept here is the last a full disk throws away.
  void navigator.storage?.persist?.().catch((fault) => reportFault("storage", fault));
  if (!("serviceWorker" in navigator))
    return { ready, kept: () => false, used: () => used, watchFirst: () => undefined };
  const workers = navigator.serviceWorker;
  const say = (message: unknown) => workers.controller?.postMessage(message);
  workers.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "object" && data !== null && "ready" in data) ready.value = data.ready !== buildOfPage();
  });
  workers
    .register("/kiosk/worker.js", { scope: "/kiosk/", updateViaCache: "none" })
    .catch((fault) => reportFault("worker", fault));
  const look = () => {
    say({ look: true });
    measure();
  };
  setTimeout(look, FIRST_LOOK);
  setInterval(look, LOOK_EVERY);
  return {
    ready,
    kept: () => workers.controller !== null,
    used: () => used,
    watchFirst(glass) {
      const look = () => {
        if (glass.innerText.trim() === "") requestAnimationFrame(look);
        else say({ painted: buildOfPage() });
      };
      requestAnimationFrame(look);
    },
  };
}

/** A build's name: the digests in the names of its script and style sheet. Of the page as it was served: what a part that is fetched later brings
    along, as touch does its styles, is in no build's name. */
export function buildOfPage(): string {
  return served;
}

const served = [...(globalThis.document?.querySelectorAll("script[src], link[rel=stylesheet]") ?? [])]
  .map((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "")
  .flatMap((name) => /-([\w-]{8})\.(?:js|css)$/.exec(name)?.[1] ?? [])
  .sort()
  .join(".");
