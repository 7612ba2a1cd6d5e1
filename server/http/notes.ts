// Notes and reminders of staff: written, changed, ticked, removed; each can be taken back. Which ones one sees: GET /today and /postings/{code}/notes.
import { z } from "zod";
import { changeNoteBody, noteBody } from "../domain/noteContract.ts";
import { isDay } from "../domain/time.ts";
import { changeNote, createNote, mayNote, removeNote, tickNote } from "../services/saveNote.ts";
import { backBody } from "./backBody.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

/** `back`: the tick before, to take this one back. */
const tickBody = z.object({ back: z.string().refine(isDay, "day").nullable().optional() });

export function noteRoutes(): Route[] {
  const idOf = ({ params }: { readonly params: Readonly<Record<string, string>> }) => params.id ?? "";
  return [
    route({
      method: "get",
      path: "/postings/:code/notes",
      access: "read",
      summary: "What staff pinned to a posting, newest first.",
      async handle(call) {
        const user = userOfCall(call);
        const code = (call.params.code ?? "").toUpperCase();
        const { mirror, store } = call.house;
        const notes = (await store.notes.all()).filter((note) => note.code === code);
        return {
          json: {
            notes: notes
              .filter((note) => mayNote(user, "read", note, mirror))
              .map((note) => ({ ...note, mayChange: mayNote(user, "write", note, mirror) })),
          },
        };
      },
    }),
    route({
      method: "post",
      path: "/notes",
      access: "write",
      summary: "Write a note: on a notice-board, pinned to a posting, or due on a day.",
      body: noteBody,
      handle: async (call) => ({ status: 201, json: await createNote(call.house, userOfCall(call), call.body) }),
    }),
    route({
      method: "put",
      path: "/notes/:id",
      access: "write",
      summary: "Change a note's words or the day it is due.",
      body: changeNoteBody,
      handle: async (call) => ({ json: await changeNote(call.house, userOfCall(call), idOf(call), call.body) }),
    }),
    route({
      method: "post",
      path: "/notes/:id/tick",
      access: "write",
      summary: "Say that a reminder is done until today, or take that back.",
      body: tickBody,
      handle: async (call) => ({ json: await tickNote(call.house, userOfCall(call), idOf(call), call.body.back) }),
    }),
    route({
      method: "post",
      path: "/notes/:id/remove",
      access: "write",
      summary: "Remove a note, or take that back.",
      body: backBody,
      handle: async (call) => ({ json: await removeNote(call.house, userOfCall(call), idOf(call), call.body.back) }),
    }),
  ];
}
