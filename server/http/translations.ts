// The translators' desk: queue, sheet, writing, moving, memory, presence, rules. Each calls one service.
import { z } from "zod";
import type { MemoryAnswer, PresenceAnswer, RulesAnswer } from "../domain/httpTranslation.ts";
import {
  moveTranslationBody,
  policyBody,
  presenceBody,
  queueQuery,
  writeTranslationBody,
} from "../domain/httpTranslation.ts";
import { Refusal } from "../domain/refusal.ts";
import { placedSegments } from "../domain/segmentsOf.ts";
import type { TranslationMove } from "../domain/translation.ts";
import { TRANSLATION_MOVES } from "../domain/translation.ts";
import { mayAnywhere } from "../domain/user.ts";
import type { SegmentKey } from "../services/changeTranslation.ts";
import { listTranslations } from "../services/listTranslations.ts";
import { lookUpMemory } from "../services/lookUpMemory.ts";
import { moveTranslation, termsFor } from "../services/moveTranslation.ts";
import { readNumbers } from "../services/readTranslationNumbers.ts";
import { newestOf, readTranslationSheet } from "../services/readTranslationSheet.ts";
import { setTranslationPolicy } from "../services/setTranslationPolicy.ts";
import { writeTranslation } from "../services/writeTranslation.ts";
import type { Call, Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

/** Somebody not heard of for so long has left. */
const HERE = 20_000;

export function translationRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/translations",
      access: "read",
      summary: "Postings by language that wait for a translator, most urgent first; 50 a page.",
      query: queueQuery,
      handle: ({ house, query, ...call }) => ({
        json: listTranslations(house.mirror, userOfCall(call), query, house.locales, house.clock.now()),
      }),
    }),
    route({
      method: "get",
      path: "/translations/numbers",
      access: "read",
      summary: "How much is translated, by language, section and office, and what nobody had to translate.",
      handle: async ({ house, ...call }) => ({ json: await readNumbers(house, userOfCall(call)) }),
    }),
    route({
      method: "get",
      path: "/translations/rules",
      access: "read",
      summary: "What the checks need to know of the languages, and the terms that hold for an owner.",
      query: z.object({ owner: z.string().max(60).default("*") }),
      async handle({ house, query }) {
        const languages = house.locales.map((locale) => house.vocabularies.language(locale));
        const terms = await termsFor(house.store, house.vocabularies, query.owner);
        return { json: { languages, terms, policy: house.mirror.policy } satisfies RulesAnswer };
      },
    }),
    route({
      method: "put",
      path: "/translations/policy",
      access: "administerNetwork",
      summary:
        "Whether machine and earlier texts are shown with their label or held back, and whether another person must approve.",
      body: policyBody,
      async handle({ house, body, ...call }) {
        await setTranslationPolicy(house, userOfCall(call), body);
        return { json: house.mirror.policy };
      },
    }),
    route({
      method: "post",
      path: "/translations/presence",
      access: "read",
      summary: "Says where one is working and tells who else is there.",
      body: presenceBody,
      async handle({ house, body, ...call }) {
        const user = userOfCall(call);
        await readTranslationSheet(house, user, body.code, body.locale);
        const at = house.clock.now();
        await house.store.language.putPresence({ ...body, login: user.login, name: user.name, at });
        const here = await house.store.language.presence(at - HERE);
        const others = here
          .filter((one) => one.login !== user.login && one.code === body.code && one.locale === body.locale)
          .map(({ login, name, segment }) => ({ login, name, segment }));
        return { json: { others, newest: newestOf(house.mirror, body.code, body.locale) } satisfies PresenceAnswer };
      },
    }),
    route({
      method: "get",
      path: "/translations/:code/:locale",
      access: "read",
      summary: "One posting in one language, segment by segment.",
      handle: async (call) => ({ json: await sheetOf(call) }),
    }),
    route({
      method: "get",
      path: "/translations/:code/:locale/:segment/memory",
      access: "read",
      summary: "What the memory knows of a segment, best first.",
      async handle(call) {
        const { house } = call;
        const { code, locale, segment } = paramsOf(call);
        await sheetOf(call);
        const posting = house.mirror.entry(code)?.posting;
        for (const content of [posting?.working, posting?.published?.content]) {
          if (content == null) continue;
          const all = placedSegments(content);
          const at = all.findIndex((one) => one.segment.id === segment);
          const placed = all[at];
          if (placed === undefined) continue;
          const beside = (n: number) => all[at + n]?.segment.text ?? null;
          const {
            field,
            segment: { text: source },
          } = placed;
          const asked = { source, from: content.sourceLocale, to: locale, field, before: beside(-1), after: beside(1) };
          return {
            json: { suggestions: await lookUpMemory(house.store, house.vocabularies, asked) } satisfies MemoryAnswer,
          };
        }
        throw new Refusal("sourceChanged", { code });
      },
    }),
    route({
      method: "put",
      path: "/translations/:code/:locale/:segment",
      access: "translate",
      summary: "Save a translator's words as a draft.",
      body: writeTranslationBody,
      async handle(call) {
        const { house, body } = call;
        await writeTranslation(house, userOfCall(call), keyOf(call, body.source), body.expected, body.text);
        return { json: await sheetOf(call) };
      },
    }),
    ...(Object.keys(TRANSLATION_MOVES) as TranslationMove[]).map((move) =>
      route({
        method: "post",
        path: `/translations/:code/:locale/:segment/${move}`,
        access: "translate",
        summary: MOVE_SUMMARIES[move],
        body: moveTranslationBody,
        async handle(call) {
          const { house, body } = call;
          const { source, expected, text, reason } = body;
          await moveTranslation(house, userOfCall(call), keyOf(call, source), expected, move, text, reason);
          return { json: await sheetOf(call) };
        },
      }),
    ),
  ];
}

const MOVE_SUMMARIES: Readonly<Record<TranslationMove, string>> = {
  submit: "Hand a draft to whoever reviews.",
  approve: "Approve a translation: the public sees it at once.",
  return: "Give a translation back to its author.",
  withdraw: "Withdraw an approval: the public sees the source again.",
};

function paramsOf({ params, house }: Pick<Call<unknown, unknown>, "params" | "house">) {
  const locale = params.locale ?? "";
  if (!house.locales.includes(locale)) throw new Refusal("notFound", { what: "locale", id: locale });
  return { code: (params.code ?? "").toUpperCase(), locale, segment: params.segment ?? "" };
}

function keyOf(call: Pick<Call<unknown, unknown>, "params" | "house">, source: string): SegmentKey {
  return { ...paramsOf(call), source };
}

function sheetOf(call: Pick<Call<unknown, unknown>, "params" | "house" | "user">) {
  const { code, locale } = paramsOf(call);
  const user = userOfCall(call);
  if (!mayAnywhere(user, "read")) throw new Refusal("notAllowed", { action: "read", on: "*" });
  return readTranslationSheet(call.house, user, code, locale);
}
