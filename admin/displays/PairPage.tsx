// Gives the device that shows a code its place, or lets it take over another screen with everything. Shown by Desk at /admin/displays/pair;
// the QR on the screen leads here with the code filled in.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { DisplayLine } from "../../server/domain/displayContract.ts";
import { PageTitle } from "../frame/PageTitle.tsx";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { sentenceOf } from "../people/sentenceOf.ts";
import { displayWord } from "../words/words.ts";
import { displayApi } from "./displayApi.ts";
import { OfficeSelect, officesFor } from "./OfficeSelect.tsx";
import "./displays.css";

export function PairPage() {
  const { url, route } = useLocation();
  const code = useSignal(new URL(url, location.origin).searchParams.get("code") ?? "");
  const offices = officesFor("administer");
  const office = useSignal(offices.length === 1 ? (offices[0]?.id ?? "") : "");
  const name = useSignal("");
  const replace = useSignal("");
  const lines = useSignal<readonly DisplayLine[]>([]);
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    displayApi.displays().then(
      // One taken back can be given its place again, with all its settings.
      ({ displays, unpaired }) => (lines.value = [...displays, ...unpaired]),
      (error) => (trouble.value = sentenceOf(error)),
    );
  }, []);
  const old = lines.value.find(({ display }) => display.id === replace.value);
  const pair = async () => {
    try {
      const body = {
        code: code.value,
        office: old?.display.office ?? office.value,
        name: old?.display.name ?? name.value,
        replace: old?.display.id ?? null,
      };
      await displayApi.pair(body);
      route("/admin/displays");
    } catch (error) {
      trouble.value = sentenceOf(error);
    }
  };
  return (
    <main id="content" class="page">
      <div class="page-head">
        <PageTitle>{displayWord("pair.title")}</PageTitle>
      </div>
      <Trouble text={trouble.value} />
      <form
        class="display-pair"
        onSubmit={(event) => {
          event.preventDefault();
          void pair();
        }}
      >
        <PlainField label={displayWord("pair.code")} help={displayWord("pair.codeHelp")}>
          {(aria) => (
            <input
              {...aria}
              class="pair-code"
              required
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              minLength={6}
              maxLength={9}
              value={code.value}
              onInput={(event) => (code.value = event.currentTarget.value)}
            />
          )}
        </PlainField>
        <PlainField label={displayWord("pair.replace")} help={displayWord("pair.replaceHelp")}>
          {(aria) => (
            <select {...aria} value={replace.value} onChange={(event) => (replace.value = event.currentTarget.value)}>
              <option value="">{displayWord("pair.new")}</option>
              {lines.value.map(({ display, office: where }) => (
                <option key={display.id} value={display.id} selected={display.id === replace.value}>
                  {`${where.name}: ${display.name}`}
                </option>
              ))}
            </select>
          )}
        </PlainField>
        {old === undefined && (
          <>
            <OfficeSelect value={office.value} onChange={(id) => (office.value = id)} />
            <PlainField label={displayWord("field.name")} help={displayWord("pair.nameHelp")}>
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
          </>
        )}
        <button type="submit" class="primary">
          {displayWord(old === undefined ? "pair.do" : "pair.takeOver")}
        </button>
      </form>
    </main>
  );
}
