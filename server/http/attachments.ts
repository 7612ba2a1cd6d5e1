// Files that hang on postings: taken in at the desk, looked at by staff, handed out to the public as downloads.
// [AT1] The public gets a file only through a posting that is open and names it. [AT4] Handed out as a download of its own kind, never run as a page.
import { Router } from "express";
import { z } from "zod";
import type { Attachment } from "../domain/attachment.ts";
import { attachmentFile, attachmentSchema, MEDIA_TYPE } from "../domain/attachment.ts";
import { readCode } from "../domain/code.ts";
import { isLive } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import { SECTIONS } from "../domain/section.ts";
import type { House } from "../house.ts";
import { authorise, ownerOf } from "../services/changePosting.ts";
import { takeAttachment } from "../services/takeAttachment.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";
import { guardPaper } from "./sendPaper.ts";

const takeBody = z.object({
  owner: z.string().min(1).max(60),
  section: z.enum(SECTIONS),
  name: attachmentSchema.shape.name,
  form: z.boolean(),
  /** Base 64. */
  content: z.base64().max(7_200_000),
});

const headersOf = (attachment: Pick<Attachment, "name" | "type">) => ({
  "Content-Type": MEDIA_TYPE[attachment.type],
  "Content-Disposition": `attachment; filename="${attachmentFile(attachment)}"; filename*=UTF-8''${encodeURIComponent(attachment.name)}.${attachment.type === "jpeg" ? "jpg" : attachment.type}`,
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
});

export function attachmentRoutes(): Route[] {
  return [
    route({
      method: "post",
      path: "/attachments",
      access: "write",
      summary: "Take a file in (PDF, JPEG, PNG, WebP): checked, written anew without metadata, not yet public.",
      body: takeBody,
      bodyLimit: "8mb",
      async handle(call) {
        const { content, ...asked } = call.body;
        const desk = { ...call.house, projectRoot: call.house.config.projectRoot };
        const bytes = Buffer.from(content, "base64");
        return { status: 201, json: await takeAttachment(desk, userOfCall(call), { ...asked, bytes }) };
      },
    }),
    route({
      method: "get",
      path: "/attachments/:id",
      access: "read",
      summary: "A file that was taken in, for staff who may read its owner's postings.",
      async handle(call) {
        const { house, params, response } = call;
        const file = await house.store.desk.file(params.id ?? "");
        if (file === null) throw new Refusal("notFound", { what: "file", id: params.id ?? "" });
        authorise(userOfCall(call), "read", await ownerOf(house.store, file.owner));
        response
          .set({ ...headersOf({ name: file.id, type: file.type }), "Cache-Control": "private, no-store" })
          .send(Buffer.from(file.content, "base64"));
        return {};
      },
    }),
  ];
}

/** GET /files/{CODE}/{id}, public. */
export function fileRoutes(house: House): Router {
  const router = Router();
  router.get(
    "/:code/:id",
    guardPaper(house)(async (request, response) => {
      const written = String(request.params.code);
      const code = readCode(written);
      const entry = code === null ? undefined : house.mirror.entry(code);
      const attachment = entry?.shown?.content.attachments.find(({ id }) => id === request.params.id);
      if (entry === undefined || attachment === undefined)
        throw new Refusal("notFound", { what: "file", id: String(request.params.id).slice(0, 40) });
      if (!isLive(entry.posting, house.clock.now())) throw new Refusal("gone", { code: entry.posting.code });
      const etag = `"${attachment.id}"`;
      response.set({ ...headersOf(attachment), ETag: etag, "Cache-Control": "public, max-age=0, must-revalidate" });
      if (request.headers["if-none-match"] === etag) return void response.status(304).end();
      const file = await house.store.desk.file(attachment.id);
      if (file === null) throw new Refusal("notFound", { what: "file", id: attachment.id });
      response.send(Buffer.from(file.content, "base64"));
    }),
  );
  return router;
}
