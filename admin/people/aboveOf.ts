// Which office a desk belongs to, by what this page knows; for the rules of domain/grant.ts. Called by the pages of people.
import type { Above } from "../../server/domain/grant.ts";
import { ownerOf } from "../session/session.ts";

export const aboveOf: Above = (on) => {
  const owner = ownerOf(on);
  return owner?.kind === "office" && owner.parent !== null ? [owner.parent] : [];
};
