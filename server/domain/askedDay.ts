// A day in a question to the API. What is none ends the question: a rule about two days never sees it. Used by the contracts of calendar and numbers.
import { z } from "zod";
import { isDay } from "./time.ts";

export const askedDay = z.string().refine(isDay, { error: "day", abort: true });
