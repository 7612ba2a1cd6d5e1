// Law as data: which articles a posting rests on, and where their official texts stand. Plain explanations: locales/*/law.json.
// Called by the page of a posting and the page of an article.
import type { Content } from "./content.ts";
import type { Statute } from "./vocabulary.ts";
import { STATUTES } from "./vocabulary.ts";

export interface StatuteLink {
  readonly href: string;
  /** `text`: the text in force. `site`: the body that issued it; its collection has no lasting address for one act. */
  readonly kind: "text" | "site";
}

const normattiva = (urn: string): StatuteLink => ({
  href: `https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:${urn}`,
  kind: "text",
});

export const STATUTE_LINKS: Readonly<Record<Statute, StatuteLink>> = {
  "l68-99": normattiva("legge:1999-03-12;68"),
  "l68-99-art1": normattiva("legge:1999-03-12;68~art1"),
  "l68-99-art8": normattiva("legge:1999-03-12;68~art8"),
  "l68-99-art18": normattiva("legge:1999-03-12;68~art18"),
  "l56-87-art16": normattiva("legge:1987-02-28;56~art16"),
  "dlgs276-03": normattiva("decreto.legislativo:2003-09-10;276"),
  "lr-sardegna-1-2018": { href: "https://www.regione.sardegna.it/", kind: "site" },
  "lr-puglia-26-2023": { href: "https://www.regione.puglia.it/", kind: "site" },
  "piemonte-cantieri-over45": { href: "https://www.regione.piemonte.it/", kind: "site" },
  leonardo: { href: "https://erasmus-plus.ec.europa.eu/", kind: "site" },
};

/** Every article a reader may ask about: those named, and the one a reservation rests on. */
export function statutesOf({ statutes, reserved }: Pick<Content, "statutes" | "reserved">): Statute[] {
  const reservedBy: Statute[] =
    reserved === null ? [] : reserved.article === "unspecified" ? ["l68-99"] : [`l68-99-${reserved.article}`];
  const enrolment: Statute[] = reserved?.enrolledBy == null ? [] : ["l68-99-art8"];
  return [...new Set([...reservedBy, ...enrolment, ...statutes])];
}

export function isStatute(value: string): value is Statute {
  return STATUTES.some((statute) => statute === value);
}
