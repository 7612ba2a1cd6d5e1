// [K3] L. 68/99 as facts, not as prose: which article, who may take part, enrolled by when. Called by checkContent.
import type { Content } from "../content.ts";
import { endOf, romeDay } from "../time.ts";
import type { Finding } from "./finding.ts";
import { finding } from "./finding.ts";
import type { PlacedText } from "./textsOf.ts";

const SPOKEN_OF =
  /\b(?:l\.|legge|loi|Gesetz)\s*(?:n\.\s*)?68(?:\/|\s+del\s+)(?:19)?99|\bcategori[ae] protett[ae]|\bcollocamento mirato/iu;

export function checkReserved({ section, reserved, call, window }: Content, texts: readonly PlacedText[]): Finding[] {
  if (reserved === null) {
    if (section === "targeted") return [finding("reserved", "reservedMissing", "reserved.article")];
    const spoken = texts.map((one) => ({ ...one, hit: SPOKEN_OF.exec(one.text)?.[0] })).find(({ hit }) => hit);
    return spoken === undefined
      ? []
      : [finding("reserved", "reservedUnsaid", spoken.path, { found: spoken.hit ?? "", locale: spoken.locale })];
  }
  const found: Finding[] = [];
  if (reserved.article === "unspecified") found.push(finding("reserved", "articleUnspecified", "reserved.article"));
  if (reserved.enrolledBy === null && call?.mode === "ranking")
    found.push(finding("reserved", "enrolledByMissing", "reserved.enrolledBy"));
  if (reserved.enrolledBy !== null && window.closes !== null && reserved.enrolledBy > romeDay(endOf(window.closes) - 1))
    found.push(finding("reserved", "enrolledByLate", "reserved.enrolledBy", { found: reserved.enrolledBy }));
  return found;
}
