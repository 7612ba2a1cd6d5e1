// Postings for staff: list, read, create, save the working copy, publish, suspend, resume, close, reopen. Each calls one service.
import { z } from "zod";
import type { PostingAnswer } from "../domain/httpContract.ts";
import { closePostingBody, createPostingBody, expectedBody, saveWorkingBody } from "../domain/httpContract.ts";
import type { Posting } from "../domain/posting.ts";
import { STATES, stateAt } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import { SECTIONS } from "../domain/section.ts";
import type { House } from "../house.ts";
import { authorise } from "../services/changePosting.ts";
import { createPosting } from "../services/createPosting.ts";
import { listPostings } from "../services/listPostings.ts";
import { publishPosting } from "../services/publishPosting.ts";
import { discardWorking, saveWorking } from "../services/saveWorking.ts";
import { resumePosting, suspendPosting } from "../services/suspendPosting.ts";
import { titleOfContent } from "../services/titleOfContent.ts";
import { reopenPosting, withdrawPosting } from "../services/withdrawPosting.ts";
import type { Call, Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

const listQuery = z.object({
  q: z.string().max(200).default(""),
  section: z.enum(SECTIONS).nullable().default(null),
  state: z.enum(STATES).nullable().default(null),
  owner: z.string().max(60).nullable().default(null),
  parent: z.string().max(7).nullable().default(null),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

export function postingRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/postings",
      access: "read",
      summary: "Postings the user may read, newest change first; 50 a page.",
      query: listQuery,
      handle: (call) => ({
        json: listPostings(call.house.mirror, userOfCall(call), call.query, call.house.locales, call.house.clock.now()),
      }),
    }),
    route({
      method: "get",
      path: "/postings/:code",
      access: "read",
      summary: "One posting with its working copy and translations.",
      handle: (call) => ({ json: readPosting(call.house, call) }),
    }),
    route({
      method: "post",
      path: "/postings",
      access: "write",
      summary: "Begin a posting as a draft.",
      body: createPostingBody,
      async handle(call) {
        const posting = await createPosting(call.house, userOfCall(call), call.body.owner, call.body.content);
        return { status: 201, json: answerOf(call.house, posting) };
      },
    }),
    route({
      method: "put",
      path: "/postings/:code/working",
      access: "write",
      summary: "Save the working copy; never publishes.",
      body: saveWorkingBody,
      handle: (call) =>
        changed(call, saveWorking(call.house, userOfCall(call), codeOf(call), call.body.expected, call.body.content)),
    }),
    route({
      method: "delete",
      path: "/postings/:code/working",
      access: "write",
      summary: "Throw away the edits since the last publication.",
      body: expectedBody,
      handle: (call) => changed(call, discardWorking(call.house, userOfCall(call), codeOf(call), call.body.expected)),
    }),
    route({
      method: "post",
      path: "/postings/:code/publish",
      access: "publish",
      summary: "Make the working copy public.",
      body: expectedBody,
      handle: (call) => changed(call, publishPosting(call.house, userOfCall(call), codeOf(call), call.body.expected)),
    }),
    route({
      method: "post",
      path: "/postings/:code/suspend",
      access: "publish",
      summary: "Hide for a while.",
      body: expectedBody,
      handle: (call) => changed(call, suspendPosting(call.house, userOfCall(call), codeOf(call), call.body.expected)),
    }),
    route({
      method: "post",
      path: "/postings/:code/resume",
      access: "publish",
      summary: "Show a suspended posting again.",
      body: expectedBody,
      handle: (call) => changed(call, resumePosting(call.house, userOfCall(call), codeOf(call), call.body.expected)),
    }),
    route({
      method: "post",
      path: "/postings/:code/close",
      access: "publish",
      summary: "Take down for a reason: filled, withdrawn or cancelled.",
      body: closePostingBody,
      handle: (call) =>
        changed(
          call,
          withdrawPosting(call.house, userOfCall(call), codeOf(call), call.body.expected, call.body.reason),
        ),
    }),
    route({
      method: "post",
      path: "/postings/:code/reopen",
      access: "publish",
      summary: "Undo a closing.",
      body: expectedBody,
      handle: (call) => changed(call, reopenPosting(call.house, userOfCall(call), codeOf(call), call.body.expected)),
    }),
    route({
      method: "get",
      path: "/postings/:code/versions",
      access: "read",
      summary: "What the public saw, revision by revision.",
      async handle(call) {
        readPosting(call.house, call);
        return { json: { versions: await call.house.store.versions(codeOf(call)) } };
      },
    }),
  ];
}

function codeOf({ params }: Pick<Call<unknown, unknown>, "params">): string {
  return (params.code ?? "").toUpperCase();
}

async function changed(
  { house }: Pick<Call<unknown, unknown>, "house">,
  change: Promise<Posting>,
): Promise<{ json: PostingAnswer }> {
  return { json: answerOf(house, await change) };
}

function readPosting(house: House, call: Call<unknown, unknown>): PostingAnswer {
  const entry = house.mirror.entry(codeOf(call));
  if (entry === undefined) throw new Refusal("unknownCode", { code: codeOf(call) });
  const owner = house.mirror.owners.get(entry.posting.owner);
  if (owner === undefined) throw new Refusal("notFound", { what: "owner", id: entry.posting.owner });
  authorise(userOfCall(call), "read", owner);
  return answerOf(house, entry.posting);
}

function answerOf(house: House, posting: Posting): PostingAnswer {
  const content = posting.working ?? posting.published?.content;
  return {
    posting,
    state: stateAt(posting, house.clock.now()),
    translations: house.mirror.entry(posting.code)?.translations ?? [],
    occupation: content === undefined ? null : titleOfContent(house.vocabularies)(content),
    phrases: content === undefined ? {} : house.mirror.phrasesOf(content),
  };
}
