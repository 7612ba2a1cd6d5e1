// The office a page is about, or all of them; the choice holds for the other pages too. Called by the pages of the morning, calendar and numbers.
import { useId } from "preact/hooks";
import { deskWord } from "../words/words.ts";
import { chooseOffice, chosenOffice, readableOffices } from "./chosenOffice.ts";

export function OfficeChoice() {
  const id = useId();
  const offices = readableOffices();
  if (offices.length < 2) return null;
  return (
    <span class="office-choice">
      <label for={id}>{deskWord("today.office")}</label>
      <select id={id} value={chosenOffice()} onChange={(event) => chooseOffice(event.currentTarget.value)}>
        <option value="">{deskWord("today.allOffices")}</option>
        {offices.map(({ id: office, name }) => (
          <option key={office} value={office}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
