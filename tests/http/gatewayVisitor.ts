// Somebody who goes to the body's gateway and comes back, without a screen: forms filled in, links followed. Called by gateway.test.ts.
import type { RunningHouse } from "../startHouse.ts";

export const FLOW = "/api/v1/session/oidc";

/** A person at a browser: cookies by server, forms filled in, links followed, until the desk or a page that asks nothing. */
export class Visitor {
  readonly jars = new Map<string, Map<string, string>>();

  async ask(address: string, form?: URLSearchParams): Promise<{ status: number; to: string | null; text: string }> {
    const { origin, pathname } = new URL(address);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    const cookie = [...jar]
      .filter(([name]) => name !== "bacheca-gateway" || pathname.startsWith(FLOW))
      .map((pair) => pair.join("="))
      .join("; ");
    const answer = await fetch(address, {
      redirect: "manual",
      headers: { cookie },
      ...(form === undefined ? {} : { method: "POST", body: form }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    const to = answer.headers.get("location");
    return { status: answer.status, to: to === null ? null : new URL(to, address).href, text: await answer.text() };
  }

  /** Follows from `address`; stops before opening an address that `until` fits. */
  async follow(address: string, login: string, until: (address: string) => boolean): Promise<string> {
    let next = address;
    for (let step = 0; step < 15; step += 1) {
      if (until(next)) return next;
      const page = await this.ask(next);
      if (page.to !== null) {
        next = page.to;
        continue;
      }
      const action = /<form[^>]*action="([^"]+)"/.exec(page.text)?.[1];
      if (action === undefined) throw new Error(`${page.status} ${next}: ${page.text.slice(0, 300)}`);
      const form = new URLSearchParams(
        page.text.includes('name="login"') ? { prompt: "login", login, password: "x" } : { prompt: "consent" },
      );
      const sent = await this.ask(new URL(action, next).href, form);
      if (sent.to === null) throw new Error(`${sent.status} ${action}: ${sent.text.slice(0, 300)}`);
      next = sent.to;
    }
    throw new Error("no end");
  }

  toDesk(house: RunningHouse, login: string, from = `${house.base}${FLOW}`): Promise<string> {
    return this.follow(from, login, (address) => address.startsWith(`${house.base}/admin/`));
  }

  toCallback(house: RunningHouse, login: string, from = `${house.base}${FLOW}`): Promise<string> {
    return this.follow(from, login, (address) => address.startsWith(`${house.base}${FLOW}/callback`));
  }

  async who(house: RunningHouse): Promise<string | null> {
    const { text } = await this.ask(`${house.base}/api/v1/session`);
    return (JSON.parse(text) as { user?: { login: string } }).user?.login ?? null;
  }
}
