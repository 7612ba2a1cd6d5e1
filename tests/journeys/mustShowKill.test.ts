// Must show, with one kill; with twelve in mustShowKill.full.test.ts.
import { killJourney } from "./killJourney.ts";

killJourney(1);
