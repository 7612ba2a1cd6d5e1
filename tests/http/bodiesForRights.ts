// What each route is sent when its rights are tried: a body that fits, for a posting, an account or a thing of an office. Called by rightsMatrix.test.
import { DEFAULT_CHECKS } from "../../server/domain/checks/finding.ts";
import { USUAL_PROFILE } from "../../server/domain/display.ts";
import type { Section } from "../../server/domain/section.ts";
import type { User } from "../../server/domain/user.ts";
import { aContent, anOffice } from "../builders.ts";
import type { Office } from "./expectedRights.ts";

interface Asked {
  readonly office: Office;
  readonly section: Section;
  readonly code: string;
  readonly target: User;
}

/** New accounts need a new name each. */
let made = 0;

/** @param asked.code of the posting meant; asked.target the account meant, as it was before anyone touched it */
export function bodyOf(key: string, { office, section, code, target }: Asked): unknown {
  const content = aContent("Prova", {}, section);
  const role = section === "targeted" ? "targeted" : "author";
  switch (key) {
    case "post /postings":
      return { owner: office, content };
    case "put /postings/:code/working":
      return { expected: 0, content };
    case "post /postings/:code/close":
      return { expected: 0, reason: "filled" };
    case "post /checks":
      return { owner: office, code: null, content };
    case "post /imports":
      return {
        ...{
          office,
          kind: section === "targeted" ? "mirato_unspecified" : "vacancy",
          source: "prova",
          columns: {},
          publish: false,
          dryRun: true,
          closeMissing: false,
        },
        // JSON is read without a process of its own: the question is who may, a hundred times.
        file: { how: "file", name: "prova.json", content: Buffer.from('[{"title":"Cuoco"}]').toString("base64") },
      };
    case "put /checks/policy":
      return { policy: DEFAULT_CHECKS };
    case "post /postings/bulk":
      return { items: [{ code: code, expected: 0 }], action: { does: "reopen" } };
    case "put /filters":
      return { filters: [{ name: "Aperti", query: "?state=open" }] };
    case "post /templates":
      return { owner: office, name: "Prova", content };
    case "post /attachments":
      return { owner: office, section, name: "Prova", form: false, content: Buffer.from("none").toString("base64") };
    case "post /previews":
      return { owner: office, code: null, content, locale: "it", surface: "page" };
    case "post /users":
      made += 1;
      return { login: `new-${made}`, name: "Nuova", grants: [{ role, on: office }] };
    case "put /users/:login":
      // Taking the reserved right away is as much an administrator's business as giving it.
      return {
        name: target.name,
        grants: [{ role: "author", on: office }],
        expected: { name: target.name, grants: target.grants },
      };
    case "post /displays/pair":
      return { code: "ZZZZZZ", office, name: "Prova", replace: null };
    case "put /displays/:id":
      return { office, name: "Prova", profile: USUAL_PROFILE };
    case "post /displays/:id/wish":
      return { kind: "identify" };
    case "post /walls":
      return { office, name: "Prova" };
    case "post /notes":
      return { owner: office, code: code, text: "Prova", due: null };
    case "put /notes/:id":
      return { text: "Prova", due: null };
    case "post /notes/:id/tick":
    case "post /notes/:id/remove":
      return {};
    case "post /calendar/subscription":
      return { office, locale: "it" };
    case "put /walls/:id":
      return { name: "Prova" };
    case "post /sheets":
      return { wall: "NONE", format: "poster", locales: ["it"], codes: [code] };
    case "post /urgents":
      return { kind: "notice", scope: { kind: "office", office }, texts: { it: "Prova" }, hours: 1 };
    case "put /translations/:code/:locale/:segment":
      return { source: "Prova", expected: 0, text: "Trial" };
    case "post /translations/presence":
      return { code: code, locale: "en", segment: null };
    case "put /translations/policy":
      return { showMachine: true, showStale: false, fourEyes: false };
    case "post /terms":
    case "put /terms/:id":
      return { kind: "forbidden", source: ["prova"], forms: { en: ["trial"] }, note: null, owner: office };
    case "post /memory":
      return { file: "<tmx version='1.4'><body/></tmx>", human: true };
    case "post /exchange":
      return { file: "nothing", approve: false };
    case "put /site/pages/:page":
      return { texts: { it: "Prova" } };
    case "put /offices/:office": {
      const { name, address, phones, email, website, opening, closures, defaultValidityDays } = anOffice(office);
      return { name, address, phones, email, website, opening, closures, defaultValidityDays };
    }
    case "put /offices/:office/visit":
      return { visit: { entrances: [], mediators: [], booking: null } };
    case "put /offices/:office/order":
      return { order: [], expected: [] };
    case "put /offices/:office/machine":
      return { allowed: true };
    case "post /session":
      return { login: "nobody", password: "wrong" };
    case "post /session/password":
      return { current: "wrong", next: "una frase molto lunga" };
    case "post /session/second-factor":
    case "delete /session/second-factor":
      return { password: "wrong" };
    case "post /session/second-factor/confirm":
      return { code: "000000" };
    default:
      if (key.startsWith("post /translations/:code")) return { source: "Prova", expected: 0 };
      return key.includes("/postings/") ? { expected: 0 } : undefined;
  }
}
