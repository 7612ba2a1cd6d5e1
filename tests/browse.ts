// A browser without a screen, for tests of HTTP: keeps cookies by path, sends the desk's own header, reads JSON.
// Called by the tests of people and rights.
import type { RunningHouse } from "./startHouse.ts";

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what came back is what the test is about
  readonly body: any;
  readonly headers: Headers;
}

export interface Browser {
  /** Cookies by name, as the next request would send them. */
  readonly cookies: Map<string, { value: string; path: string }>;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  signIn(login: string, password: string, code?: string): Promise<Answer>;
}

export function browse({ base }: Pick<RunningHouse, "base">): Browser {
  const cookies: Browser["cookies"] = new Map();
  const browser: Browser = {
    cookies,
    async call(method, path, body, headers = {}) {
      const address = `${base}/api/v1${path}`;
      const { pathname } = new URL(address);
      const sent = [...cookies].filter(([, cookie]) => pathname.startsWith(cookie.path));
      const answer = await fetch(address, {
        method,
        redirect: "manual",
        headers: {
          "content-type": "application/json",
          "x-requested-with": "bacheca",
          cookie: sent.map(([name, { value }]) => `${name}=${value}`).join("; "),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const set of answer.headers.getSetCookie()) keep(cookies, set);
      const text = await answer.text();
      return { status: answer.status, body: text.startsWith("{") ? JSON.parse(text) : text, headers: answer.headers };
    },
    signIn: (login, password, code) =>
      browser.call("POST", "/session", { login, password, ...(code === undefined ? {} : { code }) }),
  };
  return browser;
}

function keep(cookies: Browser["cookies"], set: string): void {
  const [pair = "", ...attributes] = set.split("; ");
  const at = pair.indexOf("=");
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  const path =
    attributes
      .find((one) => one.startsWith("Path="))
      ?.slice(5)
      .replace(/\/$/, "") ?? "";
  if (value === "") cookies.delete(name);
  else cookies.set(name, { value, path });
}
