// Who may do what, route by route: the table that rightsMatrix.test.ts holds the running API against. A new route needs its row here (and its
// body in rightsMatrix.test.ts); whoever writes the row decides, not the route.
import type { Section } from "../../server/domain/section.ts";
import type { Grant } from "../../server/domain/user.ts";

export const OFFICES = ["lecce", "lecce-sportello", "gallipoli"] as const;
export const SECTIONS = ["vacancy", "targeted"] as const;
export type Office = (typeof OFFICES)[number];

/** Who asks; every right of an office is given on Lecce. */
export const PEOPLE = {
  reader: ["reader"],
  author: ["author"],
  translator: ["translator"],
  publisher: ["publisher"],
  administrator: ["administrator"],
  networkEditor: ["networkEditor"],
  networkAdministrator: ["networkAdministrator"],
  targeted: ["targeted"],
  "author+targeted": ["author", "targeted"],
  "publisher+targeted": ["publisher", "targeted"],
  "administrator+targeted": ["administrator", "targeted"],
  "no right": [],
} as const satisfies Record<string, readonly Grant["role"][]>;
export type Person = keyof typeof PEOPLE;

// One sign a person, in the order of PEOPLE:
//   .  refused
//   +  allowed; the route is about no office
//   o  on Lecce and its desk, ordinary sections only        O  there, reserved section too
//   A  on every office, reserved section too
// `public`: answered to strangers. `device`: to a display with its own token; staff are strangers there.
export const EXPECTED: Readonly<Record<string, string>> = {
  "get /boards/:office": "public",
  "get /boards/:office/changes": "public",
  "get /client": "public",
  "get /openapi.json": "public",
  "post /session": "public",
  "get /session/oidc": "public",
  "get /session/oidc/callback": "public",
  "post /pairings": "device",
  "get /display": "device",
  "post /display/beat": "device",
  "post /display/counts": "device",
  "post /display/picture": "device",
  //                                         re au tr pu ad nE nA ta a+ p+ d+ no
  "get /session": "                          +  +  +  +  +  +  +  +  +  +  +  +",
  "delete /session": "                       +  +  +  +  +  +  +  +  +  +  +  +",
  "post /session/password": "                +  +  +  +  +  +  +  +  +  +  +  +",
  "get /session/security": "                 +  +  +  +  +  +  +  +  +  +  +  +",
  "delete /session/others": "                +  +  +  +  +  +  +  +  +  +  +  +",
  "delete /session/others/:id": "            +  +  +  +  +  +  +  +  +  +  +  +",
  "post /session/second-factor": "           +  +  +  +  +  +  +  +  +  +  +  +",
  "post /session/second-factor/confirm": "   +  +  +  +  +  +  +  +  +  +  +  +",
  "delete /session/second-factor": "         +  +  +  +  +  +  +  +  +  +  +  +",
  "get /phrases": "                          +  +  +  +  +  +  +  .  +  +  +  .",
  "get /owners": "                           +  +  +  +  +  +  +  +  +  +  +  +",
  "get /occupations": "                      +  +  +  +  +  +  +  .  +  +  +  .",
  "get /places": "                           +  +  +  +  +  +  +  .  +  +  +  .",
  "get /today": "                            O  O  O  O  O  A  A  .  O  O  O  .",
  "post /postings/:code/renew": "            .  .  .  o  o  .  A  .  .  O  O  .",
  "delete /postings/:code/renew": "          .  .  .  o  o  .  A  .  .  O  O  .",
  "get /postings/:code/notes": "             +  +  +  +  +  +  +  .  +  +  +  .",
  "post /notes": "                           .  o  .  o  o  .  A  .  O  O  O  .",
  // Without a note there is nothing to change, for nobody; tests/http/notes.test.ts changes.
  "put /notes/:id": "                        .  .  .  .  .  .  .  .  .  .  .  .",
  "post /notes/:id/tick": "                  .  .  .  .  .  .  .  .  .  .  .  .",
  "post /notes/:id/remove": "                .  .  .  .  .  .  .  .  .  .  .  .",
  "get /numbers": "                          O  O  O  O  O  A  A  .  O  O  O  .",
  "get /reports/week": "                     O  O  O  O  O  A  A  .  O  O  O  .",
  "get /calendar": "                         O  O  O  O  O  A  A  .  O  O  O  .",
  "get /calendar/subscription": "            +  +  +  +  +  +  +  .  +  +  +  .",
  "post /calendar/subscription": "           O  O  O  O  O  A  A  .  O  O  O  .",
  "delete /calendar/subscription": "         +  +  +  +  +  +  +  .  +  +  +  .",
  "get /calendars/:secret": "public",
  "get /postings": "                         +  +  +  +  +  +  +  .  +  +  +  .",
  "get /postings/:code": "                   O  O  O  O  O  A  A  .  O  O  O  .",
  "get /postings/:code/versions": "          O  O  O  O  O  A  A  .  O  O  O  .",
  "post /previews": "                        O  O  O  O  O  A  A  .  O  O  O  .",
  "post /checks": "                          O  O  O  O  O  A  A  .  O  O  O  .",
  "get /checks/policy": "                    +  +  +  +  +  +  +  .  +  +  +  .",
  "put /checks/policy": "                    .  .  .  .  .  .  +  .  .  .  .  .",
  "post /imports": "                         .  o  .  o  o  .  A  .  O  O  O  .",
  "get /sources": "                          .  +  .  +  +  .  +  .  +  +  +  .",
  "get /exports": "                          +  +  +  +  +  +  +  .  +  +  +  .",
  // Without a work there is nothing to stop, for nobody; tests/http/works.test.ts stops.
  "post /works/:id/stop": "                  .  .  .  .  .  .  .  .  .  .  .  .",
  "post /postings/bulk": "                   .  .  .  +  +  .  +  .  .  +  +  .",
  "get /filters": "                          +  +  +  +  +  +  +  .  +  +  +  .",
  "put /filters": "                          +  +  +  +  +  +  +  .  +  +  +  .",
  "get /templates": "                        .  +  .  +  +  .  +  .  +  +  +  .",
  "post /templates": "                       .  o  .  o  o  .  A  .  O  O  O  .",
  "delete /templates/:id": "                 .  o  .  o  o  .  A  .  O  O  O  .",
  "post /attachments": "                     .  o  .  o  o  .  A  .  O  O  O  .",
  "get /attachments/:id": "                  O  O  O  O  O  A  A  .  O  O  O  .",
  "get /audit": "                            .  .  .  .  .  .  +  .  .  .  .  .",
  "get /audit/chain": "                      .  .  .  .  .  .  +  .  .  .  .  .",
  "post /postings": "                        .  o  .  o  o  .  A  .  O  O  O  .",
  "put /postings/:code/working": "           .  o  .  o  o  .  A  .  O  O  O  .",
  "delete /postings/:code/working": "        .  o  .  o  o  .  A  .  O  O  O  .",
  "post /postings/:code/publish": "          .  .  .  o  o  .  A  .  .  O  O  .",
  "post /postings/:code/suspend": "          .  .  .  o  o  .  A  .  .  O  O  .",
  "post /postings/:code/resume": "           .  .  .  o  o  .  A  .  .  O  O  .",
  "post /postings/:code/close": "            .  .  .  o  o  .  A  .  .  O  O  .",
  "post /postings/:code/reopen": "           .  .  .  o  o  .  A  .  .  O  O  .",
  "get /machine": "                          +  +  +  +  +  +  +  .  +  +  +  .",
  // Without a service there is nothing to try, which is told as translatorOff. With one: tests/http/machine.test.ts.
  "post /machine/again": "                   .  .  .  .  .  .  +  .  .  .  .  .",
  "get /postings/:code/machine": "           O  O  O  O  O  A  A  .  O  O  O  .",
  "post /postings/:code/machine": "          .  .  o  o  o  .  A  .  .  O  O  .",
  "put /offices/:office/machine": "          .  .  .  .  O  .  A  .  .  .  O  .",
  // A translation service, known by the secret in the address.
  "post /machine/callbacks/:secret/:kind": "public",
  // For people, "reserved" means an account that holds the right on collocamento mirato.
  "get /users": "                            .  .  .  .  +  .  +  .  .  .  +  .",
  "post /users": "                           .  .  .  .  o  .  A  .  .  .  O  .",
  "put /users/:login": "                     .  .  .  .  o  .  A  .  .  .  O  .",
  "post /users/:login/disable": "            .  .  .  .  o  .  A  .  .  .  O  .",
  "post /users/:login/enable": "             .  .  .  .  o  .  A  .  .  .  O  .",
  "post /users/:login/password": "           .  .  .  .  o  .  A  .  .  .  O  .",
  "post /users/:login/gateway": "            .  .  .  .  o  .  A  .  .  .  O  .",
  "delete /users/:login/sessions": "         .  .  .  .  o  .  A  .  .  .  O  .",
  "get /displays": "                         +  +  +  +  +  +  +  .  +  +  +  .",
  "get /displays/counts": "                  +  +  +  +  +  +  +  .  +  +  +  .",
  "post /displays/pair": "                   .  .  .  .  O  .  A  .  .  .  O  .",
  "put /displays/:id": "                     .  .  .  .  O  .  A  .  .  .  O  .",
  "post /displays/:id/wish": "               .  .  .  .  O  .  A  .  .  .  O  .",
  "get /displays/:id/picture": "             O  O  O  O  O  A  A  .  O  O  O  .",
  "delete /displays/:id": "                  .  .  .  .  O  .  A  .  .  .  O  .",
  "get /offices/:office/wall": "             O  O  O  O  O  A  A  .  O  O  O  .",
  "get /offices/:office/wall.pdf": "         O  O  O  O  O  A  A  .  O  O  O  .",
  "get /postings/:code/texts": "             O  O  O  O  O  A  A  .  O  O  O  .",
  "get /postings/:code/fit": "               O  O  O  O  O  A  A  .  O  O  O  .",
  "get /reports/week/texts": "               +  +  +  +  +  +  +  .  +  +  +  .",
  "get /walls/overdue": "                    +  +  +  +  +  +  +  .  +  +  +  .",
  "post /walls": "                           .  O  .  O  O  .  A  .  O  O  O  .",
  "put /walls/:id": "                        .  .  .  .  .  .  .  .  .  .  .  .",
  "delete /walls/:id": "                     .  .  .  .  .  .  .  .  .  .  .  .",
  "post /sheets": "                          .  .  .  .  .  .  .  .  .  .  .  .",
  "post /sheets/:id/down": "                 .  .  .  .  .  .  .  .  .  .  .  .",
  "post /sheets/:id/back": "                 .  .  .  .  .  .  .  .  .  .  .  .",
  "get /urgents": "                          +  +  +  +  +  +  +  .  +  +  +  .",
  "post /urgents": "                         .  .  .  O  O  .  A  .  .  O  O  .",
  "post /urgents/:id/confirm": "             .  .  .  .  .  +  +  .  .  .  .  .",
  "post /urgents/:id/end": "                 .  .  .  O  O  .  A  .  .  O  O  .",
  "get /translations": "                     +  +  +  +  +  +  +  .  +  +  +  .",
  "get /translations/numbers": "             +  +  +  +  +  +  +  .  +  +  +  .",
  "get /translations/rules": "               +  +  +  +  +  +  +  .  +  +  +  .",
  "put /translations/policy": "              .  .  .  .  .  .  +  .  .  .  .  .",
  "post /translations/presence": "           O  O  O  O  O  A  A  .  O  O  O  .",
  "get /translations/:code/:locale": "       O  O  O  O  O  A  A  .  O  O  O  .",
  "get /translations/:code/:locale/:segment/memory": "O O O O O A A . O O O .",
  "put /translations/:code/:locale/:segment": " . . o o o . A . . O O .",
  "post /translations/:code/:locale/:segment/submit": " . . o o o . A . . O O .",
  "post /translations/:code/:locale/:segment/return": " . . o o o . A . . O O .",
  "post /translations/:code/:locale/:segment/approve": " . . o o o . A . . O O .",
  "post /translations/:code/:locale/:segment/withdraw": " . . o o o . A . . O O .",
  // The glossary and the memory are the network's: whoever translates somewhere reads them all.
  "get /terms": "                            +  +  +  +  +  +  +  .  +  +  +  .",
  "post /terms": "                           .  .  O  O  O  .  A  .  .  O  O  .",
  "put /terms/:id": "                        .  .  .  .  .  .  .  .  .  .  .  .",
  "delete /terms/:id": "                     .  .  .  .  .  .  .  .  .  .  .  .",
  "get /memory": "                           .  .  +  +  +  .  +  .  .  +  +  .",
  // The memory is the network's: a right on one office is not enough to fill it.
  "post /memory": "                          .  .  .  .  .  .  +  .  .  .  .  .",
  "get /memory/:id/uses": "                  .  .  +  +  +  .  +  .  .  +  +  .",
  "delete /memory/:id": "                    .  .  .  .  .  .  .  .  .  .  .  .",
  "post /memory/:id/back": "                 .  .  .  .  .  .  .  .  .  .  .  .",
  "get /exchange": "                         .  .  +  +  +  .  +  .  .  +  +  .",
  "post /exchange": "                        .  .  +  +  +  .  +  .  .  +  +  .",
  "get /eures/getAll": "public",
  "get /eures/getChanges/:since": "public",
  "get /eures/getDetails": "public",
  "get /reports": "                          +  +  +  +  +  +  +  .  +  +  +  .",
  // Without a report there is nothing to settle, for nobody; tests/http/reports.test.ts settles.
  "post /reports/:number/settle": "          .  .  .  .  .  .  .  .  .  .  .  .",
  "get /newsletter": "                       .  .  .  .  .  .  +  .  .  .  .  .",
  "get /site/pages": "                       .  .  .  .  .  .  +  .  .  .  .  .",
  "put /site/pages/:page": "                 .  .  .  .  .  .  +  .  .  .  .  .",
  "put /offices/:office": "                  .  .  .  .  O  .  A  .  .  .  O  .",
  "put /offices/:office/order": "            .  .  .  O  O  .  A  .  .  O  O  .",
  "put /offices/:office/visit": "            .  .  .  .  O  .  A  .  .  .  O  .",
  "delete /demonstration": "                 .  .  .  .  .  .  +  .  .  .  .  .",
};

export const signs = (row: string) =>
  Object.fromEntries(Object.keys(PEOPLE).map((person, at) => [person, row.trim().split(/\s+/)[at]])) as Record<
    Person,
    string
  >;

export function isAllowed(sign: string, office: Office, section: Section): boolean {
  if (sign === "+" || sign === "A") return true;
  if (sign === "." || office === "gallipoli") return false;
  return sign === "O" || (sign === "o" && section !== "targeted");
}
