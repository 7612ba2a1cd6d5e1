// The office's morning over HTTP: what ends and ended, renewal and its undoing, notes and reminders, live push, the calendar and its subscription.
import { io as connect } from "socket.io-client";
import { beforeAll, describe, expect, it } from "vitest";
import type { CalendarAnswer, SubscriptionAnswer } from "../../server/domain/calendar.ts";
import type { Note } from "../../server/domain/note.ts";
import type { Posting } from "../../server/domain/posting.ts";
import { addDays, romeDay, romeInstant } from "../../server/domain/time.ts";
import type { TodayAnswer } from "../../server/domain/todayContract.ts";
import { createUser } from "../../server/services/createUser.ts";
import { systemUser } from "../../server/services/systemUser.ts";
import { type Browser, browse } from "../browse.ts";
import { aContent, anOffice, aPosting } from "../builders.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
let anna: Browser;
/** Noon in Rome, so that today and tomorrow are whole whatever the machine's hour. */
const now = romeInstant("2026-11-26", "12:00");
const today = "2026-11-26";
const hours = (n: number) => n * 3_600_000;

const ending = (code: string, until: { day: string; time: string | null }, more = {}) =>
  aPosting(
    code,
    "lecce",
    aContent(`Annuncio ${code}`, { window: { opens: null, closes: until }, ...more }),
    now - hours(240),
  );

beforeAll(async () => {
  house = await startHouse({ demo: false, clock: { now: () => now } });
  await house.store.write("test", now, async (tx) => {
    await tx.putOwner(anOffice("lecce", { closures: [{ from: "2026-12-24", to: "2026-12-26", reason: "Natale" }] }));
    await tx.putOwner(anOffice("gallipoli"));
    for (const id of ["lecce", "gallipoli"]) await tx.record("owner.saved", id);
    for (const posting of [
      ending("000001H", { day: today, time: null }),
      ending("000002K", { day: today, time: "17:00" }),
      ending("000003N", { day: addDays(today, 1), time: null }),
      ending("000004R", { day: addDays(today, 2), time: null }),
      ending("000005V", { day: addDays(today, -1), time: null }),
      ending("000006Y", { day: addDays(today, -40), time: null }),
      {
        ...ending("000007A", { day: addDays(today, -2), time: null }),
        state: "closed",
        closed: { reason: "filled", at: now - hours(60) },
      } as Posting,
      ending("000008D", { day: addDays(today, 1), time: null }, { call: { mode: null, body: null, amendments: [] } }),
    ]) {
      await tx.putPosting(posting);
      if (posting.published)
        await tx.putVersion({ code: posting.code, revision: tx.revision, published: posting.published, actor: "test" });
    }
    await tx.putPosting({
      ...aPosting("000009G", "lecce", aContent("Bozza"), now),
      state: "draft",
      published: null,
      working: aContent("Bozza"),
    });
    await tx.putPosting(
      aPosting(
        "00000AK",
        "gallipoli",
        aContent("Altrove", { window: { opens: null, closes: { day: today, time: null } } }),
        now - hours(24),
      ),
    );
  });
  await house.house.mirror.catchUp();
  anna = browse(house);
  const body = {
    login: "anna",
    name: "Anna",
    grants: [{ role: "publisher" as const, on: "lecce" }],
    way: "password" as const,
  };
  const { password } = await createUser(house.house, systemUser("test"), body, null);
  await anna.signIn("anna", password ?? "");
  await anna.call("POST", "/session/password", { current: password, next: "una frase tutta mia" });
});

const morning = async (office = "lecce"): Promise<TodayAnswer> =>
  (await anna.call("GET", `/today?office=${office}`)).body;
const codes = ({ postings }: TodayAnswer["expired"]) => postings.map(({ code }) => code);

describe("the morning", () => {
  it("[MO1][MO2] says what ends today and tomorrow and what ended by itself, by Rome's days", async () => {
    const said = await morning();
    expect(codes(said.closingToday)).toEqual(["000002K", "000001H"]);
    expect(codes(said.closingTomorrow)).toEqual(["000003N", "000008D"]);
    expect(codes(said.expired)).toEqual(["000005V"]);
    expect(said.open).toBe(5);
    expect(said.drafts).toBe(1);
    expect(said.translations.byLocale.map(({ locale }) => locale)).toEqual(["en", "fr", "de"]);
  });

  it("another office's is closed to her, and without an office she sees hers alone", async () => {
    expect((await anna.call("GET", "/today?office=gallipoli")).status).toBe(403);
    expect((await anna.call("GET", "/today?office=nowhere")).status).toBe(404);
    const { body } = await anna.call("GET", "/today");
    expect(body.closingToday.total).toBe(2);
  });
});

