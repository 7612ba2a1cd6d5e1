// Postings and offices for the tests of displays: complete by the public contract, real-looking, changed by what a test needs.

import { codeOf } from "../../server/domain/code.ts";
import type { Content } from "../../server/domain/content.ts";
import type { Office } from "../../server/domain/owner.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";

export const DAY = 86_400_000;

/** The n-th valid code. */
export function codeNumber(n: number): string {
  for (let value = 5_000_000 + n * 37; ; value += 1) {
    const code = codeOf(value);
    if (code !== null) return code;
  }
}

export function buildContent(changes: Partial<Content> = {}): Content {
  return {
    section: "vacancy",
    sourceLocale: "it",
    title: { written: { id: "s1", text: "Cuoco" }, occupation: null },
    summary: [],
    duties: [],
    employer: null,
    positions: null,
    places: [],
    job: null,
    reserved: null,
    call: null,
    course: null,
    event: null,
    eures: false,
    requirements: [],
    languages: [],
    licences: [],
    benefits: [],
    statutes: [],
    window: { opens: null, closes: null },
    hangs: { from: null, until: null },
    apply: null,
    reference: null,
    parent: null,
    share: "own",
    pinned: false,
    ...changes,
  };
}

export function buildPosting(changes: Partial<PublicPosting> = {}, now: Instant = Date.now()): PublicPosting {
  return {
    code: codeNumber(1),
    revision: 1,
    state: "open",
    closed: null,
    from: now - DAY,
    until: now + 30 * DAY,
    untilStated: true,
    firstPublishedAt: now - DAY,
    publishedAt: now - DAY,
    owner: { id: "lecce", name: "Centro per l’impiego di Lecce" },
    content: buildContent(),
    occupation: null,
    translations: {},
    demonstration: false,
    ...changes,
  };
}

/** A posting known by a number: its code and its title carry it. */
export function numbered(n: number, changes: Partial<PublicPosting> = {}, now: Instant = Date.now()): PublicPosting {
  const content = buildContent({ title: { written: { id: "s1", text: `Posto ${n}` }, occupation: null } });
  return buildPosting({ code: codeNumber(n), content, ...changes }, now);
}

export function buildOffice(changes: Partial<Office> = {}): Office {
  return {
    kind: "office",
    id: "lecce",
    name: "Centro per l’impiego di Lecce",
    phones: ["0832 000000"],
    email: "ido.lecce@example.org",
    website: null,
    parent: null,
    area: "arpal-lecce",
    municipality: "Lecce",
    province: "LE",
    region: "Puglia",
    address: "Viale Belgio",
    opening: [
      { days: [0, 1, 2, 3, 4], from: "08:30", to: "13:00", byAppointment: false },
      { days: [1, 3], from: "15:00", to: "16:30", byAppointment: false },
    ],
    closures: [],
    defaultValidityDays: 30,
    demonstration: true,
    ...changes,
  };
}
