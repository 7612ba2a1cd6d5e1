// What a new posting may safely begin with: whom to ask and where to come is the office's own; nothing about the offer is guessed.
// Called by the desk when a posting is begun.
import { blankContent } from "./blankContent.ts";
import type { Content } from "./content.ts";
import type { Owner } from "./owner.ts";
import type { Section } from "./section.ts";

/** A content with the owner's contacts; an event is at the office until somebody says otherwise. */
export function officeDefaults(section: Section, title: string, owner: Owner | undefined): Content {
  const blank = blankContent(section, title);
  if (owner === undefined || section === "notice") return blank;
  const phone = owner.phones[0] ?? null;
  const none = owner.email === null && phone === null;
  const apply = none ? null : { online: null, email: owner.email, phone, inPerson: null, note: null, documents: [] };
  if (section !== "event" || owner.kind !== "office") return { ...blank, apply };
  const { municipality, province } = owner;
  return { ...blank, apply, places: [{ municipality, province, region: null, country: "IT", area: null }] };
}
