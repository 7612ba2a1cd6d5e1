// What staff send and get about accounts, rights and sessions; beside httpContract, for the pages of people alone.
// Used by server/http/users, ownSessions, secondFactor and admin/people.
import { z } from "zod";
import type { Instant } from "./time.ts";
import type { User } from "./user.ts";
import { ROLES } from "./user.ts";

/** "password": kept here, Argon2id. "gateway": the body's own sign-in vouches, no password here. */
export const SIGN_IN_WAYS = ["password", "gateway"] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** Small letters, digits and . _ @ -, so that an e-mail address fits. */
export const LOGIN = /^[a-z0-9][a-z0-9._@-]{0,79}$/;

const grant = z.object({ role: z.enum(ROLES), on: z.string().min(1).max(60) });
const grants = z.array(grant).max(60);
const name = z.string().trim().min(1).max(120);
const password = z.string().min(1).max(200);

export const createUserBody = z.object({
  login: z.string().trim().toLowerCase().regex(LOGIN),
  name,
  grants,
  way: z.enum(SIGN_IN_WAYS).default("password"),
});
/** `expected` is what the editor saw: another's change in between is refused, not overwritten. */
export const changeUserBody = z.object({ name, grants, expected: z.object({ name, grants }) });
export const enrolBody = z.object({ password });
export const confirmBody = z.object({ code: z.string().trim().min(6).max(12) });
export type CreateUserBody = z.infer<typeof createUserBody>;
export type ChangeUserBody = z.infer<typeof changeUserBody>;

/** One line of the list of people. */
export interface UserLine {
  readonly user: User;
  readonly way: SignInWay;
  readonly secondFactor: boolean;
  /** Browsers signed in now. */
  readonly sessions: number;
  readonly seenAt: Instant | null;
  /** Whether whoever asks may touch the account itself: password, sessions, disabling. */
  readonly touchable: boolean;
}

/** GET /api/v1/users */
export interface UsersAnswer {
  readonly users: readonly UserLine[];
  /** What the gateway's button says, or null where there is none. */
  readonly gateway: string | null;
}

/** POST /api/v1/users and …/password: shown once, kept nowhere. Null for accounts of the gateway. */
export interface PasswordAnswer {
  readonly user: User;
  readonly password: string | null;
}

/** GET /api/v1/session/security */
export interface SecurityAnswer {
  readonly way: SignInWay;
  readonly secondFactor: boolean;
  readonly recoveryLeft: number;
  readonly sessions: readonly OwnSession[];
}

export interface OwnSession {
  readonly id: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly expires: Instant;
  readonly current: boolean;
}

/** POST /api/v1/session/second-factor: for a code generator, by camera or by hand. */
export interface EnrolAnswer {
  readonly secret: string;
  readonly address: string;
  /** The address as a QR code, a PNG data URL. */
  readonly picture: string;
}

/** POST /api/v1/session/second-factor/confirm: shown once. */
export interface RecoveryAnswer {
  readonly recovery: readonly string[];
}
