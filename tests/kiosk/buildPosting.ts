// Postings and offices for the tests of displays: complete by the public contract, real-looking, changed by what a test needs.

import { blankContent } from "../../server/domain/blankContent.ts";
import { codeOf } from "../../server/domain/code.ts";
import type { Content } from "../../server/domain/content.ts";
import type { Office } from "../../server/domain/owner.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Instant } from "../../server/domain/time.ts";
import { anOffice } from "../builders.ts";

export const DAY = 86_400_000;

/** The n-th valid code. */
export function codeNumber(n: number): string {
  for (let value = 5_000_000 + n * 37; ; value += 1) {
    const code = codeOf(value);
    if (code !== null) return code;
  }
}

export function buildContent(changes: Partial<Content> = {}): Content {
  return { ...blankContent("vacancy", "Cuoco"), ...changes };
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
  return anOffice("lecce", {
    name: "Centro per l’impiego di Lecce",
    phones: ["0832 000000"],
    email: "ido.lecce@example.org",
    municipality: "Lecce",
    address: "Viale Belgio",
    opening: [
      { days: [0, 1, 2, 3, 4], from: "08:30", to: "13:00", byAppointment: false },
      { days: [1, 3], from: "15:00", to: "16:30", byAppointment: false },
    ],
    demonstration: true,
    ...changes,
  });
}
