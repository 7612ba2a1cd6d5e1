// Who wrote or approved something, as staff know them: a person by their user name, the house's own helpers by what they are.
// Called by the sheet and the list of the memory.
import { translationWord as word } from "../words/words.ts";
import { serviceName } from "./serviceName.ts";

const SYSTEM = "system:";

export function actorName(login: string): string {
  if (!login.startsWith(SYSTEM)) return login;
  const helper = login.slice(SYSTEM.length);
  if (helper === "memory") return word("trace.theMemory");
  return helper === "demonstration" ? word("trace.theDemonstration") : serviceName(helper);
}
