// Who is signed in at this desk, kept as a signal. Called by main, the gate (Desk), the header and everything that asks for rights.
import { signal } from "@preact/signals";
import type { OwnersAnswer, SessionAnswer } from "../../server/domain/httpContract.ts";
import type { Owner } from "../../server/domain/owner.ts";
import { ownersAbove } from "../../server/domain/ownersAbove.ts";
import type { Section } from "../../server/domain/section.ts";
import type { Action } from "../../server/domain/user.ts";
import { may } from "../../server/domain/user.ts";
import { api, Refused } from "../api.ts";

/** undefined: not known yet; null: nobody. */
export const session = signal<SessionAnswer | null | undefined>(undefined);

/** Set while a session has ended under an open page: signing in again keeps what is on it. */
export const signInAgain = signal(false);

/** Why the session could not be read at the start, if it could not. */
export const sessionTrouble = signal<string | null>(null);

export const owners = signal<readonly Owner[]>([]);

export async function loadSession(): Promise<void> {
  sessionTrouble.value = null;
  const known = api.owners();
  // Refused to whoever is not signed in, which the session's own answer says.
  known.catch(() => {});
  try {
    await enter(await api.session(), known);
  } catch (error) {
    if (error instanceof Refused && error.code === "signInRequired") session.value = null;
    else sessionTrouble.value = error instanceof Error ? error.message : String(error);
  }
}

/** `code` of the second factor, once the server has asked for it. */
export async function signIn(login: string, password: string, code?: string): Promise<void> {
  await api.signIn({ login, password, ...(code === undefined ? {} : { code }) });
  await enter(await api.session());
}

export async function signOut(): Promise<void> {
  await api.signOut();
  location.assign("/admin/");
}

async function enter(answer: SessionAnswer, known?: Promise<OwnersAnswer>): Promise<void> {
  if (!answer.user.mustChangePassword) owners.value = (await (known ?? api.owners())).owners;
  session.value = answer;
  signInAgain.value = false;
}

export function ownerOf(id: string): Owner | undefined {
  return owners.value.find((owner) => owner.id === id);
}

/** Whether the person signed in may do this to what belongs to an owner; hides what would be refused. */
export function allowed(action: Action, ownerId: string, section?: Section): boolean {
  const user = session.value?.user;
  if (!user) return false;
  return may(user, action, ownerId, ownersAbove(ownerOf(ownerId)), section);
}

/** For every call that a session ended meanwhile may refuse. */
export function noteEndedSession(error: unknown): void {
  if (error instanceof Refused && error.code === "signInRequired") signInAgain.value = true;
}
