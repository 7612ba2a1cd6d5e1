// Which boards a posting hangs on: a rule over its owner and how far it is shared, never a list kept by hand.
// [B1] An office's posting hangs on its own board and on those of its desks; a desk's on its own and its office's.
// [B2] An area's hangs on every office of the area; a service's on every office of its region, or all; the network's on all.
// [B3] Sharing only widens: with the owner's area, its province, the network.
// Used by services and displays' server side.
import type { Share } from "./content.ts";
import type { Office, Owner } from "./owner.ts";

export function hangsOn(office: Office, owner: Owner, share: Share): boolean {
  if (share === "network") return true;
  if (byOwner(office, owner)) return true;
  if (owner.kind === "office") {
    if (share === "area") return owner.area !== null && owner.area === office.area;
    if (share === "province") return owner.province === office.province;
    return false;
  }
  return false;
}

function byOwner(office: Office, owner: Owner): boolean {
  switch (owner.kind) {
    case "office":
      return office.id === owner.id || office.parent === owner.id || owner.parent === office.id;
    case "area":
      return office.area === owner.id;
    case "service":
      return owner.region === null || owner.region === office.region;
    case "network":
      return true;
  }
}
