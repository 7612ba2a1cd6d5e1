// Must show, with three kills; with twelve in mustShowKill.full.test.ts.
import { killJourney } from "./killJourney.ts";

killJourney(3);
