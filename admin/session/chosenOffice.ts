// The office one works at, kept on this computer: the first page, the calendar, the wall and the numbers open there. "" means all offices.
import { signal } from "@preact/signals";
import { mayAnywhere } from "../../server/domain/user.ts";
import { allowed, owners, session } from "./session.ts";

const KEPT = "desk.office";

const chosen = signal<string | null>(localStorage.getItem(KEPT));

/** Offices one may read. */
export function readableOffices() {
  return owners.value.flatMap((owner) => (owner.kind === "office" && allowed("read", owner.id) ? [owner] : []));
}

/** The choice where it still holds; else the office of one's first right; else all. */
export function chosenOffice(): string {
  const offices = readableOffices();
  const kept = chosen.value;
  if (kept !== null && (kept === "" || offices.some(({ id }) => id === kept))) return kept;
  const user = session.value?.user;
  if (user && mayAnywhere(user, "administerNetwork")) return "";
  const own = user?.grants.find(({ on }) => offices.some(({ id }) => id === on))?.on;
  return own ?? (offices.length === 1 ? (offices[0]?.id ?? "") : "");
}

export function chooseOffice(id: string): void {
  localStorage.setItem(KEPT, id);
  chosen.value = id;
}
