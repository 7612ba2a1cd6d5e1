// Many short lists of numbers as two arrays: they lie one behind the other, list n from starts[n] to starts[n + 1]. A hundred thousand arrays
// of their own would take ten times as much. Called by occupationIndex.ts.

export interface NumberLists {
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
}

/** For each number below `many` the lists that hold it, in their order, each once. */
export function listsHolding({ starts, numbers }: NumberLists, many: number): NumberLists {
  const ends = new Uint32Array(many + 1);
  const holding = new Uint32Array(numbers.length);
  const holds = (list: number, at: number) => numbers.indexOf(numbers[at] as number, starts[list]) === at;
  const each = (note: (number: number, list: number) => void) => {
    for (let list = 0; list + 1 < starts.length; list += 1)
      for (let at = starts[list] as number; at < (starts[list + 1] as number); at += 1)
        if (holds(list, at)) note(numbers[at] as number, list);
  };
  each((number) => {
    ends[number + 1] = (ends[number + 1] as number) + 1;
  });
  for (let number = 0; number < many; number += 1)
    ends[number + 1] = (ends[number + 1] as number) + (ends[number] as number);
  const next = ends.slice();
  each((number, list) => {
    holding[next[number] as number] = list;
    next[number] = (next[number] as number) + 1;
  });
  return { starts: ends, numbers: holding.slice(0, ends[many]) };
}
