// Must show, with twelve kills. Run by npm run test:full.
import { killJourney } from "./killJourney.ts";

killJourney(12);
