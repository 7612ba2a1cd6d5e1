// The rights of a person: what they hold, and one more at a time. What the person at the desk may not give or take is shown, not offered.
// Called by PersonDialog.
import { useSignal } from "@preact/signals";
import { mayGrant, sameGrant } from "../../server/domain/grant.ts";
import type { Grant, Role } from "../../server/domain/user.ts";
import { isOfNetwork, ROLES } from "../../server/domain/user.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { owners, session } from "../session/session.ts";
import { peopleWord } from "../words/words.ts";
import { aboveOf } from "./aboveOf.ts";
import { grantText, placeText } from "./PeopleTable.tsx";

interface Props {
  readonly grants: readonly Grant[];
  /** One's own rights: nobody changes those. */
  readonly fixed: boolean;
  readonly onChange: (grants: readonly Grant[]) => void;
}

export function GrantRows({ grants, fixed, onChange }: Props) {
  const me = session.value?.user;
  const may = (grant: Grant) => me !== undefined && !fixed && mayGrant(me, grant, aboveOf);
  const places = ["*", ...owners.value.map((owner) => owner.id)].filter((on) =>
    ROLES.some((role) => may({ role, on })),
  );
  const chosenPlace = useSignal<string | null>(null);
  const place = chosenPlace.value ?? places.find((on) => on !== "*") ?? places[0] ?? "";
  const roles = ROLES.filter((role) => may({ role, on: place }) && (place === "*" || !isOfNetwork(role)));
  const chosenRole = useSignal<Role>("publisher");
  const role = roles.includes(chosenRole.value) ? chosenRole.value : roles[0];
  const add = () => {
    if (role === undefined) return;
    const grant = { role, on: place };
    if (!grants.some((other) => sameGrant(other, grant))) onChange([...grants, grant]);
  };
  return (
    <fieldset class="field">
      <legend>{peopleWord("column.rights")}</legend>
      <ul class="grants">
        {grants.map((grant) => (
          <li key={`${grant.on} ${grant.role}`}>
            <span>{grantText(grant)}</span>
            {may(grant) && (
              <button
                type="button"
                class="plain"
                aria-label={peopleWord("person.removeRight", { right: grantText(grant) })}
                onClick={() => onChange(grants.filter((other) => !sameGrant(other, grant)))}
              >
                {peopleWord("person.remove")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {grants.length === 0 && <p class="quiet">{peopleWord("list.noRights")}</p>}
      {fixed && <p class="help">{peopleWord("person.ownRights")}</p>}
      {places.length > 0 && (
        <div class="grant-new">
          <PlainField label={peopleWord("person.place")}>
            {(aria) => (
              <select {...aria} value={place} onChange={(event) => (chosenPlace.value = event.currentTarget.value)}>
                {places.map((on) => (
                  <option key={on} value={on}>
                    {placeText(on)}
                  </option>
                ))}
              </select>
            )}
          </PlainField>
          <PlainField label={peopleWord("person.role")} help={role && peopleWord(`roleAbout.${role}`)}>
            {(aria) => (
              <select
                {...aria}
                value={role ?? ""}
                onChange={(event) => (chosenRole.value = event.currentTarget.value as Role)}
              >
                {roles.map((one) => (
                  <option key={one} value={one}>
                    {peopleWord(`role.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </PlainField>
          <button type="button" onClick={add}>
            {peopleWord("person.add")}
          </button>
        </div>
      )}
    </fieldset>
  );
}
