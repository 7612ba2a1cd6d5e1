// Contents written before a field was known say nothing about it. Completed when they are read: what is sealed is never rewritten.
// Called by postings.ts, versions.ts and desk.ts.
import type { Content } from "../../domain/content.ts";
import type { Posting } from "../../domain/posting.ts";
import type { Version } from "../store.ts";

/** Step 31: files hang on postings. */
export function withAttachments(content: Content): Content {
  return (content as Partial<Content>).attachments === undefined ? { ...content, attachments: [] } : content;
}

export function completePosting(posting: Posting): Posting {
  const { working, published } = posting;
  return {
    ...posting,
    working: working && withAttachments(working),
    published: published && { ...published, content: withAttachments(published.content) },
  };
}

export function completeVersion(version: Version): Version {
  return { ...version, published: { ...version.published, content: withAttachments(version.published.content) } };
}
