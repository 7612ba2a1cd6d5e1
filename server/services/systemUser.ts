// A part of the system acting by itself: the command line's import, the demonstration. Its login stands in the log as the actor.
import type { User } from "../domain/user.ts";

export function systemUser(part: string): User {
  return {
    login: `system:${part}`,
    name: part,
    grants: [{ role: "networkAdministrator", on: "*" }],
    mustChangePassword: false,
    disabled: false,
  };
}
