// The bodies staff send about notes. Apart from note.ts, so that no validator reaches the desk. Used by http/notes; types by services and the desk.
import { z } from "zod";
import { NOTE_LIMIT, RECURRENCES } from "./note.ts";
import { isDay } from "./time.ts";

const text = z
  .string()
  .trim()
  .min(1)
  .max(NOTE_LIMIT)
  .refine(
    (written) => !/[\u0000-\u0009\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/.test(written),
    "control characters",
  );
const due = z.object({ day: z.string().refine(isDay, "day"), every: z.enum(RECURRENCES).nullable() });
export const noteBody = z.object({
  owner: z.string().min(1).max(60),
  code: z.string().length(7).nullable(),
  text,
  due: due.nullable(),
});
export const changeNoteBody = z.object({ text, due: due.nullable() });
export type NoteBody = z.infer<typeof noteBody>;
