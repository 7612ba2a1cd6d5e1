// Small whole records for the store's tests: valid in type, each naming its code where it can be looked for.

import { blankContent } from "../../server/domain/blankContent.ts";
import { codeOf } from "../../server/domain/code.ts";
import type { Owner } from "../../server/domain/owner.ts";
import type { Posting } from "../../server/domain/posting.ts";
import type { Translation } from "../../server/domain/translation.ts";
import type { Account, Session, Version, Writer } from "../../server/store/store.ts";

/** 2026-11-21T09:00Z. */
export const NOW = 1_795_251_600_000;

/** The n-th plain code. */
export function codeNumber(n: number): string {
  for (let value = n * 40 + 100_000; ; value += 1) {
    const code = codeOf(value);
    if (code !== null) return code;
  }
}

export function posting(n: number, changes: Partial<Posting> = {}): Posting {
  const code = codeNumber(n);
  return {
    code,
    owner: "lecce",
    state: "open",
    published: {
      content: {
        ...blankContent("vacancy", `Title of ${code}`),
        summary: [{ id: "s2", text: `Words of ${code}. ${"Si cerca personale con esperienza. ".repeat(12)}`.trim() }],
      },
      from: NOW,
      until: NOW + 30 * 86_400_000,
      untilStated: true,
      firstPublishedAt: NOW,
      publishedAt: NOW,
      revision: 1,
    },
    working: null,
    closed: null,
    publicRevision: 1,
    revision: 0,
    createdAt: NOW,
    changedAt: NOW,
    origin: { system: "sheet", id: `row-${n}`, hash: "0" },
    demonstration: false,
    staffNote: null,
    ...changes,
  };
}

export function version(of: Posting, revision: number): Version {
  if (of.published === null) throw new Error("never public");
  return { code: of.code, revision, published: { ...of.published, revision }, actor: "anna" };
}

export function translation(code: string, changes: Partial<Translation> = {}): Translation {
  return {
    code,
    segment: "s1",
    locale: "fr",
    source: `Title of ${code}`,
    text: `Titre de ${code}`,
    state: "approved",
    author: "marie",
    reviewer: "anna",
    at: NOW,
    revision: 0,
    ...changes,
  };
}

export function owner(id: string): Owner {
  return { kind: "area", id, name: `Ambito di ${id}`, phones: [], email: null, website: null, region: "Puglia" };
}

export function account(login: string): Account {
  return {
    user: {
      login,
      name: `Name of ${login}`,
      grants: [{ role: "publisher", on: "lecce" }],
      mustChangePassword: false,
      disabled: false,
    },
    passwordHash: "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA",
  };
}

export function session(id: string, login: string, expires = NOW + 3_600_000): Session {
  return { id, login, createdAt: NOW, seenAt: NOW, expires };
}

/** A posting with all that belongs to it, in one transaction's hands. */
export async function putWhole(tx: Writer, n: number, changes: Partial<Posting> = {}): Promise<void> {
  const one = posting(n, changes);
  await tx.putPosting(one);
  await tx.putVersion(version(one, tx.revision));
  await tx.putTranslation(translation(one.code));
  await tx.record("posting.published", one.code, { title: `Title of ${one.code}` });
}
