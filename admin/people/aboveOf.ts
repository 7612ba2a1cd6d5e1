// Which owners stand above one, by what this page knows; for the rules of domain/grant.ts. Called by the pages of people.
import type { Above } from "../../server/domain/grant.ts";
import { ownersAbove } from "../../server/domain/ownersAbove.ts";
import { ownerOf } from "../session/session.ts";

export const aboveOf: Above = (on) => ownersAbove(ownerOf(on));
