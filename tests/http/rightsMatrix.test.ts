// Every role on every route of the API, for three offices (one's own, its desk, another one) and for ordinary and reserved postings.
// The table of what is expected is written by hand, so that a slip in the routes' own table is seen. (trust A1, people 32)
import { hash } from "@node-rs/argon2";
import { beforeAll, describe, expect, it } from "vitest";
import { USUAL_PROFILE } from "../../server/domain/display.ts";
import type { Section } from "../../server/domain/section.ts";
import type { Grant, User } from "../../server/domain/user.ts";
import { ROLES } from "../../server/domain/user.ts";
import type { Route } from "../../server/http/route.ts";
import { apiRoutes } from "../../server/http/routes.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import { startSession } from "../../server/services/startSession.ts";
import { aContent, anOffice, chief } from "../builders.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";
import { bodyOf } from "./bodiesForRights.ts";
import { EXPECTED, isAllowed, OFFICES, type Office, PEOPLE, SECTIONS, signs } from "./expectedRights.ts";

const routes = apiRoutes({} as never);
const keyOf = ({ method, path }: Route) => `${method} ${path}`;

let house: RunningHouse;
const codes = new Map<string, string>();
let passwordHash = "";

const loginOf = (person: string) => person.replace(/[^a-z]/gi, "-").toLowerCase();

function user(login: string, grants: readonly Grant[]): User {
  return { login, name: login, grants, mustChangePassword: false, disabled: false };
}

/** The account a route about people is tried on, as it was before anyone touched it. */
function targetOf(office: Office, section: Section): User {
  const reserved: Grant[] = section === "targeted" ? [{ role: "targeted", on: office }] : [];
  return user(`target-${office}-${section}`, [{ role: "reader", on: office }, ...reserved]);
}

beforeAll(async () => {
  // A gateway that answers nobody: the routes about it are there all the same.
  const gateway = { OIDC_ISSUER: "http://127.0.0.1:9", OIDC_CLIENT_ID: "bacheca", OIDC_CLIENT_SECRET: "none" };
  house = await startHouse({ demo: false, env: gateway });
  const { store } = house;
  passwordHash = await hash("una frase che nessuno prova");
  await store.write("test", Date.now(), async (tx) => {
    for (const id of OFFICES) await tx.putOwner(anOffice(id, { parent: id === "lecce-sportello" ? "lecce" : null }));
    for (const id of OFFICES) await tx.record("owner.saved", id);
    for (const [person, roles] of Object.entries(PEOPLE)) {
      const grants = roles.map((role) => ({ role, on: role.startsWith("network") ? "*" : "lecce" }));
      await tx.putAccount({ user: user(loginOf(person), grants), passwordHash });
    }
  });
  await house.house.mirror.catchUp();
  for (const office of OFFICES) {
    for (const section of SECTIONS) {
      const { code } = await createPosting(house.house, chief, office, aContent(`${section} ${office}`, {}, section));
      codes.set(`${office} ${section}`, code);
    }
  }
});

function putTarget(office: Office, section: Section): Promise<unknown> {
  return house.store.write("test", Date.now(), (tx) =>
    tx.putAccount({ user: targetOf(office, section), passwordHash }),
  );
}

const tokens = new Map<string, string>();

/** The person's session; one of its own for each question that ends or changes sessions, which may end the kept one too. */
async function tokenOf(person: string, key: string): Promise<string> {
  const kept = tokens.get(person);
  if (kept !== undefined && !key.includes("/session")) return kept;
  const { token } = await startSession(house.house, user(loginOf(person), []), null);
  if (key.includes("/session")) tokens.delete(person);
  else tokens.set(person, token);
  return token;
}

/** A display and an urgent notice of an office, as they were before anyone touched them. */
async function putDisplayThings(office: Office): Promise<void> {
  const now = Date.now();
  const display = {
    id: `d-${office}`,
    office,
    name: "Prova",
    profile: USUAL_PROFILE,
    pairedAt: now,
    pairedBy: "test",
    revokedAt: null,
    wish: null,
  };
  const common = {
    kind: "notice",
    texts: { it: "Prova" },
    from: now,
    until: now + 60_000,
    by: "somebody",
    confirmedBy: null,
    endedAt: null,
  } as const;
  await house.store.write("test", now, async (tx) => {
    await tx.displays.putDisplay(display);
    await tx.displays.putUrgent({ ...common, id: `u-${office}`, scope: { kind: "office", office } });
    await tx.displays.putUrgent({ ...common, id: "u-network", scope: { kind: "network" } });
  });
}

/** A model and a file of an office, as they were before anyone touched them. */
async function putKeptThings(office: Office, section: Section): Promise<void> {
  const at = Date.now();
  await house.store.write("test", at, async (tx) => {
    const content = aContent("Prova", {}, section);
    const id = `t-${office}-${section}`;
    await tx.desk.putTemplate({ id, owner: office, name: "Prova", content, savedBy: "test", savedAt: at });
    await tx.desk.putFile({ id: `f-${office}`, owner: office, type: "pdf", at, by: "test", content: "" });
  });
}