describe("renewing in one click", () => {
  it("[RN2][RN3] moves the deadline by the office's days and leaves edits unpublished; taken back it is over again", async () => {
    const line = (await morning()).expired.postings[0];
    expect(line?.renewTo).toBe("2026-12-26");
    const edited = aContent("Annuncio 000005V, cambiato");
    const saved = await anna.call("PUT", "/postings/000005V/working", { expected: line?.revision, content: edited });
    expect(saved.status).toBe(200);
    const expected = house.house.mirror.entry("000005V")?.posting.revision;
    const renewed = await anna.call("POST", "/postings/000005V/renew", {
      expected,
    });
    expect(renewed.status).toBe(200);
    expect(renewed.body.state).toBe("open");
    expect(renewed.body.posting.published?.content.window.closes).toEqual({ day: "2026-12-26", time: null });
    expect(renewed.body.posting.published?.content.title.written.text).toBe("Annuncio 000005V");
    expect(renewed.body.posting.working?.title.written.text).toBe("Annuncio 000005V, cambiato");
    expect(codes((await morning()).expired)).toEqual([]);
    const back = await anna.call("DELETE", "/postings/000005V/renew", {
      expected: renewed.body.posting.revision,
    });
    expect(back.body.state).toBe("closed");
    expect(codes((await morning()).expired)).toEqual(["000005V"]);
    // [RN4] Once is enough: what is there now is no renewal.
    const again = await anna.call("DELETE", "/postings/000005V/renew", { expected: back.body.posting.revision });
    expect(again.status).toBe(409);
  });

  it("[RN1] a call's window is not moved by one click, and the line does not offer it", async () => {
    const line = (await morning()).closingTomorrow.postings.find(({ code }) => code === "000008D");
    expect(line?.renewTo).toBeNull();
    const { status, body } = await anna.call("POST", "/postings/000008D/renew", {
      expected: line?.revision,
    });
    expect(status).toBe(409);
    expect(body.sentence).toContain("data sua");
  });

  it("an old revision and an open posting taken down by somebody are refused", async () => {
    expect((await anna.call("POST", "/postings/000001H/renew", { expected: 0 })).status).toBe(409);
    const filled = house.house.mirror.entry("000007A")?.posting.revision;
    expect((await anna.call("POST", "/postings/000007A/renew", { expected: filled })).status).toBe(409);
  });
});

describe("notes", () => {
  const write = (more: object) =>
    anna.call("POST", "/notes", {
      owner: "lecce",
      code: null,
      text: "Chiamare la tipografia",
      due: null,
      ...more,
    });

  it("[NT1] are written, changed, removed and brought back; each step stands in the log", async () => {
    const { status, body: note } = await write({});
    expect(status).toBe(201);
    expect((await morning()).notes.map(({ text }) => text)).toEqual(["Chiamare la tipografia"]);
    await anna.call("PUT", `/notes/${note.id}`, { text: "Chiamare domani", due: null });
    expect((await morning()).notes[0]?.text).toBe("Chiamare domani");
    await anna.call("POST", `/notes/${note.id}/remove`, {});
    expect((await morning()).notes).toEqual([]);
    await anna.call("POST", `/notes/${note.id}/remove`, { back: true });
    expect((await morning()).notes).toHaveLength(1);
    const log = await house.store.recentEvents(50, note.id);
    expect(log.map(({ verb }) => verb)).toEqual(["note.saved", "note.removed", "note.saved", "note.saved"]);
    await anna.call("POST", `/notes/${note.id}/remove`, {});
  });

  it("[NT3] a reminder is due until it is ticked, and comes back", async () => {
    const { body: note } = await write({ due: { day: "2026-11-12", every: "week" } });
    expect((await morning()).notes[0]?.dueSince).toBe("2026-11-12");
    await anna.call("POST", `/notes/${note.id}/tick`, {});
    expect((await morning()).notes[0]?.dueSince).toBeNull();
    await anna.call("POST", `/notes/${note.id}/tick`, { back: null });
    expect((await morning()).notes[0]?.dueSince).toBe("2026-11-12");
    await anna.call("POST", `/notes/${note.id}/remove`, {});
  });

  it("pinned to a posting it lies with the posting's office", async () => {
    const { body: note } = await write({ owner: "gallipoli", code: "000001H" });
    expect(note.owner).toBe("lecce");
    const { body } = await anna.call("GET", "/postings/000001H/notes");
    expect(body.notes.map(({ text }: Note) => text)).toEqual(["Chiamare la tipografia"]);
    await anna.call("POST", `/notes/${note.id}/remove`, {});
  });

  it("refuses data of candidates, other offices, the network's board and strangers", async () => {
    expect((await write({ text: "Sentire RSSMRA85T10A562S per il posto" })).status).toBe(400);
    expect((await write({ owner: "gallipoli" })).status).toBe(403);
    expect((await write({ owner: "*" })).status).toBe(403);
    expect((await anna.call("PUT", "/notes/none", { text: "x", due: null })).status).toBe(404);
    const { status } = await house.staff("POST", "/notes", { owner: "*", code: null, text: "Per tutti", due: null });
    expect(status).toBe(201);
    const [notice] = (await morning()).notes;
    expect(notice?.mayChange).toBe(false);
    expect((await anna.call("POST", `/notes/${notice?.id}/remove`, {})).status).toBe(403);
  });

  it("staff are told of a commit live, and nothing of what it was", async () => {
    const socket = connect(`${house.base}/staff`, {
      transports: ["websocket"],
      forceNew: true,
      extraHeaders: { cookie: `bacheca=${anna.cookies.get("bacheca")?.value}` },
    });
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once("connect", resolve);
        socket.once("connect_error", reject);
      });
      const told = new Promise<unknown[]>((resolve) => socket.once("changed", (...all) => resolve(all)));
      const { body: note } = await write({ text: "Si parla di cose riservate" });
      expect(await told).toEqual([expect.any(Number)]);
      await anna.call("POST", `/notes/${note.id}/remove`, {});
    } finally {
      socket.disconnect();
    }
  });
});

