// What undoes a step is asked at the step's own address: `back` true takes it back. Used by notes, reports, urgents and glossary.
import { z } from "zod";

export const backBody = z.object({ back: z.boolean().default(false) }).default({ back: false });
