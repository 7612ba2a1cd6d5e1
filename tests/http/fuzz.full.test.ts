// 10,000 generated requests over every route and 5,000 socket frames. (people, must show)
import { fuzzHouse } from "./fuzzHouse.ts";

fuzzHouse({ requests: 10_000, frames: 5000, sent: 4000, routes: null, seed: 20261126, timeout: 1_800_000 });
