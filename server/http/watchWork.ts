// Answers a long work line by line where its caller gave it a name, and at its end where not. Called by the routes of long works. [WK2]
import { Refusal } from "../domain/refusal.ts";
import type { WorkLine } from "../domain/workContract.ts";
import { WORK_HEADER, WORK_NAME } from "../domain/workContract.ts";
import type { Work } from "../services/works.ts";
import { UNWATCHED } from "../services/works.ts";
import { refuse } from "./refuse.ts";
import type { Answer, Call, Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

/** Steps are told no closer than this, in milliseconds: people see no more, and lines cost. */
const TOLD_EVERY = 120;

type Asked = Pick<Call<unknown, unknown>, "house" | "user" | "locale" | "request" | "response">;

export async function watchWork<A>(call: Asked, does: (work: Work) => Promise<A>): Promise<Answer> {
  const { house, locale, request, response } = call;
  if (request.get(WORK_HEADER) === undefined) return { json: await does(UNWATCHED) };
  let toldAt = 0;
  const work = beginWork(call, (done, total) => {
    const now = performance.now();
    if (now - toldAt < TOLD_EVERY) return;
    toldAt = now;
    tell({ done, total });
  });
  const tell = lineByLine<WorkLine<A>>(response);
  try {
    tell({ answer: await does(work) });
  } catch (thrown) {
    tell({ refused: refuse(house, thrown, locale).body });
  } finally {
    work.end();
  }
  response.end();
  return {};
}

/** The work under the name its caller gave it; without a name one that nobody can stop. Refuses invalidInput. */
export function beginWork(call: Asked, told: (done: number, total: number) => void): Work & { end(): void } {
  const id = call.request.get(WORK_HEADER);
  if (id === undefined) return { ...UNWATCHED, end: () => undefined };
  if (!WORK_NAME.test(id)) throw new Refusal("invalidInput", { field: WORK_HEADER });
  return call.house.works.begin(userOfCall(call).login, id, told);
}

/** Begins an answer of JSON lines. Nobody may be listening any more; the work is done all the same. */
export function lineByLine<L>(response: Asked["response"]): (line: L) => void {
  response.set({ "Content-Type": "application/x-ndjson; charset=utf-8", "Cache-Control": "private, no-store" });
  response.flushHeaders();
  return (line) => void (response.destroyed || response.write(`${JSON.stringify(line)}\n`));
}

export function workRoutes(): Route[] {
  return [
    route({
      method: "post",
      path: "/works/:id/stop",
      access: "signedIn",
      summary: "Stop a long work one has begun, where it may be stopped.",
      handle(call) {
        const id = call.params.id ?? "";
        if (!call.house.works.stop(userOfCall(call).login, id)) throw new Refusal("notFound", { what: "work", id });
        return { status: 204 };
      },
    }),
  ];
}
