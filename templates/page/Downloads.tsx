// The files that hang on a posting, with kind and size before one takes them on a poor network. Called by PostingPage.
import type { Attachment } from "../../server/domain/attachment.ts";
import { attachmentPath } from "../../server/domain/attachmentPath.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { formatsOf } from "../parts/formats.ts";
import type { Words } from "../parts/words.ts";

export function Downloads({ posting, words }: { readonly posting: PublicPosting; readonly words: Words }) {
  const { attachments, sourceLocale } = posting.content;
  if (attachments.length === 0) return null;
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{words.t("page:downloads.heading")}</h2>
      <ul class="choices">
        {attachments.map((attachment) => (
          <li>
            <a class="choice" href={attachmentPath(posting.code, attachment)} download rel="nofollow">
              <span lang={sourceLocale === words.locale.id ? undefined : sourceLocale}>{attachment.name}</span>
            </a>
            <p class="quiet">{kindOf(attachment, words)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function kindOf({ form, type, size }: Attachment, words: Words): string {
  const facts = words.t("page:downloads.size", { type: type.toUpperCase(), size: formatsOf(words.locale).bytes(size) });
  return form ? `${words.t("page:downloads.form")} · ${facts}` : facts;
}
