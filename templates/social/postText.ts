// The words of a post for a virtual board, ready to be copied: title, facts with their labels, law, address. Called by http/socialPictures.
import { pagePath } from "../../server/domain/address.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { WeekReport } from "../../server/domain/weekReport.ts";
import { cardFacts } from "../parts/cardFacts.ts";
import { formatsOf } from "../parts/formats.ts";
import { titleOf } from "../parts/line.ts";
import { equalTreatmentLine, markWords, reservedLine } from "../parts/noticeWords.ts";
import { sectionWords } from "../parts/sectionWords.ts";
import type { Words } from "../parts/words.ts";

export function postText(posting: PublicPosting, words: Words, publicUrl: string): string {
  const { word, note } = sectionWords(posting.content.section, words);
  const title = titleOf(posting, words.locale.id);
  const mark = markWords(title, words);
  const reserved = reservedLine(posting, words);
  const facts = cardFacts(posting, words, null).filter(({ stated }) => stated);
  return [
    note === null ? word : `${word} (${note})`,
    mark === null ? title.text : `${title.text} (${mark})`,
    ...(reserved === null ? [] : [`${reserved.article}: ${reserved.whom}`]),
    ...facts.map(({ label, lines }) => `${label}: ${lines.map(({ text }) => text).join(", ")}`),
    `${publicUrl}${pagePath(posting.code, words.locale.id)}`,
    ...(posting.content.section === "notice" ? [] : [equalTreatmentLine(words)]),
  ].join("\n");
}

export function weekText(report: WeekReport, board: string, words: Words, publicUrl: string): string {
  const { total, sections } = report;
  const change =
    total.now === total.before
      ? "="
      : total.now > total.before
        ? `+${total.now - total.before}`
        : `−${total.before - total.now}`;
  return [
    `${board}: ${formatsOf(words.locale).days(report.from, report.to, { year: true })}`,
    words.t("poster:report.lead", { count: total.now, change, added: total.added, positions: total.positions }),
    ...sections.map(({ section, now }) => `${words.t(`vocabulary:section.${section}`)}: ${now}`),
    `${publicUrl}/${words.locale.id}/`,
  ].join("\n");
}
