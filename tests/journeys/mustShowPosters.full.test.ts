// Must show, for every live posting of the board. Run by npm run test:full.
import { posterJourney } from "./posterJourney.ts";

posterJourney(1);
