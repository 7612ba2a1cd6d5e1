// How soon a poster is there when it is asked for at once after its publication, from a cold and from a warm browser. Called by print.ts.
import { startBenchHouse } from "./house.ts";
import { ms, printTable } from "./table.ts";

/** From the answer to the publication until the poster is in hand: at once after the start of the server, and with a warm browser. */
export async function benchAfterPublishing(): Promise<void> {
  const house = await startBenchHouse();
  const times: number[] = [];
  try {
    const contents = (await house.board()).map(({ content }) => content);
    for (let n = 0; n < 8; n += 1) {
      const content = contents[(n * 5) % contents.length];
      if (content === undefined) throw new Error("the demonstration board is empty");
      const { code, publish } = await house.draft({ ...content, share: "own", parent: null });
      await publish();
      const begun = performance.now();
      const answer = await fetch(`http://127.0.0.1:${house.port}/posters/${code}.pdf`);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`poster of ${code}: ${answer.status}`);
      times.push(performance.now() - begun);
    }
  } finally {
    await house.end();
  }
  const [cold = Number.NaN, ...warm] = times;
  const line = (what: string, took: number, limit: number) => ({
    what,
    ours: ms(took),
    limit: `${limit} ms`,
    within: took <= limit,
  });
  printTable("A poster asked for at once after its publication, on the clock (print 5)", [
    line("cold: the browser is not running", cold, 5_000),
    line(`warm: the slowest of ${warm.length}`, Math.max(...warm), 2_000),
  ]);
}
