// How to apply. What is no address, such as "questionario online", is said in words instead of being made a link. Called by recordToPosting.
import type { Apply } from "../domain/content.ts";
import type { Mapping } from "./mapping.ts";
import type { PostingRecord } from "./recordSchema.ts";

const ADDRESS = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/i;

export function mapApply({ apply }: PostingRecord, mapping: Mapping): Apply | null {
  if (apply === null) return null;
  const isAddress = apply.online !== null && ADDRESS.test(apply.online);
  const notes = [isAddress ? null : apply.online, apply.note].filter((text) => text !== null);
  return {
    online: isAddress ? apply.online : null,
    email: apply.email,
    phone: apply.phone,
    inPerson: mapping.sayOrNull("apply.in_person", apply.in_person),
    note: mapping.sayOrNull("apply.note", notes.length === 0 ? null : notes.join("; ")),
    documents: mapping.sayAll("apply.documents", apply.documents ?? []),
  };
}
