// One line a person: name, rights, how they sign in, whether they are here now. Called by PeoplePage.

import type { Grant } from "../../server/domain/user.ts";
import type { UserLine } from "../../server/domain/userContract.ts";
import { ownerOf } from "../session/session.ts";
import { dayAndHour } from "../words/formats.ts";
import { peopleWord } from "../words/words.ts";
import { personName } from "./personName.ts";

const COLUMNS = ["name", "login", "rights", "way", "here"] as const;

interface Props {
  readonly lines: readonly UserLine[];
  readonly onOpen: (line: UserLine) => void;
}

export function PeopleTable({ lines, onOpen }: Props) {
  return (
    <table class="postings people" aria-label={peopleWord("list.title")}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {peopleWord(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.user.login}>
            <td class="column-title">
              <button type="button" class="plain" onClick={() => onOpen(line)}>
                {personName(line.user)}
              </button>
              {line.user.disabled && <span class="tag">{peopleWord("list.disabled")}</span>}
            </td>
            <td>{line.user.login}</td>
            <td>{line.user.grants.map(grantText).join("; ") || peopleWord("list.noRights")}</td>
            <td>
              {peopleWord(`way.${line.way}`)}
              {line.secondFactor && ` + ${peopleWord("way.secondFactor")}`}
            </td>
            <td>{line.seenAt === null ? "" : dayAndHour(line.seenAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "Pubblica, CPI Lecce". */
export function grantText({ role, on }: Grant): string {
  return `${peopleWord(`role.${role}`)}, ${placeText(on)}`;
}

export function placeText(on: string): string {
  return on === "*" ? peopleWord("everywhere") : (ownerOf(on)?.name ?? on);
}
