// The tour of the desk: its steps, and where one is. Kept for this window, so that a reload does not lose it. Called by Tour and by whatever offers it.
import { signal } from "@preact/signals";

export interface Stop {
  /** Key of tour.json. */
  readonly name: string;
  readonly page: string;
  /** What is pointed at. */
  readonly target: string;
}

export const STOPS: readonly Stop[] = [
  { name: "today", page: "/admin/", target: ".today-main" },
  { name: "new", page: "/admin/postings/new", target: ".sections" },
  { name: "postings", page: "/admin/postings", target: ".filters, .postings" },
  { name: "translations", page: "/admin/translations", target: "#content h1" },
  { name: "displays", page: "/admin/displays", target: "#content h1" },
  { name: "wall", page: "/admin/wall", target: "#content h1" },
  { name: "keys", page: "/admin/", target: ".shortcuts-button" },
];

const HERE = "desk.tour";
const TAKEN = "desk.tourTaken";

const kept = sessionStorage.getItem(HERE);
/** Index of a stop; null: no tour. */
export const tourAt = signal<number | null>(kept === null ? null : Number(kept));
/** Whether it was taken or turned down on this computer: then it is offered more quietly. */
export const tourTaken = signal(localStorage.getItem(TAKEN) !== null);

export function goTo(stop: number | null): void {
  tourAt.value = stop !== null && stop >= 0 && stop < STOPS.length ? stop : null;
  if (tourAt.value === null) sessionStorage.removeItem(HERE);
  else sessionStorage.setItem(HERE, String(tourAt.value));
  localStorage.setItem(TAKEN, "1");
  tourTaken.value = true;
}
