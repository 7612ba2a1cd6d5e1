// The service worker: keeps whole builds of the display on the device, starts one without a server, brings the next one and takes it back when
// it does not paint. Written by hand and without imports: it must work when everything else is new. Registered by builds.ts as /kiosk/worker.js.
// [SW1] A build is kept only when every file's digest is right. [SW2] A new build is served once on trial; without word of its first card within
// 15 s, or at the next start, the one before is served again and the new one is not tried any more.
// [SW3] Only files of the display go through here; never the API.
// [SW4] Where this device's store of files fails, the network is asked: a broken one costs starting alone, not the display.
// [SW5] The second of two windows neither ends a trial nor takes part in it; it changes over once the first has painted.
// [SW6] What a power cut spoiled is thrown away and brought anew: each start looks through every file that is kept; another whole build plays meanwhile.

interface Build {
  readonly build: string;
  /** Address below /kiosk/ and SHA-256 in base 64; "" is the page itself. */
  readonly files: readonly { readonly path: string; readonly digest: string }[];
}

interface State {
  readonly current: string | null;
  readonly candidate: string | null;
  readonly tried: boolean;
  readonly bad: readonly string[];
}

// The compiler's list of what a page has lacks what a worker has; these few are all that is used here.
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response> | Response): void;
}
interface PageClient {
  readonly url: string;
  postMessage(message: unknown): void;
  navigate(url: string): Promise<unknown>;
}
interface Talking extends Extendable {
  readonly data: unknown;
}
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void>; matchAll(query: { type: "window" }): Promise<readonly PageClient[]> };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(name: "fetch", listener: (event: Fetching) => void): void;
  addEventListener(name: "message", listener: (event: Talking) => void): void;
}
const scope = self as unknown as WorkerScope;

const BASE = "/kiosk/";
const TRIAL = 15_000;
const NEW: State = { current: null, candidate: null, tried: false, bad: [] };
const cacheOf = (build: string) => `kiosk build ${build}`;
/** What was announced of a build, kept beside its files. */
const LIST = `${BASE}build.json`;
/** The build on trial in a window now; a worker that was started anew knows of none, and then the trial has failed. */
let onTrial: string | null = null;
let bringing: Promise<void> | null = null;
/** The build that is on its way here, not whole yet. */
let incoming: string | null = null;

scope.addEventListener("install", (event) => {
  event.waitUntil(bring().then(() => scope.skipWaiting()));
});
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.location.origin || !url.pathname.startsWith(BASE)) return;
  const fromNetwork = () => fetch(request);
  if (request.mode === "navigate") event.respondWith(page(event).catch(fromNetwork));
  else if (url.pathname.startsWith(`${BASE}assets/`)) event.respondWith(asset(request).catch(fromNetwork));
});

scope.addEventListener("message", (event) => {
  const said = typeof event.data === "object" && event.data !== null ? (event.data as Record<string, unknown>) : {};
  if (typeof said.painted === "string") event.waitUntil(confirm(said.painted));
  if (said.look === true) event.waitUntil(look());
});

/** The page itself: the build on trial once, else the one that has painted, else another whole one, else whatever the server has. */
async function page(event: Fetching): Promise<Response> {
  const whole = await wholeBuilds();
  const state = await readState();
  const { candidate, current } = state;
  if (candidate !== null && !whole.includes(candidate)) await writeState({ ...state, candidate: null, tried: false });
  else if (candidate !== null && !state.tried) {
    await writeState({ ...state, tried: true });
    onTrial = candidate;
    event.waitUntil(trial(candidate));
    return keptPage(candidate);
  } else if (candidate !== null && candidate !== onTrial) await reject(candidate);
  const proven = whole.filter((build) => build !== candidate);
  const playing = proven.find((build) => build === current) ?? proven[0];
  return playing === undefined ? fetch(event.request) : keptPage(playing);
}

/** Builds of which every file is still as it was announced; whatever is not is thrown away. [SW6] */
async function wholeBuilds(): Promise<readonly string[]> {
  const whole: string[] = [];
  for (const name of await caches.keys()) {
    const build = name.slice(cacheOf("").length);
    if (!name.startsWith(cacheOf("")) || build === incoming) continue;
    if (await isWhole(build)) whole.push(build);
    else await caches.delete(name);
  }
  return whole;
}

