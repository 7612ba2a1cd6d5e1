// The office a request names, if its sender may read it. Called by the routes that are about an office or about all.
import type { Office } from "../domain/owner.ts";
import { Refusal } from "../domain/refusal.ts";
import { authorise } from "../services/changePosting.ts";
import type { Call } from "./route.ts";
import { userOfCall } from "./route.ts";

/** Null where none was named. Refuses notFound, notAllowed. */
export function readableOffice(call: Pick<Call<unknown, unknown>, "house" | "user">, id: string | null): Office | null {
  if (id === null || id === "") return null;
  const office = call.house.mirror.office(id);
  if (office === null) throw new Refusal("notFound", { what: "office", id });
  authorise(userOfCall(call), "read", office);
  return office;
}
