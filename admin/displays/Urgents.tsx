// Urgent notices in force or waiting for a second person, and raising a new one. Called by DisplaysPage.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Urgent, UrgentScope } from "../../server/domain/urgent.ts";
import { needsSecond } from "../../server/domain/urgent.ts";
import { mayAnywhere } from "../../server/domain/user.ts";
import { offerUndo } from "../frame/undo.ts";
import { PlainField } from "../parts/PlainField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { sentenceOf } from "../people/sentenceOf.ts";
import { allowed, ownerOf, owners, session } from "../session/session.ts";
import { dayAndHour } from "../words/formats.ts";
import { displayWord, interfaceLocales, word } from "../words/words.ts";
import { displayApi } from "./displayApi.ts";
import { officesFor } from "./OfficeSelect.tsx";

const HOURS = [1, 2, 4, 8, 24, 72] as const;

export function Urgents() {
  const urgents = useSignal<readonly Urgent[]>([]);
  const trouble = useSignal<string | null>(null);
  const writing = useSignal(false);
  const read = async () => {
    urgents.value = (await displayApi.urgents()).urgents;
  };
  const act = async (work: () => Promise<unknown>) => {
    try {
      await work();
      trouble.value = null;
      writing.value = false;
      await read();
    } catch (error) {
      trouble.value = sentenceOf(error);
    }
  };
  const end = (id: string) =>
    act(async () => {
      await displayApi.end(id);
      offerUndo(displayWord("urgent.ended"), () => act(() => displayApi.end(id, true)));
    });
  // Only what was asked for closes the form: who is quicker than the first answer writes on.
  useEffect(() => {
    read().catch((error: unknown) => {
      trouble.value = sentenceOf(error);
    });
  }, []);
  const user = session.value?.user;
  const network = user !== undefined && mayAnywhere(user, "urgent");
  const mine = (scope: UrgentScope) => (scope.kind === "office" ? allowed("publish", scope.office) : network);
  if (!network && officesFor("publish").length === 0) return null;
  return (
    <section class="urgents" aria-label={displayWord("urgent.title")}>
      <Trouble text={trouble.value} />
      {urgents.value.map((urgent) => (
        <div key={urgent.id} class="notice urgent-line">
          <p>
            <strong>{urgent.kind === "neutral" ? displayWord("urgent.neutral") : urgent.texts.it}</strong>
            <br />
            {`${scopeText(urgent.scope)} · ${displayWord("urgent.until", { when: dayAndHour(urgent.until) })} · ${urgent.by}`}
            {needsSecond(urgent) && urgent.confirmedBy === null && ` · ${displayWord("urgent.second")}`}
          </p>
          {network && needsSecond(urgent) && urgent.confirmedBy === null && urgent.by !== user?.login && (
            <button type="button" class="primary" onClick={() => void act(() => displayApi.confirm(urgent.id))}>
              {displayWord("urgent.confirm")}
            </button>
          )}
          {mine(urgent.scope) && (
            <button type="button" onClick={() => void end(urgent.id)}>
              {displayWord("urgent.end")}
            </button>
          )}
        </div>
      ))}
      {writing.value ? (
        <UrgentForm
          network={network}
          onRaise={(body) => void act(() => displayApi.raise(body))}
          onClose={() => (writing.value = false)}
        />
      ) : (
        <button type="button" onClick={() => (writing.value = true)}>
          {displayWord("urgent.raise")}
        </button>
      )}
    </section>
  );
}

type Body = Parameters<typeof displayApi.raise>[0];

function UrgentForm({
  network,
  onRaise,
  onClose,
}: {
  readonly network: boolean;
  readonly onRaise: (body: Body) => void;
  readonly onClose: () => void;
}) {
  const offices = officesFor("publish");
  const scope = useSignal(offices.length === 1 && !network ? `office ${offices[0]?.id}` : "");
  const kind = useSignal<Body["kind"]>("notice");
  const texts = useSignal<Readonly<Record<string, string>>>({});
  const hours = useSignal<number>(2);
  const provinces = [
    ...new Set(owners.value.flatMap((owner) => (owner.kind === "office" ? [owner.province] : []))),
  ].sort();
  const submit = () => {
    const filled = Object.fromEntries(Object.entries(texts.value).filter(([, text]) => text.trim() !== ""));
    onRaise({
      kind: kind.value,
      scope: readScope(scope.value),
      texts: kind.value === "neutral" ? {} : filled,
      hours: hours.value,
    });
  };
  return (
    <form
      class="display-form urgent-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <PlainField label={displayWord("urgent.where")} span={6}>
        {(aria) => (
          <select
            {...aria}
            required
            value={scope.value}
            onChange={(event) => (scope.value = event.currentTarget.value)}
          >
            <option value="" disabled>
              {displayWord("field.choose")}
            </option>
            {offices.map(({ id, name }) => (
              <option key={id} value={`office ${id}`}>
                {name}
              </option>
            ))}
            {network &&
              provinces.map((province) => (
                <option key={province} value={`province ${province}`}>
                  {displayWord("urgent.province", { province })}
                </option>
              ))}
            {network && <option value="network">{displayWord("urgent.network")}</option>}
          </select>
        )}
      </PlainField>
      <PlainField label={displayWord("urgent.what")} span={6}>
        {(aria) => (
          <select
            {...aria}
            value={kind.value}
            onChange={(event) => (kind.value = event.currentTarget.value as Body["kind"])}
          >
            <option value="notice">{displayWord("urgent.words")}</option>
            <option value="neutral">{displayWord("urgent.neutral")}</option>
          </select>
        )}
      </PlainField>
      {kind.value === "notice" &&
        interfaceLocales.map(({ id, name }) => (
          <PlainField key={id} label={name} span={6}>
            {(aria) => (
              <textarea
                {...aria}
                rows={2}
                maxLength={240}
                lang={id}
                required={id === "it"}
                value={texts.value[id] ?? ""}
                onInput={(event) => (texts.value = { ...texts.value, [id]: event.currentTarget.value })}
              />
            )}
          </PlainField>
        ))}
      <PlainField label={displayWord("urgent.for")} span={6}>
        {(aria) => (
          <select {...aria} value={hours.value} onChange={(event) => (hours.value = Number(event.currentTarget.value))}>
            {HOURS.map((count) => (
              <option key={count} value={count} selected={count === hours.value}>
                {displayWord("urgent.hours", { count })}
              </option>
            ))}
          </select>
        )}
      </PlainField>
      <div class="display-actions span-12">
        <button type="submit" class="danger">
          {displayWord("urgent.send")}
        </button>
        <button type="button" onClick={onClose}>
          {word("frame.cancel")}
        </button>
      </div>
    </form>
  );
}

function readScope(text: string): UrgentScope {
  const [kind, what = ""] = text.split(" ");
  if (kind === "office") return { kind, office: what };
  return kind === "province" ? { kind, province: what } : { kind: "network" };
}

function scopeText(scope: UrgentScope): string {
  if (scope.kind === "office") return ownerOf(scope.office)?.name ?? scope.office;
  return scope.kind === "province"
    ? displayWord("urgent.province", { province: scope.province })
    : displayWord("urgent.network");
}
