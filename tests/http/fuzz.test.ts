// A sample of the generated requests and frames; all of them in fuzz.full.test.ts.
import { fuzzHouse } from "./fuzzHouse.ts";

fuzzHouse({ requests: 300, frames: 200, sent: 100, routes: 61, seed: 7, timeout: 120_000 });
