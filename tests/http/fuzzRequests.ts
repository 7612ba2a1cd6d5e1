// Generated requests over every route of the table, as a stranger and as the network's administrator, and frames over both sockets.
// Called by fuzz.test.ts (a few hundred) and fuzz.full.test.ts (all). What is looked for: a 5xx, an answer that is no JSON refusal, a dead process.
import fc from "fast-check";
import { io as connect } from "socket.io-client";
import type { Route } from "../../server/http/route.ts";
import { apiRoutes } from "../../server/http/routes.ts";
import { PASSWORD, type RunningHouse } from "../startHouse.ts";

/** Ends what the run needs, or is about other machines: covered by tests of their own. */
const LEFT_OUT = [
  "delete /session",
  "post /session/password",
  "delete /demonstration",
  "get /session/oidc",
  "get /session/oidc/callback",
];

const routes = apiRoutes({ poster: () => ({ body: "", codes: [] }) } as never).filter(
  ({ method, path }) => !LEFT_OUT.includes(`${method} ${path}`),
);

const nasty = fc.oneof(
  fc.constantFrom(
    "",
    "lecce",
    "*",
    "none",
    "__proto__",
    "constructor",
    "../../etc/passwd",
    "%00",
    "0",
    "-1",
    "NaN",
    "1e308",
  ),
  fc.constantFrom(
    "000001H",
    "2026-11-26",
    "2026-02-30",
    "it",
    "x",
    "https://a.b",
    "'; drop table posting; --",
    "=1+1",
    "\u202Egnp.exe",
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    nasty,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(
      fc.oneof(
        fc.constantFrom("owner", "content", "title", "expected", "code", "text", "due", "file", "grants", "__proto__"),
        nasty,
      ),
      tie("any"),
      { maxKeys: 5 },
    ),
  ),
})).any;

/** Bodies that have the right names at the top reach further than noise does. */
const bodyFor = (route: Route): fc.Arbitrary<unknown> => {
  const shape = (route.body as { shape?: Record<string, unknown> } | undefined)?.shape;
  if (shape === undefined) return value;
  const named = fc.record(Object.fromEntries(Object.keys(shape).map((name) => [name, value])), { requiredKeys: [] });
  return fc.oneof({ weight: 3, arbitrary: named }, { weight: 1, arbitrary: value });
};

const request = fc.constantFrom(...routes).chain((route) =>
  fc.record({
    route: fc.constant(route),
    params: fc.array(nasty, { minLength: 3, maxLength: 3 }),
    query: fc.dictionary(
      fc.oneof(
        fc.constantFrom("q", "office", "from", "to", "day", "page", "section", "lang", "format", "before", "locale"),
        nasty,
      ),
      nasty,
      { maxKeys: 4 },
    ),
    body: bodyFor(route),
    broken: fc.integer({ min: 0, max: 20 }),
    signedIn: fc.integer({ min: 0, max: 4 }),
  }),
);

export interface Fault {
  readonly what: string;
  readonly status: number;
  readonly answer: string;
}

/** @returns what went wrong, and how many of the answers were of each hundred */
export async function fuzzRequests(house: RunningHouse, count: number, seed: number) {
  const cookie = await cookieOf(house);
  const faults: Fault[] = [];
  const classes = new Map<number, number>();
  const asked = new Set<string>();
  for (const one of fc.sample(request, { numRuns: count, seed })) {
    const { route, params, query, body, broken, signedIn } = one;
    let next = 0;
    const path = route.path.replace(/:\w+/g, () => encodeURIComponent(params[next++ % 3] || "none"));
    const search = new URLSearchParams(query);
    // The printer draws real pages: one in fifty is enough to try its route.
    if (/\.pdf|previews/.test(path) && broken !== 1) continue;
    const text = broken === 0 ? '{"cut": "off' : JSON.stringify(body);
    const answer = await fetch(`${house.base}/api/v1${path}${search.size > 0 ? `?${search}` : ""}`, {
      method: route.method.toUpperCase(),
      redirect: "manual",
      headers: {
        "content-type": "application/json",
        "x-requested-with": "bacheca",
        ...(signedIn > 0 ? { cookie } : {}),
      },
      ...(route.method === "get" || text === undefined ? {} : { body: text }),
    });
    const said = await answer.text();
    const hundred = Math.floor(answer.status / 100);
    classes.set(hundred, (classes.get(hundred) ?? 0) + 1);
    asked.add(`${route.method} ${route.path}`);
    const refused = answer.status < 400 || answer.status === 410 || isRefusal(said);
    if (answer.status >= 500 || !refused)
      faults.push({
        what: `${route.method} ${path}?${search} ${text?.slice(0, 300)}`,
        status: answer.status,
        answer: said.slice(0, 300),
      });
  }
  return { faults, classes, asked, routes: routes.length };
}

/** @returns whether the house still answers on every line after all frames */
export async function fuzzFrames(house: RunningHouse, count: number, seed: number): Promise<number> {
  const cookie = await cookieOf(house);
  const open = (name: string) =>
    connect(`${house.base}${name}`, { transports: ["websocket"], forceNew: true, extraHeaders: { cookie } });
  const sockets = [open("/"), open("/staff")];
  let sent = 0;
  for (const frame of fc.sample(
    fc.record({
      event: fc.oneof(fc.constantFrom("watch", "beat", "changed", "sessionEnded", "disconnecting"), nasty),
      payload: fc.array(value, { maxLength: 3 }),
      where: fc.nat({ max: 1 }),
    }),
    { numRuns: count, seed },
  )) {
    const { event, payload, where } = frame;
    // Names the client itself keeps for its own use cannot be sent.
    if (["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"].includes(event))
      continue;
    sockets[where]?.emit(event, ...payload);
    sent += 1;
    if (sent % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (const socket of sockets) socket.disconnect();
  return sent;
}

function isRefusal(text: string): boolean {
  try {
    const { refusal, sentence } = JSON.parse(text) as { refusal?: unknown; sentence?: unknown };
    return (
      typeof refusal === "string" &&
      typeof sentence === "string" &&
      sentence !== "" &&
      // A sentence about a field names it.
      !/«»|„“|“”|« »/.test(sentence) &&
      !sentence.startsWith("refusals:")
    );
  } catch {
    return false;
  }
}

async function cookieOf(house: RunningHouse): Promise<string> {
  const answer = await fetch(`${house.base}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-requested-with": "bacheca" },
    body: JSON.stringify({ login: "admin", password: PASSWORD }),
  });
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}
