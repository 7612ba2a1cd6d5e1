// Must show, with 5,000 garbage frames. Run by npm run test:full.
import { garbageJourney } from "./garbageJourney.ts";

garbageJourney(5000);
