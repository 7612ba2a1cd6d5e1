// The store's contract: what server/store/store.ts promises, run against both engines by sqlite.test.ts and postgres.test.ts.
import { afterEach, expect, test } from "vitest";
import type { Store } from "../../server/store/store.ts";
import type { Place } from "./place.ts";
import { account, codeNumber, NOW, owner, posting, putWhole, session, translation, version } from "./records.ts";

export function storeContract(newPlace: () => Promise<Place>): void {
  const opened: Store[] = [];
  const fresh = async (patience = 30_000) => {
    const place = await newPlace();
    const store = await place.open({ patience });
    opened.push(store);
    return { place, store };
  };
  const put = (store: Store, n: number) => store.write("anna", NOW, (tx) => putWhole(tx, n));

  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  test("[ST1] two hundred writes at once get consecutive revisions, in the order of their events", async () => {
    const { store } = await fresh();
    const before = (await store.head()).revision;
    const writes = Array.from({ length: 200 }, (_, n) =>
      store.write("anna", NOW, async (tx) => {
        await tx.putPosting(posting(n));
        await tx.record("posting.created", codeNumber(n));
        return tx.revision;
      }),
    );
    const done = await Promise.all(writes);
    for (const { value, revision } of done) expect(value).toBe(revision);
    const revisions = done.map(({ revision }) => revision).sort((a, b) => a - b);
    expect(revisions).toEqual(Array.from({ length: 200 }, (_, n) => before + 1 + n));
    expect((await store.events(0, 1000)).map((event) => event.revision)).toEqual(revisions);
    expect((await store.head()).revision).toBe(before + 200);
    expect(await store.brokenChain()).toBeNull();
  });

  test("[ST2] work that throws leaves nothing and uses no revision", async () => {
    const { store } = await fresh();
    await put(store, 1);
    const head = await store.head();
    const failing = store.write("anna", NOW, async (tx) => {
      await putWhole(tx, 2);
      await tx.putOwner(owner("gallipoli"));
      await tx.putSetting("a", "b");
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await store.head()).toEqual(head);
    expect(await store.posting(codeNumber(2))).toBeNull();
    expect(await store.versions(codeNumber(2))).toEqual([]);
    expect(await store.owners()).toEqual([]);
    expect(await store.setting("a")).toBeNull();
    expect((await store.write("anna", NOW, (tx) => tx.codeTaken(codeNumber(2)))).value).toBe(false);
    expect((await put(store, 3)).revision).toBe(head.revision + 1);
    expect(await store.brokenChain()).toBeNull();
  });

  test("[ST2] a put that failed fails the whole write, even where the work went on", async () => {
    const { store } = await fresh();
    await put(store, 1);
    const head = await store.head();
    const sameOrigin = posting(2, { origin: { system: "sheet", id: "row-1", hash: "1" } });
    const write = store.write("anna", NOW, async (tx) => {
      await tx.putSetting("a", "b");
      await tx.putPosting(sameOrigin).catch(() => {});
    });
    await expect(write).rejects.toThrow();
    expect(await store.head()).toEqual(head);
    expect(await store.setting("a")).toBeNull();
  });

  test("[ST2] work that changes nothing uses no revision", async () => {
    const { store } = await fresh();
    const { revision } = await put(store, 1);
    const looked = await store.write("anna", NOW, async (tx) => (await tx.posting(codeNumber(1)))?.state);
    expect(looked).toEqual({ value: "open", revision });
    expect((await store.head()).revision).toBe(revision);
  });

  test("[ST2] a writer used after its transaction is refused", async () => {
    const { store } = await fresh();
    const { value: late } = await store.write("anna", NOW, async (tx) => {
      await tx.putSetting("a", "b");
      return { put: () => tx.putSetting("a", "too late") };
    });
    await expect(late.put()).rejects.toThrow();
    expect(await store.setting("a")).toBe("b");
  });

  test("[ST4] readers see committed changes only, a transaction its own", async () => {
    const { store } = await fresh();
    await put(store, 1);
    const head = await store.head();
    await store.write("anna", NOW, async (tx) => {
      await putWhole(tx, 2);
      await tx.putPosting(posting(1, { state: "suspended" }));
      expect((await tx.posting(codeNumber(1)))?.state).toBe("suspended");
      expect((await tx.postings()).length).toBe(2);
      expect((await tx.head()).revision).toBe(tx.revision);
      expect((await store.posting(codeNumber(1)))?.state).toBe("open");
      expect(await store.posting(codeNumber(2))).toBeNull();
      expect((await store.postings()).length).toBe(1);
      expect(await store.head()).toEqual(head);
      expect((await store.recentEvents(5)).length).toBe(1);
    });
    expect((await store.posting(codeNumber(1)))?.state).toBe("suspended");
    expect((await store.head()).revision).toBe(head.revision + 1);
  });

  test("[ST4] reads of one look see the same state while others write", async () => {
    const { store } = await fresh();
    await put(store, 1);
    await store.read(async (then) => {
      const head = await then.head();
      await put(store, 2);
      expect((await then.postings()).length).toBe(1);
      expect(await then.head()).toEqual(head);
      expect((await store.postings()).length).toBe(2);
    });
  });

  test("[ST10] a write within a write is refused instead of waiting for ever; writers compare and set one after the other", async () => {
    const { store } = await fresh(500);
    await put(store, 1);
    const nested = store.write("anna", NOW, () => put(store, 2));
    await expect(nested).rejects.toMatchObject({ code: "storeUnavailable" });
    const expected = (await store.posting(codeNumber(1)))?.revision;
    const edit = (state: "suspended" | "closed") =>
      store.write("anna", NOW, async (tx) => {
        if ((await tx.posting(codeNumber(1)))?.revision !== expected) throw new Error("changed meanwhile");
        await tx.putPosting(posting(1, { state }));
      });
    const outcomes = await Promise.allSettled([edit("suspended"), edit("closed")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("gives back every record as it was put", async () => {
    const { store } = await fresh();
    const setting = "quote ' \" \\ rocket \ud83d\ude80 àèìòù %_ ";
    const odd = "quote ' \" \\ nul \u0000 half \ud83d rocket \ud83d\ude80 àèìòù %_ ";
    const draft = posting(3, { published: null, state: "draft", origin: null, staffNote: odd });
    const { revision } = await store.write("anna", NOW, async (tx) => {
      await putWhole(tx, 2);
      await putWhole(tx, 1);
      await tx.putPosting({ ...draft, revision: 77 });
      await tx.putTranslation(translation(codeNumber(1), { source: "other words", text: odd, state: "machine" }));
      await tx.putOwner(owner("lecce"));
      await tx.putOwner(owner("campi-salentina"));
      await tx.putAccount(account("bea"));
      await tx.putAccount(account("anna"));
      await tx.putSetting("machine", setting);
    });
    expect(await store.posting(draft.code)).toEqual({ ...draft, revision });
    expect(await store.postingByOrigin("sheet", "row-2")).toEqual({ ...posting(2), revision });
    expect(await store.postingByOrigin("sheet", "row-9")).toBeNull();
    expect((await store.postings()).map(({ code }) => code)).toEqual([1, 2, 3].map(codeNumber));
    expect((await store.translations(codeNumber(1))).map(({ text }) => text).sort()).toEqual(
      [`Titre de ${codeNumber(1)}`, odd].sort(),
    );
    const several = await store.translationsOf([codeNumber(1), codeNumber(2), codeNumber(3)]);
    expect([...several.values()].map((found) => found.length)).toEqual([2, 1, 0]);
    expect((await store.owners()).map(({ id }) => id)).toEqual(["campi-salentina", "lecce"]);
    expect(await store.owner("lecce")).toEqual(owner("lecce"));
    expect((await store.accounts()).map(({ user }) => user.login)).toEqual(["anna", "bea"]);
    expect(await store.account("bea")).toEqual(account("bea"));
    expect(await store.account("nobody")).toBeNull();
    expect(await store.setting("machine")).toBe(setting);
    expect(await store.damages()).toEqual([]);
    expect(await store.ready()).toBe(true);
  });

  test("lists postings since a revision, and versions at one", async () => {
    const { store } = await fresh();
    const first = (await put(store, 1)).revision;
    await put(store, 2);
    await store.write("anna", NOW, (tx) => tx.putSetting("a", "b"));
    const last = (await put(store, 1)).revision;
    expect((await store.postingsSince(first)).map(({ code, revision }) => [code, revision])).toEqual([
      [codeNumber(2), first + 1],
      [codeNumber(1), last],
    ]);
    expect(await store.postingsSince(last)).toEqual([]);
    expect((await store.versions(codeNumber(1))).map(({ revision }) => revision)).toEqual([first, last]);
    expect(await store.versionAt(codeNumber(1), last - 1)).toEqual(version(posting(1), first));
    expect((await store.versionAt(codeNumber(1), last + 50))?.revision).toBe(last);
    expect(await store.versionAt(codeNumber(1), first - 1)).toBeNull();
  });

  test("[ST6] pages through events without cutting a revision in two", async () => {
    const { store } = await fresh();
    for (const size of [1, 5, 2]) {
      await store.write("anna", NOW, async (tx) => {
        await Promise.all(Array.from({ length: size }, (_, n) => tx.record("owner.saved", "lecce", { n })));
      });
    }
    const pages: number[][] = [];
    for (let cursor = 0; ; ) {
      const page = await store.events(cursor, 3);
      if (page.length === 0) break;
      pages.push(page.map(({ index }) => index));
      cursor = page.at(-1)?.revision ?? 0;
    }
    expect(pages).toEqual([[0], [0, 1, 2, 3, 4], [0, 1]]);
    const newest = await store.recentEvents(2);
    expect(newest.map(({ facts, index }) => [facts, index])).toEqual([
      [{ n: 1 }, 1],
      [{ n: 0 }, 0],
    ]);
    expect(newest[0]).toMatchObject({ at: NOW, actor: "anna", verb: "owner.saved", subject: "lecce" });
    expect(await store.recentEvents(9, "gallipoli")).toEqual([]);
    expect((await store.recentEvents(99, "lecce")).length).toBe(8);
    expect(await store.brokenChain()).toBeNull();
  });

  test("removes the demonstration; its codes stay taken and older displays start anew", async () => {
    const { store } = await fresh();
    await store.write("anna", NOW, (tx) => putWhole(tx, 1, { demonstration: true }));
    await put(store, 2);
    const { value, revision } = await store.write("anna", NOW, async (tx) => {
      const removed = await tx.removeDemonstration();
      await tx.record("demonstration.removed", "store");
      return removed;
    });
    expect(value).toBe(1);
    expect((await store.postings()).map(({ code }) => code)).toEqual([codeNumber(2)]);
    expect(await store.versions(codeNumber(1))).toEqual([]);
    expect(await store.translations(codeNumber(1))).toEqual([]);
    expect((await store.head()).horizon).toBe(revision);
    const taken = await store.write("anna", NOW, (tx) =>
      Promise.all([1, 2, 3].map((n) => tx.codeTaken(codeNumber(n)))),
    );
    expect(taken.value).toEqual([true, true, false]);
  });

  test("keeps sessions and cursors beside the revisions", async () => {
    const { store } = await fresh();
    const { revision } = await store.head();
    await store.side.putSession(session("one", "anna"));
    await store.side.putSession({ ...session("one", "anna"), seenAt: NOW + 5 });
    await store.side.putSession(session("two", "anna", NOW));
    await store.side.putSession(session("three", "bea"));
    expect(await store.side.session("one")).toEqual({ ...session("one", "anna"), seenAt: NOW + 5 });
    await store.side.removeExpiredSessions(NOW);
    expect(await store.side.session("two")).toBeNull();
    await store.side.touchSession("one", NOW + 9);
    expect(await store.side.sessionsOf("anna")).toEqual([{ ...session("one", "anna"), seenAt: NOW + 9 }]);
    await store.side.touchSession("two", NOW + 9);
    expect(await store.side.session("two"), "noting its use never brings a session back").toBeNull();
    expect(await store.side.removeSessionsOf("anna")).toEqual(["one"]);
    await store.side.removeSession("three");
    expect(await store.side.session("three")).toBeNull();
    expect(await store.cursor("broadcast")).toBe(0);
    await store.side.putCursor("broadcast", 4);
    await store.side.putCursor("broadcast", 7);
    expect(await store.cursor("broadcast")).toBe(7);
    const moves = () => Promise.all([1, 2, 3].map(() => store.side.moveCursor("mail", 0, 5)));
    expect((await moves()).filter((moved) => moved)).toHaveLength(1);
    expect((await moves()).filter((moved) => moved)).toHaveLength(0);
    expect(await store.side.moveCursor("mail", 5, 9)).toBe(true);
    expect(await store.cursor("mail")).toBe(9);
    expect((await store.head()).revision).toBe(revision);
  });

  test("finds everything again when it is opened once more", async () => {
    const { place, store } = await fresh();
    await put(store, 1);
    const head = await store.head();
    await store.close();
    expect(await store.ready()).toBe(false);
    const again = await place.open();
    opened.splice(0, opened.length, again);
    expect(await again.head()).toEqual(head);
    expect((await again.posting(codeNumber(1)))?.revision).toBe(head.revision);
  });
}
