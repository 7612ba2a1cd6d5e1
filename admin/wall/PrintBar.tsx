// For which wall, in which arrangement and languages to print, and the one PDF of everything on today's lists. Called by WallPage.

import { HANGS } from "../../server/domain/paper.ts";
import type { Section } from "../../server/domain/section.ts";
import type { WallToday } from "../../server/domain/wall.ts";
import { ChoiceField } from "../parts/ChoiceField.tsx";
import { wallWord } from "../words/words.ts";
import { BulletinBar } from "./BulletinBar.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { PaperLink } from "./PaperLink.tsx";
import type { PrintChoice } from "./wallApi.ts";
import { printAddress } from "./wallApi.ts";

interface PrintBarProps {
  readonly office: string;
  readonly today: WallToday;
  readonly choice: PrintChoice;
  readonly onChoice: (choice: PrintChoice) => void;
  /** The bulletin was printed and hung: one sheet of all that is open, or of one section. */
  readonly onBulletin: (section: Section | null) => void;
}

export function PrintBar({ office, today, choice, onChoice, onBulletin }: PrintBarProps) {
  const again = today.reprint.flatMap(({ sheet, postings }) => {
    const over = new Set(postings.filter((one) => one.over).map(({ code }) => code));
    return sheet.entries.map(({ code }) => code).filter((code) => !over.has(code));
  });
  const codes = [...new Set([...again, ...today.hang.map(({ code }) => code)])].slice(0, 100);
  return (
    <section class="wall-print" aria-labelledby="wall-print">
      <h2 id="wall-print">{wallWord("print.title")}</h2>
      <div class="wall-choices">
        <ChoiceField
          label={wallWord("walls.hangOn")}
          value={choice.wall}
          options={today.walls}
          onChange={(wall) => onChoice({ ...choice, wall })}
        />
        <ChoiceField
          label={wallWord("print.format")}
          value={choice.format}
          options={[...HANGS].map((id) => ({ id, name: wallWord(`format.${id}`) }))}
          onChange={(format) => onChoice({ ...choice, format })}
        />
        <LanguageChoice locales={choice.locales} onChange={(locales) => onChoice({ ...choice, locales })} />
      </div>
      <div class="wall-papers">
        {codes.length > 0 && (
          <PaperLink
            address={printAddress(office, choice, codes)}
            label={wallWord("print.all", { count: codes.length })}
            count={codes.length}
          />
        )}
      </div>
      <BulletinBar office={office} today={today} choice={choice} onHung={onBulletin} />
    </section>
  );
}
