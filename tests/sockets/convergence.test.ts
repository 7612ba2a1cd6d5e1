// [D1]–[D6], [M1], [M2], [F1]: displays that lose, repeat, reorder and miss deliveries, over a store that is restored from backups,
// always end where a fresh reader of the board would be. Real store, real services, real broadcast; only the wire is played.
import { rmSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import type { Board, Delta } from "../../server/domain/board.ts";
import { applyDelta } from "../../server/domain/board.ts";
import { SHARES } from "../../server/domain/content.ts";
import { broadcastChanges } from "../../server/followers/broadcast.ts";
import type { House } from "../../server/house.ts";
import { advanceTime } from "../../server/services/advanceTime.ts";
import { boardOf, changesSince } from "../../server/services/boardOf.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import type { Mirror } from "../../server/services/mirror.ts";
import { createMirror } from "../../server/services/mirror.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { saveWorking } from "../../server/services/saveWorking.ts";
import { resumePosting, suspendPosting } from "../../server/services/suspendPosting.ts";
import { reopenPosting, withdrawPosting } from "../../server/services/withdrawPosting.ts";
import type { BoardSockets } from "../../server/sockets/boards.ts";
import { sqliteFile } from "../../server/store/openStore.ts";
import { restore } from "../../server/store/restore.ts";
import { openSqlite } from "../../server/store/sqlite.ts";
import type { Store } from "../../server/store/store.ts";
import { aContent, anArea, anOffice, chief } from "../builders.ts";
import { FULL } from "../setup/full.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";

/** Other ones every day; in the long run as many as it takes to be sure. */
const COMMITS = FULL ? 10_000 : 2_500;
/** Commits between two restores, about. */
const RESTORED_AFTER = FULL ? 1_500 : 300;
const folder = temporaryFolder();

interface Display {
  office: string;
  board: Board | null;
  online: boolean;
  /** Loses nothing, and so must never need to pull. */
  perfect: boolean;
  /** Deliveries under way, possibly out of order. */
  wire: Delta[];
}

/** A small generator with a seed, so that a failure can be run again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

it(`${COMMITS} random commits, lost, repeated, reordered and offline deliveries, restored backups: no display diverges`, {
  timeout: 240_000,
}, async () => {
  const seed = Number(process.hrtime.bigint() % 1_000_000n);
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  let now = Date.UTC(2026, 10, 21, 9);
  const clock = { now: () => now };
  const offices = ["lecce", "nardo", "galatina", "asti"];
  const displays: Display[] = Array.from({ length: 12 }, (_, index) => ({
    office: offices[index % offices.length] as string,
    board: null,
    online: true,
    perfect: index < offices.length,
    wire: [],
  }));
  let generation = 0;
  let store!: Store;
  let mirror!: Mirror;
  let applied = 0;
  let pulled = 0;
  let restored = 0;

  async function open(): Promise<void> {
    store = await openSqlite(sqliteFile(path.join(folder, String(generation))));
    mirror = await createMirror({ store, clock, titleOf: () => null, policy: { showMachine: true } });
    const looksOn = (room: string, display: Display) => `board:${display.office}` === room && display.online;
    const io = {
      of: () => ({ adapter: { rooms: { has: (room: string) => displays.some((one) => looksOn(room, one)) } } }),
      to: (room: string) => ({
        emit: (_event: string, delta: Delta) => {
          for (const display of displays) if (looksOn(room, display)) deliver(display, delta);
        },
      }),
    };
    broadcastChanges(
      { mirror, clock, log: { error: (facts: unknown) => expect.fail(JSON.stringify(facts)) } } as unknown as House,
      io as unknown as BoardSockets,
    );
  }

  function deliver(display: Display, delta: Delta): void {
    const fate = display.perfect ? 9 : random(10);
    if (fate === 0) return;
    display.wire.push(delta);
    if (fate === 1) display.wire.push(delta);
    if (fate === 2) display.wire.reverse();
  }

  function pull(display: Display): void {
    const office = mirror.office(display.office);
    if (office === null) throw new Error("no office");
    const delta = changesSince(mirror, office, display.board?.epoch ?? "", display.board?.revision ?? 0, now);
    const next = applyDelta(display.board, delta);
    expect(next, "a pull always applies").not.toBe(null);
    display.board = next;
    pulled += 1;
  }

  function receive(display: Display): void {
    for (const delta of display.wire.splice(0)) {
      const next = applyDelta(display.board, delta);
      if (next === null) {
        if (display.perfect) throw new Error(`a display that lost nothing had to pull, seed ${seed}`);
        pull(display);
      } else {
        if (next !== display.board) applied += 1;
        display.board = next;
      }
    }
  }

  function check(display: Display): void {
    const office = mirror.office(display.office);
    if (office === null || display.board === null) throw new Error("not synchronised");
    const expected = new Map(boardOf(mirror, office, now).map((posting) => [posting.code, posting]));
    const shown = [...display.board.postings.values()].filter((posting) => posting.until > now);
    expect(new Map(shown.map((posting) => [posting.code, posting])), `seed ${seed}`).toEqual(expected);
    expect(display.board.office).toEqual(office);
  }

  await open();
  await store.write("test", now, async (tx) => {
    for (const owner of [
      anArea("arpal-lecce"),
      ...offices.map((id) => anOffice(id, id === "asti" ? { area: null, province: "AT", region: "Piemonte" } : {})),
    ]) {
      await tx.putOwner(owner);
      await tx.record("owner.saved", owner.id, {});
    }
  });
  await mirror.catchUp();

  let commits = 0;
  const codes: string[] = [];
  while (commits < COMMITS) {
    const desk = { store, mirror, clock };
    const code = codes.length > 0 ? pick(codes) : null;
    const entry = code === null ? undefined : mirror.entry(code);
    const before = mirror.revision;
    if (codes.length < 40 || random(40) === 0 || entry === undefined || code === null) {
      const content = aContent(`Cuoco ${commits}`, { share: pick(SHARES), hangs: { from: null, until: null } });
      const posting = await createPosting(desk, chief, pick([...offices, "arpal-lecce"]), content);
      codes.push(posting.code);
      if (codes.length > 60) codes.shift();
      await publishPosting(desk, chief, posting.code, posting.revision);
    } else {
      const { posting } = entry;
      const { revision } = posting;
      if (posting.state === "closed") await reopenPosting(desk, chief, code, revision).catch(() => undefined);
      else if (posting.state === "suspended") await resumePosting(desk, chief, code, revision).catch(() => undefined);
      else {
        const what = random(6);
        if (what === 0) await withdrawPosting(desk, chief, code, revision, "filled");
        else if (what === 1) await suspendPosting(desk, chief, code, revision);
        else {
          const was = posting.working ?? posting.published?.content;
          const saved = await saveWorking(desk, chief, code, revision, {
            ...(was ?? aContent("x")),
            share: pick(SHARES),
            positions: 1 + random(99),
          });
          if (what > 2) await publishPosting(desk, chief, code, saved.revision);
        }
      }
    }
    if (random(300) === 0) {
      const id = pick(offices);
      const office = mirror.office(id);
      await store.write("test", now, async (tx) => {
        if (office !== null)
          await tx.putOwner({
            ...office,
            phones: [`0832 ${random(9999)}`],
            area: random(4) === 0 ? (office.area === null ? "arpal-lecce" : null) : office.area,
          });
        await tx.record("owner.saved", id, {});
      });
      await mirror.catchUp();
    }
    if (random(50) === 0) {
      now += random(3) === 0 ? 40 * 86_400_000 : 3_600_000;
      await advanceTime(desk);
    }
    commits += mirror.revision - before;

    for (const display of displays) {
      if (display.perfect) {
        if (display.board === null) pull(display);
        receive(display);
        if (random(200) === 0) check(display);
      } else if (random(60) === 0) {
        display.online = !display.online;
        // Coming back asks what it lacks; going away loses what was under way.
        if (display.online) pull(display);
        else display.wire.length = 0;
      }
      if (display.online && random(3) === 0) receive(display);
    }
    if (random(400) === 0) {
      const display = pick(displays);
      if (display.online) {
        // The HTTP check every minute: whatever was lost is found.
        receive(display);
        pull(display);
        check(display);
      }
    }
    if (random(RESTORED_AFTER) === 0) {
      const file = path.join(folder, `backup-${generation}`);
      await store.backup(file);
      // The server goes on for a while after the backup; what it commits then is lost by the restore.
      for (const one of codes.slice(0, 3)) {
        const lost = mirror.entry(one)?.posting;
        if (lost?.state === "open") await withdrawPosting(desk, chief, one, lost.revision, "withdrawn");
      }
      for (const display of displays) if (display.online) receive(display);
      const printed = mirror.revision;
      await store.close();
      generation += 1;
      await restore(file, { dataDir: path.join(folder, String(generation)) }, now);
      rmSync(file);
      await open();
      restored += 1;
      expect(mirror.revision, "no printed revision is met twice [ST7]").toBeGreaterThan(printed);
      for (const display of displays) {
        if (!display.perfect && random(2) === 0) continue;
        display.online = true;
        pull(display);
      }
    }
  }

  for (const display of displays) {
    receive(display);
    pull(display);
    check(display);
  }
  expect(applied).toBeGreaterThan(1000);
  expect(pulled).toBeGreaterThan(100);
  expect(restored).toBeGreaterThan(0);
  await store.close();
  console.info(
    `convergence: ${commits} commits, ${applied} deltas applied, ${pulled} pulls, ${restored} restores, seed ${seed}`,
  );
});
