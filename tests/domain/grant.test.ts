// The rules of rights, each by its number (domain/user.ts, domain/grant.ts).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOf, keepsAdministrator, mayGrant, maySee, mayTouch } from "../../server/domain/grant.ts";
import type { Grant, User } from "../../server/domain/user.ts";
import { ACTIONS, may, mayAnywhere, ROLES } from "../../server/domain/user.ts";

const OFFICES = ["lecce", "sportello", "gallipoli"];
const above = (on: string) => (on === "sportello" ? ["lecce"] : []);
const user = (login: string, ...grants: Grant[]): User => ({
  login,
  name: login,
  grants,
  mustChangePassword: false,
  disabled: false,
});
const on = (place: string, ...roles: Grant["role"][]): Grant[] => roles.map((role) => ({ role, on: place }));

const network = user("rete", ...on("*", "networkAdministrator"));
const local = user("ufficio", ...on("lecce", "administrator"));
const trusted = user("mirato", ...on("lecce", "administrator", "targeted"));
const anyGrant = fc.record({ role: fc.constantFrom(...ROLES), on: fc.constantFrom("*", ...OFFICES) });

describe("what a right allows", () => {
  it("[U1] nothing without a grant, and nothing to a disabled account", () => {
    for (const action of ACTIONS) {
      expect(may(user("nuovo"), action, "lecce")).toBe(false);
      expect(may({ ...network, disabled: true }, action, "lecce")).toBe(false);
      expect(mayAnywhere({ ...network, disabled: true }, action)).toBe(false);
    }
  });

  it("[U8] a role of the network means nothing on one office", () => {
    const odd = user("odd", ...on("lecce", "networkAdministrator", "networkEditor"));
    for (const action of ACTIONS) {
      expect(may(odd, action, "lecce")).toBe(false);
      expect(mayAnywhere(odd, action)).toBe(false);
    }
  });
});

describe("giving and taking rights", () => {
  it("[U4] an office's administrator reaches that office and its desks", () => {
    expect(mayGrant(local, { role: "publisher", on: "lecce" }, above)).toBe(true);
    expect(mayGrant(local, { role: "publisher", on: "sportello" }, above)).toBe(true);
    expect(mayGrant(local, { role: "reader", on: "gallipoli" }, above)).toBe(false);
    expect(mayGrant(local, { role: "reader", on: "*" }, above)).toBe(false);
  });

  it("[U4] never a role of the network, and the reserved section only where one holds it", () => {
    for (const place of ["lecce", "*"]) {
      expect(mayGrant(trusted, { role: "networkEditor", on: place }, above)).toBe(false);
      expect(mayGrant(trusted, { role: "networkAdministrator", on: place }, above)).toBe(false);
    }
    expect(mayGrant(local, { role: "targeted", on: "lecce" }, above)).toBe(false);
    expect(mayGrant(trusted, { role: "targeted", on: "sportello" }, above)).toBe(true);
    expect(mayGrant(trusted, { role: "targeted", on: "gallipoli" }, above)).toBe(false);
    expect(mayGrant(network, { role: "targeted", on: "gallipoli" }, above)).toBe(true);
  });

  it("[U4] whoever may not administer there grants nothing, whatever else they hold", () => {
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 4 }), anyGrant, (grants, wanted) => {
        const asks = user("chiunque", ...grants);
        fc.pre(!may(asks, "administer", wanted.on, above(wanted.on)));
        expect(mayGrant(asks, wanted, above)).toBe(false);
      }),
    );
  });

  it("[U4] nobody can give what allows more than they may themselves", () => {
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 4 }), anyGrant, (grants, wanted) => {
        const asks = user("chiunque", ...grants);
        fc.pre(mayGrant(asks, wanted, above));
        const gets = user("altro", wanted);
        for (const action of ACTIONS) {
          for (const place of OFFICES) {
            for (const section of ["vacancy", "targeted"] as const) {
              if (may(gets, action, place, above(place), section)) {
                expect(may(asks, action, place, above(place), section), `${action} on ${place}, ${section}`).toBe(true);
              }
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("[U5] nobody touches their own account this way", () => {
    for (const one of [network, local, trusted]) expect(mayTouch(one, one, above)).toBe(false);
  });

  it("[U7] an account with one right out of reach is not touched", () => {
    expect(mayTouch(local, user("anna", ...on("lecce", "publisher")), above)).toBe(true);
    expect(mayTouch(local, user("anna", ...on("lecce", "publisher"), ...on("gallipoli", "reader")), above)).toBe(false);
    expect(mayTouch(local, user("anna", ...on("lecce", "targeted")), above)).toBe(false);
    expect(mayTouch(local, network, above)).toBe(false);
    expect(mayTouch(local, user("nuovo"), above)).toBe(false);
    expect(mayTouch(network, user("nuovo"), above)).toBe(true);
    expect(maySee(local, user("anna", ...on("sportello", "reader")), above)).toBe(true);
    expect(maySee(local, user("anna", ...on("gallipoli", "reader")), above)).toBe(false);
  });

  it("[U6] the network keeps an administrator", () => {
    const other = user("altra", ...on("*", "networkAdministrator"));
    expect(keepsAdministrator([network, local], { ...network, disabled: true })).toBe(false);
    expect(keepsAdministrator([network, local], { ...network, grants: [] })).toBe(false);
    expect(keepsAdministrator([network, other], { ...network, grants: [] })).toBe(true);
    expect(keepsAdministrator([network, { ...other, disabled: true }], { ...network, grants: [] })).toBe(false);
  });

  it("tells what was given from what was taken", () => {
    const before = on("lecce", "reader", "author");
    const after = on("lecce", "author", "publisher");
    expect(differenceOf(before, after)).toEqual({ given: on("lecce", "publisher"), taken: on("lecce", "reader") });
  });
});
