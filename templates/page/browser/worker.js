// The service worker of the public pages: what was opened can be read again without a network. The network always comes first, so that
// nothing old is shown where the truth can be had. Served as it stands from /worker.js.
const PAGES = "bacheca-pages-1";
const ASSETS = "bacheca-assets-1";
const MOST = 80;
const PATIENCE = 4000;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => name.startsWith("bacheca-") && name !== PAGES && name !== ASSETS);
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(old(names).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(fromAssets(request));
  else if (request.mode === "navigate" && isPage(url.pathname)) event.respondWith(fromNetwork(request));
});

const isPage = (path) =>
  path === "/" || /^\/[a-z]{2,3}(\/|$)/i.test(path) || (/^\/o\//i.test(path) && !path.endsWith(".ics"));

async function fromAssets(request) {
  const cache = await caches.open(ASSETS);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function fromNetwork(request) {
  const cache = await caches.open(PAGES);
  try {
    const answer = await inTime(fetch(request));
    // A closed posting takes the place of the open one: also offline nothing over is shown as open.
    if (answer.status === 200 || answer.status === 410) {
      await cache.put(request, answer.clone());
      const keys = await cache.keys();
      await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => cache.delete(key)));
    }
    return answer;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept !== undefined) return kept;
    throw error;
  }
}

function inTime(answer) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE));
  return Promise.race([answer, late]);
}