describe("the calendar", () => {
  const asked = `/calendar?office=lecce&from=2026-11-23&to=2026-12-31`;

  it("names deadlines, closures and reminders by day", async () => {
    const { body: note } = await anna.call("POST", "/notes", {
      owner: "lecce",
      code: null,
      text: "Contare i fogli",
      due: { day: "2026-12-31", every: "month" },
    });
    const { entries }: CalendarAnswer = (await anna.call("GET", asked)).body;
    const lines = entries.map(({ day, time, kind, title, until }) => [day, time, kind, title, until].join(" "));
    expect(lines).toContain("2026-11-26 17:00 closes Annuncio 000002K ");
    expect(lines).toContain("2026-11-26  closes Annuncio 000001H ");
    expect(lines).toContain("2026-12-24  closure Natale 2026-12-26");
    expect(lines).toContain("2026-12-31  reminder Contare i fogli ");
    expect(entries.some(({ title }) => title === "Altrove")).toBe(false);
    await anna.call("POST", `/notes/${note.id}/remove`, {});
    expect((await anna.call("GET", "/calendar?from=2026-11-23&to=2026-11-01")).status).toBe(400);
    expect((await anna.call("GET", "/calendar?from=000001H&to=z")).status).toBe(400);
    expect((await anna.call("GET", "/calendar?from=2026-11-23&to=2029-11-01")).status).toBe(400);
  });

  it("[CA1][CA2] a subscription is read without signing in, names nobody, and dies with its revocation", async () => {
    await anna.call("POST", "/notes", {
      owner: "lecce",
      code: null,
      text: "Segreto interno",
      due: { day: today, every: null },
    });
    const made: { body: SubscriptionAnswer } = await anna.call("POST", "/calendar/subscription", {
      office: "lecce",
      locale: "de",
    });
    const address = (made.body.address ?? "").replace(/^https?:\/\/[^/]+/, house.base);
    expect(address).toMatch(/\/api\/v1\/calendars\/[\w-]{32}\.ics$/);
    const read = async () => {
      const answer = await fetch(address);
      return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
    };
    const { status, type, text } = await read();
    expect([status, type]).toEqual([200, "text/calendar; charset=utf-8"]);
    const unfolded = text.replace(/\r\n /g, "");
    expect(unfolded).toContain("SUMMARY:Endet: Annuncio 000001H");
    expect(unfolded).toContain("DTSTART;VALUE=DATE:20261224");
    expect(unfolded).toContain("DTEND;VALUE=DATE:20261227");
    expect(unfolded).toContain("DTSTART:20261126T160000Z");
    expect(unfolded).not.toMatch(/Segreto|anna|Anna|Altrove/);
    const again = await anna.call("GET", "/calendar/subscription");
    expect(again.body).toMatchObject({ address: null, subscription: { owner: "lecce", locale: "de" } });
    expect(JSON.stringify(again.body)).not.toContain("tokenHash");
    await house.staff("POST", "/users/anna/disable");
    expect((await read()).status).toBe(404);
    await house.staff("POST", "/users/anna/enable");
    expect((await read()).status).toBe(200);
    await anna.signIn("anna", "una frase tutta mia");
    expect((await anna.call("DELETE", "/calendar/subscription")).status).toBe(204);
    expect((await read()).status).toBe(404);
    expect(romeDay(now)).toBe(today);
  });
});