async function isWhole(build: string): Promise<boolean> {
  try {
    const cache = await caches.open(cacheOf(build));
    const listed = await cache.match(LIST);
    if (listed === undefined) return false;
    const { files } = (await listed.json()) as Build;
    const right = files.map(async ({ path, digest }) => {
      const file = await cache.match(BASE + path);
      return file !== undefined && (await digestOf(await file.arrayBuffer())) === digest;
    });
    return (await Promise.all(right)).every((one) => one);
  } catch {
    return false;
  }
}

async function trial(candidate: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, TRIAL));
  onTrial = null;
  if ((await readState()).candidate !== candidate) return;
  await reject(candidate);
  for (const client of await scope.clients.matchAll({ type: "window" }))
    await client.navigate(client.url).catch(() => undefined);
}

async function reject(candidate: string): Promise<void> {
  const state = await readState();
  await writeState({ ...state, candidate: null, tried: false, bad: [...state.bad, candidate].slice(-5) });
  await caches.delete(cacheOf(candidate));
}

async function confirm(painted: string): Promise<void> {
  const state = await readState();
  if (state.candidate !== painted) return;
  await writeState({ ...state, current: painted, candidate: null, tried: false });
  await tellPages(painted);
  // The one before stays until the next has painted: an open second window may still ask for its files.
  const keep = new Set([painted, state.current].flatMap((one) => (one === null ? [] : [cacheOf(one)])));
  for (const name of await caches.keys())
    if (name.startsWith(cacheOf("")) && !keep.has(name)) await caches.delete(name);
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}

async function look(): Promise<void> {
  await bring();
  const { candidate, current } = await readState();
  // Never one that could not be served: a page that starts anew for it would do so for ever.
  const next = candidate ?? (current !== null && (await isWhole(current)) ? current : null);
  if (next !== null && next !== onTrial) await tellPages(next);
}

/** Two windows may ask at once: what one brings, the other waits for. */
function bring(): Promise<void> {
  bringing ??= bringOnce().finally(() => {
    bringing = null;
    incoming = null;
  });
  return bringing;
}

/** Asks the server for its build and keeps it, whole, if it is not here yet or no longer. [SW1] */
async function bringOnce(): Promise<void> {
  const answer = await fetch(LIST, { cache: "no-store" });
  if (!answer.ok) return;
  const { build, files } = (await answer.clone().json()) as Build;
  const state = await readState();
  if (typeof build !== "string" || state.bad.includes(build)) return;
  if ([state.current, state.candidate].includes(build) && (await isWhole(build))) return;
  incoming = build;
  await caches.delete(cacheOf(build));
  const cache = await caches.open(cacheOf(build));
  try {
    for (const { path, digest } of files) {
      const file = await fetch(BASE + path, { cache: "no-cache" });
      const bytes = await file.clone().arrayBuffer();
      if (!file.ok || (await digestOf(bytes)) !== digest) throw new Error(`not the file announced: ${path}`);
      await cache.put(BASE + path, file);
    }
    await cache.put(LIST, answer);
  } catch (fault) {
    await caches.delete(cacheOf(build));
    throw fault;
  }
  const now = await readState();
  if (now.current === null || now.current === build) await writeState({ ...now, current: build });
  else await writeState({ ...now, candidate: build, tried: false });
}

async function tellPages(build: string): Promise<void> {
  for (const client of await scope.clients.matchAll({ type: "window" })) client.postMessage({ ready: build });
}

async function keptPage(build: string): Promise<Response> {
  const page = await (await caches.open(cacheOf(build))).match(BASE);
  if (page === undefined) throw new Error(`no page of ${build}`);
  return page;
}

async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest));
}

// Beside the builds, in the same kind of place: it survives what they survive.
const STATE = "kiosk state";

async function readState(): Promise<State> {
  try {
    const kept = await (await caches.open(STATE)).match(`${BASE}state`);
    return { ...NEW, ...((await kept?.json()) as Partial<State> | undefined) };
  } catch {
    // Spoiled, as by a power cut: as if nothing were known, and writable again. [SW6]
    await caches.delete(STATE);
    return NEW;
  }
}

async function writeState(state: State): Promise<void> {
  await (await caches.open(STATE)).put(`${BASE}state`, new Response(JSON.stringify(state)));
}
