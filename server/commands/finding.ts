// What the doctor says of one thing it looked at. Called by doctor and its checks.

/** `problem` is a fault to mend (exit code 1), `advice` something to know. */
export interface Finding {
  readonly level: "ok" | "advice" | "problem";
  readonly text: string;
}

export const ok = (text: string): Finding => ({ level: "ok", text });
export const advice = (text: string): Finding => ({ level: "advice", text });
export const problem = (text: string): Finding => ({ level: "problem", text });
