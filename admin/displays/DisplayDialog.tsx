// One screen: what it told last, its name, office and settings, and what can be asked of it. Called by DisplaysPage.
import { useSignal } from "@preact/signals";
import type { Beat, DisplayProfile, Wish } from "../../server/domain/display.ts";
import { readableFrom } from "../../server/domain/display.ts";
import type { DisplayLine } from "../../server/domain/displayContract.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { sentenceOf } from "../people/sentenceOf.ts";
import { allowed } from "../session/session.ts";
import { numberText } from "../words/formats.ts";
import { displayWord, word } from "../words/words.ts";
import { DisplayPicture } from "./DisplayPicture.tsx";
import { showsOf } from "./DisplayTable.tsx";
import { displayApi } from "./displayApi.ts";
import { OfficeSelect } from "./OfficeSelect.tsx";
import { ProfileFields } from "./ProfileFields.tsx";

interface Props {
  readonly line: DisplayLine;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What it keeps, and how much that is. */
function storageOf({ storage, usedBytes }: Beat): string {
  const word = displayWord(`storage.${storage}`);
  return usedBytes === null ? word : `${word} (${numberText(Math.round(usedBytes / 100_000) / 10)} MB)`;
}

export function DisplayDialog({ line, onDone, onClose }: Props) {
  const { display, seen } = line;
  const name = useSignal(display.name);
  const office = useSignal(display.office);
  const profile = useSignal<DisplayProfile>(display.profile);
  const trouble = useSignal<string | null>(null);
  const said = useSignal<string | null>(null);
  const sure = useSignal(false);
  const mayChange = allowed("administer", display.office);
  const act = async (work: () => Promise<unknown>, done: string | null) => {
    try {
      await work();
      trouble.value = null;
      said.value = done;
      onDone();
      if (done === null) onClose();
    } catch (error) {
      trouble.value = sentenceOf(error);
    }
  };
  const ask = (kind: Exclude<Wish["kind"], "picture">) =>
    act(() => displayApi.ask(display.id, kind), displayWord(`asked.${kind}`));
  const metres = readableFrom(profile.value.diagonal, seen?.beat.viewport ?? null);
  return (
    <Dialog title={display.name} onClose={onClose} wide>
      <p>
        {displayWord(`state.${line.health.state}`)}
        {line.health.causes.map((cause) => ` · ${displayWord(`cause.${cause}`)}`)}
        {showsOf(line) !== "" && ` · ${showsOf(line)}`}
      </p>
      {seen !== null && (
        <p class="quiet">
          {displayWord("told", {
            viewport: seen.beat.viewport,
            build: seen.beat.build,
            storage: storageOf(seen.beat),
            line: displayWord(`line.${seen.beat.line}`),
          })}
        </p>
      )}
      {metres !== null && (
        <p class="quiet">{displayWord("readable", { metres: numberText(Math.round(metres * 10) / 10) })}</p>
      )}
      <DisplayPicture id={display.id} mayAsk={mayChange} onAsk={() => displayApi.ask(display.id, "picture")} />
      <Trouble text={trouble.value} />
      <p role="status">{said.value}</p>
      {mayChange && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void act(
              () => displayApi.change(display.id, { name: name.value, office: office.value, profile: profile.value }),
              null,
            );
          }}
        >
          <div class="display-form">
            <PlainField label={displayWord("field.name")}>
              {(aria) => (
                <input
                  {...aria}
                  required
                  maxLength={80}
                  value={name.value}
                  onInput={(event) => (name.value = event.currentTarget.value)}
                />
              )}
            </PlainField>
            <OfficeSelect value={office.value} onChange={(id) => (office.value = id)} />
            <ProfileFields profile={profile.value} onChange={(next) => (profile.value = next)} />
          </div>
          <div class="display-actions">
            <button type="submit" class="primary">
              {displayWord("save")}
            </button>
            <button type="button" onClick={() => void ask("identify")}>
              {displayWord("identify")}
            </button>
            <button type="button" onClick={() => void ask("reload")}>
              {displayWord("reload")}
            </button>
            {sure.value ? (
              <button type="button" class="danger" onClick={() => void act(() => displayApi.revoke(display.id), null)}>
                {displayWord("revokeSure")}
              </button>
            ) : (
              <button type="button" onClick={() => (sure.value = true)}>
                {displayWord("revoke")}
              </button>
            )}
            <button type="button" class="plain" onClick={onClose}>
              {word("frame.close")}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
