// Lets everybody else be served between two steps of long work, and takes the works themselves in turn: however many go on, one step stands
// between a request and its answer, where steps of all of them in one turn added up. Called by whatever works longer than a few milliseconds.

const waiting: (() => void)[] = [];

/** Resolves after others were served, and alone: whoever asked before goes on in an earlier turn of the loop. */
export function giveWay(): Promise<void> {
  return new Promise((goOn) => {
    waiting.push(goOn);
    if (waiting.length === 1) setImmediate(nextTurn);
  });
}

function nextTurn(): void {
  const [goOn] = waiting;
  goOn?.();
  waiting.shift();
  if (waiting.length > 0) setImmediate(nextTurn);
}
