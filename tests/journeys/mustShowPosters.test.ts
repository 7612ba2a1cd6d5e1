// Must show, for every twelfth live posting of the board; all of them in mustShowPosters.full.test.ts.
import { posterJourney } from "./posterJourney.ts";

posterJourney(12);
