// The calls about the order of a board; beside api.ts, fetched only with its page. Called by BoardPage.
import type { Code } from "../../server/domain/code.ts";
import type { BoardAnswer } from "../../server/domain/httpContract.ts";
import type { Office } from "../../server/domain/owner.ts";
import { call } from "../api.ts";

export const boardApi = {
  board: (office: string) => call<BoardAnswer>("GET", `/boards/${office}`),
  order: (office: string, order: readonly Code[], expected: readonly Code[]) =>
    call<{ readonly office: Office }>("PUT", `/offices/${office}/order`, { order, expected }),
};
