// The picture of a screen on request: asked for, waited for, shown with its time. Called by DisplayDialog.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { PictureAnswer } from "../../server/domain/displayContract.ts";
import { sentenceOf } from "../people/sentenceOf.ts";
import { dayAndHour } from "../words/formats.ts";
import { displayWord } from "../words/words.ts";
import { displayApi } from "./displayApi.ts";

interface Props {
  readonly id: string;
  readonly mayAsk: boolean;
  readonly onAsk: () => Promise<unknown>;
}

const LOOK_EVERY = 1_500;
const PATIENCE = 30_000;

export function DisplayPicture({ id, mayAsk, onAsk }: Props) {
  const shown = useSignal<PictureAnswer["picture"]>(null);
  const said = useSignal<string | null>(null);
  const waiting = useSignal(false);
  useEffect(() => {
    displayApi.picture(id).then(
      ({ picture }) => (shown.value = picture),
      () => undefined,
    );
  }, [id]);
  const ask = async () => {
    waiting.value = true;
    said.value = displayWord("picture.waiting");
    try {
      const before = shown.value?.at ?? 0;
      await onAsk();
      for (let waited = 0; waited < PATIENCE; waited += LOOK_EVERY) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
        const { picture } = await displayApi.picture(id);
        if (picture === null || picture.at <= before) continue;
        shown.value = picture;
        said.value = null;
        return;
      }
      said.value = displayWord("picture.none");
    } catch (error) {
      said.value = sentenceOf(error);
    } finally {
      waiting.value = false;
    }
  };
  return (
    <div class="display-picture">
      {shown.value !== null && (
        <figure>
          <img src={`data:image/jpeg;base64,${shown.value.jpeg}`} alt={displayWord("picture.alt")} />
          <figcaption class="quiet">{displayWord("picture.of", { when: dayAndHour(shown.value.at) })}</figcaption>
        </figure>
      )}
      {mayAsk && (
        <button type="button" disabled={waiting.value} onClick={() => void ask()}>
          {displayWord("picture.ask")}
        </button>
      )}
      <p role="status">{said.value}</p>
    </div>
  );
}
