// How a long work is told to the desk that asked for it: a line of JSON for each step, then what the route answers. Used by http/watchWork and the desk.
// A caller that sends no name of a work gets the usual answer at the end.

/** Header with the name the caller gives its work: lower case letters and digits. */
export const WORK_HEADER = "x-work";
export const WORK_NAME = /^[a-z0-9]{8,40}$/;

export type WorkLine<A> =
  | { readonly done: number; readonly total: number }
  | { readonly answer: A }
  | {
      readonly refused: {
        readonly refusal: string;
        readonly details: Readonly<Record<string, unknown>>;
        readonly sentence?: string;
      };
    };
