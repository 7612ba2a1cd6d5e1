// Must show, for every sixth live posting of the board; all of them in mustShowPosters.full.test.ts.
import { posterJourney } from "./posterJourney.ts";

posterJourney(6);
