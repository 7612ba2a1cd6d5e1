// Calls of the morning's page: what there is to do, renewal, notes, reports. Called by admin/today and the notes on a posting.
import type { Note } from "../../server/domain/note.ts";
import type { NoteBody } from "../../server/domain/noteContract.ts";
import type { Posting } from "../../server/domain/posting.ts";
import type { TodayAnswer } from "../../server/domain/todayContract.ts";
import { call } from "../api.ts";

export const todayApi = {
  today: (office: string, abort: AbortSignal) =>
    call<TodayAnswer>("GET", `/today${office === "" ? "" : `?office=${office}`}`, undefined, abort),
  renew: (code: string, expected: number) =>
    call<{ posting: Posting }>("POST", `/postings/${code}/renew`, { expected }),
  takeRenewalBack: (code: string, expected: number) => call<unknown>("DELETE", `/postings/${code}/renew`, { expected }),
  notesOn: (code: string) =>
    call<{ notes: readonly (Note & { readonly mayChange: boolean })[] }>("GET", `/postings/${code}/notes`),
  writeNote: (body: NoteBody) => call<Note>("POST", "/notes", body),
  changeNote: (id: string, body: Pick<NoteBody, "text" | "due">) => call<Note>("PUT", `/notes/${id}`, body),
  tickNote: (id: string, back?: string | null) =>
    call<Note>("POST", `/notes/${id}/tick`, back === undefined ? {} : { back }),
  removeNote: (id: string, back: boolean) => call<Note>("POST", `/notes/${id}/remove`, { back }),
  settleReport: (number: string, back: boolean) => call<unknown>("POST", `/reports/${number}/settle`, { back }),
};
