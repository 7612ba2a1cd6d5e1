// One office's board in the order displays and bulletins read it, put in order by dragging, by buttons and by keys. Shown by Desk at /admin/board.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { livePostings } from "../../server/domain/board.ts";
import { movedOnBoard } from "../../server/domain/boardOrder.ts";
import type { Code } from "../../server/domain/code.ts";
import type { BoardAnswer } from "../../server/domain/httpContract.ts";
import { committed } from "../frame/live.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { offerUndo } from "../frame/undo.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { chosenOffice } from "../session/chosenOffice.ts";
import { OfficeChoice } from "../session/OfficeChoice.tsx";
import { allowed, noteEndedSession } from "../session/session.ts";
import { deskWord as word } from "../words/words.ts";
import { BoardLines } from "./BoardLines.tsx";
import { boardApi } from "./boardApi.ts";
import "./board.css";

export function BoardPage() {
  const office = chosenOffice();
  const answer = useSignal<BoardAnswer | null>(null);
  const trouble = useSignal<string | null>(null);
  const said = useSignal("");
  const fail = (error: unknown) => {
    noteEndedSession(error);
    trouble.value = error instanceof Error ? error.message : String(error);
  };
  const read = async () => {
    if (office !== "") answer.value = await boardApi.board(office);
  };
  useEffect(() => {
    if (answer.peek()?.office.id !== office) answer.value = null;
    read().catch(fail);
  }, [office, committed.value]);

  const board = answer.value;
  const order = board?.office.order ?? [];
  const shown =
    board === null
      ? []
      : livePostings({ ...board, postings: new Map(board.postings.map((one) => [one.code, one])) }, board.now);
  const put = async (next: readonly Code[], sentence: string) => {
    if (board === null) return;
    // Seen at once; what the server says replaces it.
    answer.value = { ...board, office: { ...board.office, order: [...next] } };
    said.value = sentence;
    try {
      const saved = await boardApi.order(office, next, order);
      const now = answer.peek();
      if (now?.office.id === saved.office.id) answer.value = { ...now, office: saved.office };
      trouble.value = null;
    } catch (error) {
      said.value = "";
      await read().catch(() => undefined);
      fail(error);
    }
  };
  const move = (from: number, to: number) => {
    const moving = shown[from];
    if (moving === undefined) return;
    const ordered = shown.map(({ code, content }) => ({ code, pinned: content.pinned }));
    const next = movedOnBoard(ordered, order, from, to);
    const place = to + 1;
    void put(next, word("board.moved", { title: moving.content.title.written.text, place, all: shown.length }));
  };
  const reset = () => {
    const before = order;
    void put([], word("board.wasReset"));
    offerUndo(word("board.wasReset"), async () => {
      await boardApi.order(office, before, []);
      await read();
    });
  };
  const mayOrder = office !== "" && allowed("publish", office);
  return (
    <main id="content" class="page board">
      <div class="page-head">
        <PageTitle>{word("board.title")}</PageTitle>
        <OfficeChoice />
      </div>
      <p class="quiet">{word(office === "" ? "board.choose" : "board.about")}</p>
      <Trouble text={trouble.value} />
      <p role="status" class="board-said">
        {said.value}
      </p>
      {board !== null && shown.length === 0 && <p class="empty">{word("board.none")}</p>}
      <BoardLines shown={shown} order={order} onMove={mayOrder ? move : null} />
      {mayOrder && order.length > 0 && (
        <p>
          <button type="button" onClick={reset}>
            {word("board.reset")}
          </button>
        </p>
      )}
    </main>
  );
}