/** What the API said: carried out or stopped for another reason than a right ("allowed"), or refused. */
async function ask(
  route: Route,
  cookie: string,
  office: Office,
  section: Section,
): Promise<"allowed" | "refused" | "stranger"> {
  const target = targetOf(office, section);
  const path = route.path
    .replace(":code", codes.get(`${office} ${section}`) ?? "")
    .replace(":office", office)
    .replace("wall.pdf", "wall.pdf?lang=none")
    .replace(":page", "legal")
    .replace(":locale", "en")
    .replace(":segment", "s1")
    .replace(/\/phrases$/, "/phrases?kind=benefit&q=vitto")
    .replace(/\/exchange$/, route.method === "get" ? "/exchange?format=csv&locale=en" : "/exchange")
    .replace(/\/today$/, `/today?office=${office}`)
    .replace(/\/numbers$/, `/numbers?office=${office}&from=2026-11-01&to=2026-11-30`)
    .replace(/\/reports\/week$/, `/reports/week?office=${office}`)
    .replace(/\/calendar$/, `/calendar?office=${office}&from=2026-11-01&to=2026-11-30`)
    .replace(":login", target.login)
    .replace("/displays/:id", `/displays/d-${office}`)
    .replace("/urgents/:id", route.path.endsWith("confirm") ? "/urgents/u-network" : `/urgents/u-${office}`)
    .replace("/templates/:id", `/templates/t-${office}-${section}`)
    .replace("/attachments/:id", `/attachments/f-${office}`)
    .replace(":id", "none");
  const body = bodyOf(keyOf(route), {
    office,
    section,
    target,
    code: codes.get(`${office} ${section}`) ?? "",
  });
  const sent = route.body === undefined ? undefined : JSON.stringify(body);
  const answer = await fetch(`${house.base}/api/v1${path}`, {
    method: route.method.toUpperCase(),
    redirect: "manual",
    headers: { "content-type": "application/json", "x-requested-with": "bacheca", cookie },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const text = await answer.text();
  const refusal = answer.status < 400 ? null : (JSON.parse(text) as { refusal: string }).refusal;
  expect(answer.status, `${keyOf(route)} ${text.slice(0, 200)}`).toBeLessThan(500);
  if (refusal === "signInRequired" || refusal === "displayUnknown") return "stranger";
  // A body that does not fit is refused before the service looks at rights: it would prove nothing.
  if (refusal === "invalidInput" && cookie !== "" && "rule" in JSON.parse(text).details)
    throw new Error(`bodyOf does not fit ${keyOf(route)}: ${text}`);
  const unseen = refusal === "notFound" && !path.startsWith("/session");
  return refusal === "notAllowed" || unseen ? "refused" : "allowed";
}

describe("A1: rights, route by route", () => {
  it("every route has its row, and every row its route", () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(routes.map(keyOf).sort());
  });

  it("every role has its column", () => {
    expect(new Set(Object.values(PEOPLE).flat())).toEqual(new Set(ROLES));
    for (const [key, row] of Object.entries(EXPECTED))
      if (row !== "public" && row !== "device")
        expect(row.trim().split(/\s+/), key).toHaveLength(Object.keys(PEOPLE).length);
  });

  it.each(routes.map((route) => [keyOf(route), route] as const))("%s", async (key, route) => {
    const row = EXPECTED[key] ?? "";
    if (row === "public") {
      expect(await ask(route, "", "lecce", "vacancy").catch(() => "allowed")).not.toBe("stranger");
      return;
    }
    if (row === "device") {
      const { token } = await startSession(house.house, user(loginOf("networkAdministrator"), []), null);
      expect(await ask(route, `bacheca=${token}`, "lecce", "vacancy"), "staff").toBe("stranger");
    }
    expect(await ask(route, "", "lecce", "vacancy"), "a stranger").toBe("stranger");
    if (row === "device") return;
    const wrong: string[] = [];
    for (const [person, sign] of Object.entries(signs(row))) {
      // Where no office is meant, one question a person is enough.
      const one = /^[\s+.]+$/.test(row);
      for (const office of one ? (["lecce"] as const) : OFFICES) {
        for (const section of one ? (["vacancy"] as const) : SECTIONS) {
          if (key.includes(":login")) await putTarget(office, section);
          if (/templates|attachments/.test(key)) await putKeptThings(office, section);
          if (/(?:displays|urgents)\/:id/.test(key)) await putDisplayThings(office);
          const token = await tokenOf(person, key);
          const said = await ask(route, `bacheca=${token}`, office, section);
          const expected = isAllowed(sign, office, section) ? "allowed" : "refused";
          if (said !== expected) wrong.push(`${person} on ${office}, ${section}: ${said}, expected ${expected}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("the list shows each person exactly what they may open", async () => {
    for (const [person, sign] of Object.entries(signs(EXPECTED["get /postings/:code"] ?? ""))) {
      const { token } = await startSession(house.house, user(loginOf(person), []), null);
      const answer = await fetch(`${house.base}/api/v1/postings`, { headers: { cookie: `bacheca=${token}` } });
      if (sign === ".") {
        expect(answer.status, person).toBe(403);
        continue;
      }
      const { postings } = (await answer.json()) as { postings: { owner: { id: string } }[] };
      const owners = new Set(postings.map(({ owner }) => owner.id));
      expect(owners, person).toEqual(new Set(OFFICES.filter((office) => isAllowed(sign, office, "vacancy"))));
    }
  });
});
