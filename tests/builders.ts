// Offices, owners, contents, postings and users for tests: whole records with nothing stated but what a test says.

import { blankContent } from "../server/domain/blankContent.ts";
import type { Content } from "../server/domain/content.ts";
import type { Office, Owner } from "../server/domain/owner.ts";
import type { Posting } from "../server/domain/posting.ts";
import { validityOf } from "../server/domain/posting.ts";
import type { Section } from "../server/domain/section.ts";
import type { User } from "../server/domain/user.ts";

export function anOffice(id: string, more: Partial<Office> = {}): Office {
  return {
    kind: "office",
    id,
    name: `Centro per l'impiego di ${id}`,
    phones: [],
    email: null,
    website: null,
    parent: null,
    area: "arpal-lecce",
    municipality: id,
    province: "LE",
    region: "Puglia",
    address: null,
    opening: [],
    closures: [],
    defaultValidityDays: 30,
    demonstration: false,
    ...more,
  };
}

export function anArea(id: string): Owner {
  return { kind: "area", id, name: id, phones: [], email: null, website: null, region: "Puglia" };
}

export function aContent(title: string, more: Partial<Content> = {}, section: Section = "vacancy"): Content {
  return { ...blankContent(section, title), ...more };
}

/** A posting open since `now`, as it would stand after one publication. */
export function aPosting(
  code: string,
  owner: string,
  content: Content,
  now: number,
  more: Partial<Posting> = {},
): Posting {
  const published = {
    content,
    ...validityOf(content, null, now),
    firstPublishedAt: now,
    publishedAt: now,
    revision: 1,
  };
  return {
    code,
    owner,
    state: "open",
    published,
    working: null,
    closed: null,
    revision: 1,
    publicRevision: 1,
    createdAt: now,
    changedAt: now,
    origin: null,
    demonstration: false,
    staffNote: null,
    ...more,
  };
}

export const chief: User = {
  login: "admin",
  name: "Amministrazione",
  grants: [{ role: "networkAdministrator", on: "*" }],
  mustChangePassword: false,
  disabled: false,
};
