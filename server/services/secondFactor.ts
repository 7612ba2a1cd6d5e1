// The second factor: a code generator on the person's own phone (RFC 6238), with ten recovery codes for the day the phone is lost.
// [T1] A code of the step before or after is taken, for clocks that differ by half a minute. [T2] No code is taken twice, nor an older one after it.
// [T3] Secrets lie encrypted, recovery codes hashed; each recovery code works once.
// Called by http/secondFactor; signIn asks passSecondFactor.
import { createHash, randomBytes } from "node:crypto";
import { verify } from "@node-rs/argon2";
import { Secret, TOTP } from "otpauth";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { Account, SecondFactor, Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { openSecret, sealSecret } from "./sealSecret.ts";
import type { KeyPlace } from "./secretKey.ts";

const PERIOD = 30;
const RECOVERY_CODES = 10;
/** Crockford's letters: none is taken for another when copied from paper. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

export interface FactorNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly config: KeyPlace;
}

/** Begins an enrolment; nothing is asked at sign-in before it is confirmed. Refuses wrongCredentials, and wrongState where there is one already. */
export async function enrolSecondFactor(
  needs: FactorNeeds,
  user: User,
  password: string,
): Promise<{ secret: string; address: string }> {
  await provePassword(needs.store, user.login, password);
  const secret = new Secret({ size: 20 });
  await changeFactor(needs, user, (before) => {
    if (before?.confirmed) throw new Refusal("wrongState", { problem: "secondFactorThere" });
    const sealed = sealSecret(needs.config, secret.base32, about(user.login));
    return { factor: { secret: sealed, confirmed: false, lastStep: 0, recovery: [] }, facts: null };
  });
  return { secret: secret.base32, address: generatorOf(secret.base32, user.login).toString() };
}

/** Ends an enrolment with a first code. Returns the recovery codes, shown once. Refuses wrongCode. */
export async function confirmSecondFactor(needs: FactorNeeds, user: User, code: string): Promise<string[]> {
  const recovery = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await changeFactor(needs, user, (before) => {
    if (before === null || before.confirmed) throw new Refusal("wrongState", { problem: "secondFactorNotBegun" });
    const taken = takeCode(needs, user.login, before, code);
    if (taken === null) throw new Refusal("wrongCode");
    return {
      factor: { ...taken.factor, confirmed: true, recovery: recovery.map(digestOf) },
      facts: { secondFactor: true },
    };
  });
  return recovery;
}

/** Refuses wrongCredentials. */
export async function removeSecondFactor(needs: FactorNeeds, user: User, password: string): Promise<void> {
  await provePassword(needs.store, user.login, password);
  await changeFactor(needs, user, (before) => ({
    factor: null,
    facts: before?.confirmed ? { secondFactor: false } : null,
  }));
}

/** At sign-in, after the password. Refuses secondFactorRequired where no code came, wrongCode where it is not taken. [T1][T2][T3] */
export async function passSecondFactor(needs: FactorNeeds, user: User, code: string | undefined): Promise<void> {
  if (code === undefined || code === "") throw new Refusal("secondFactorRequired");
  await changeFactor(needs, user, (before) => {
    const taken = before === null ? null : takeCode(needs, user.login, before, code);
    if (taken === null) throw new Refusal("wrongCode");
    return { factor: taken.factor, facts: taken.recovery ? { recoveryCodesLeft: taken.factor.recovery.length } : null };
  });
}

/** Inside one transaction, so that two sign-ins cannot take the same code. [T2] */
async function changeFactor(
  { store, clock }: FactorNeeds,
  { login }: User,
  change: (before: SecondFactor | null) => { factor: SecondFactor | null; facts: Record<string, unknown> | null },
): Promise<void> {
  await store.write(login, clock.now(), async (tx) => {
    const account = await tx.account(login);
    if (account === null || account.user.disabled) throw new Refusal("wrongCredentials");
    const { secondFactor, ...rest } = account;
    const { factor, facts } = change(secondFactor ?? null);
    const after: Account = factor === null ? rest : { ...rest, secondFactor: factor };
    await tx.putAccount(after);
    if (facts !== null) await tx.record("user.changed", login, facts);
  });
}

function takeCode(
  { clock, config }: FactorNeeds,
  login: string,
  factor: SecondFactor,
  code: string,
): { factor: SecondFactor; recovery: boolean } | null {
  const plain = code.replace(/[\s-]/g, "").toLowerCase();
  if (/^\d{6}$/.test(plain)) {
    const secret = openSecret(config, factor.secret, about(login));
    if (secret === null) return null;
    const now = clock.now();
    const delta = generatorOf(secret, login).validate({ token: plain, timestamp: now, window: 1 });
    const step = delta === null ? 0 : Math.floor(now / 1000 / PERIOD) + delta;
    return step > factor.lastStep ? { factor: { ...factor, lastStep: step }, recovery: false } : null;
  }
  const digest = digestOf(plain);
  if (!factor.recovery.includes(digest)) return null;
  return { factor: { ...factor, recovery: factor.recovery.filter((other) => other !== digest) }, recovery: true };
}

async function provePassword(store: Store, login: string, password: string): Promise<void> {
  const passwordHash = (await store.account(login))?.passwordHash ?? null;
  if (passwordHash === null || !(await verify(passwordHash, password))) throw new Refusal("wrongCredentials");
}

function generatorOf(secret: string, login: string): TOTP {
  return new TOTP({
    issuer: "Bacheca Viva",
    label: login,
    secret: Secret.fromBase32(secret),
    digits: 6,
    period: PERIOD,
    algorithm: "SHA1",
  });
}

const about = (login: string) => `second-factor ${login}`;

/** Eighty random bits: a plain digest of it cannot be searched. */
function newRecoveryCode(): string {
  const letters = [...randomBytes(16)].map((byte) => LETTERS[byte % 32]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

function digestOf(code: string): string {
  return createHash("sha256").update(code.replace(/-/g, "")).digest("hex");
}
