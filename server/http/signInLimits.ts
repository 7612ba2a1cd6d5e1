// How often one may guess. Counted before the password is looked at, so that a thousand guesses at once are no way around.
// [L1] Five wrong tries for one login from one address, fifty for a login from anywhere, in a quarter of an hour.
// [L2] An address has two hundred: enough for the wrong keys of a whole office behind one address, too few to try every login.
// [L3] A browser that has signed this person in before has its own ten, whatever strangers do to the login or the address.
// [L4] Ten wrong codes of the second factor a login, and ten wrong passwords within a session.
// Kept in this process: several instances allow that many times each. Called by http/session and http/secondFactor.
import { isIPv6 } from "node:net";
import type { RateLimiterRes } from "rate-limiter-flexible";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { tooManyTries } from "./takeTurn.ts";

const WINDOW = 900;

export interface Visitor {
  readonly login: string;
  readonly address: string;
  /** The known browser's own id, or null. */
  readonly device: string | null;
  readonly withCode: boolean;
}

export interface Attempt {
  /** It was right: what it cost is given back, and the small counters start anew. */
  succeed(): Promise<void>;
  /** It was not wrong either (a code is still to come): what it cost is given back. */
  giveBack(): Promise<void>;
}

export interface SignInLimits {
  /** Refuses tooManyTries; `onLimit` is told when a counter is used up, once a window. */
  begin(visitor: Visitor, onLimit: () => Promise<void>): Promise<Attempt>;
  /** A password or code asked for again inside a session. */
  prove(login: string): Promise<Attempt>;
}

type Counted = readonly [limiter: RateLimiterMemory, key: string, small: boolean];

export function createSignInLimits(): SignInLimits {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: WINDOW });
  const [pair, everywhere, addresses, devices, codes, proofs] = [
    limiter(5),
    limiter(50),
    limiter(200),
    limiter(10),
    limiter(10),
    limiter(10),
  ];
  return {
    begin({ login, address, device, withCode }, onLimit) {
      const place = placeOf(address);
      const who = device ?? login;
      const counted: Counted[] =
        device === null
          ? [
              [pair, `${login}|${place}`, true],
              [everywhere, login, false],
              [addresses, place, false],
            ]
          : [[devices, device, true]];
      if (withCode) counted.push([codes, who, true]);
      return count(counted, onLimit);
    },
    prove: (login) => count([[proofs, login, true]], async () => undefined),
  };
}

async function count(counted: readonly Counted[], onLimit: () => Promise<void>): Promise<Attempt> {
  const taken: Counted[] = [];
  for (const one of counted) {
    const [limiter, key] = one;
    try {
      await limiter.consume(key);
      taken.push(one);
    } catch (thrown) {
      const { msBeforeNext, consumedPoints } = thrown as RateLimiterRes;
      for (const [before, name] of taken) await before.reward(name);
      if (consumedPoints === limiter.points + 1) await onLimit();
      throw tooManyTries(msBeforeNext);
    }
  }
  const giveBack = async () => {
    for (const [limiter, key] of taken) await limiter.reward(key);
  };
  return {
    giveBack,
    async succeed() {
      for (const [limiter, key, small] of taken) await (small ? limiter.delete(key) : limiter.reward(key));
    },
  };
}

/** An IPv6 visitor owns a whole /64: counted as one. */
export function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.split("%")[0]?.split("::") ?? [];
  const groups = head === "" ? [] : head.split(":");
  const rest = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => "0");
  return [...groups, ...zeros, ...rest]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
