// Machine translation for staff: asking for drafts of a posting, how that stands, an office's wish that no text leave the house; and the address
// at which a service that answers later brings its answer. Each calls one service.
import { z } from "zod";
import type { TranslatorProblem } from "../domain/machine.ts";
import { Refusal } from "../domain/refusal.ts";
import { allowMachine } from "../services/allowMachine.ts";
import { askMachine, mayAskMachine, readMachine } from "../services/askMachine.ts";
import { readMachineQueue } from "../services/readMachineQueue.ts";
import { ANSWER_KINDS } from "../services/takeMachineAnswer.ts";
import type { Call, Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";

const locales = z.array(z.string().min(2).max(10)).max(20);

export function machineRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/machine",
      access: "read",
      summary:
        "How the machine translation service stands: queue, budget of the month, pauses, offices that forbid it.",
      async handle(call) {
        const { house } = call;
        const { name, budget } = house.machine;
        const service = { name, budget, health: await house.machine.health() };
        return { json: await readMachineQueue(house, userOfCall(call), service, sayIn(call)) };
      },
    }),
    route({
      method: "post",
      path: "/machine/again",
      access: "administerNetwork",
      summary: "Try a stopped or paused machine translation service again now.",
      async handle({ house }) {
        await house.machine.wake();
        return { status: 202, json: {} };
      },
    }),
    route({
      method: "get",
      path: "/postings/:code/machine",
      access: "read",
      summary: "How machine translation of a posting stands, language by language.",
      handle: async (call) => ({ json: await answerOf(call) }),
    }),
    route({
      method: "post",
      path: "/postings/:code/machine",
      access: "translate",
      summary: "Ask for machine drafts of what is not yet translated; answers at once, drafts come later.",
      body: z.object({ locales: locales.exactOptional() }),
      async handle(call) {
        const { house, body } = call;
        const wanted = body.locales ?? house.locales;
        const unknown = wanted.find((one) => !house.locales.includes(one));
        if (unknown !== undefined) throw new Refusal("notFound", { what: "locale", id: unknown });
        // The right is looked at first: whoever may not translate learns nothing of the service.
        await mayAskMachine(house, userOfCall(call), codeOf(call));
        if (house.machine.name === null) throw new Refusal("translatorOff");
        await askMachine(house, userOfCall(call), codeOf(call), wanted);
        await house.machine.wake();
        return { status: 202, json: await answerOf(call) };
      },
    }),
    route({
      method: "put",
      path: "/offices/:office/machine",
      access: "administer",
      summary: "Allow or forbid that an office's texts go to the machine translation service.",
      body: z.object({ allowed: z.boolean() }),
      async handle(call) {
        await allowMachine(call.house, userOfCall(call), call.params.office ?? "", call.body.allowed);
        return { json: { office: call.params.office, allowed: call.body.allowed } };
      },
    }),
    route({
      method: "post",
      path: "/machine/callbacks/:secret/:kind",
      access: "public",
      otherSystems: true,
      bodyLimit: "64kb",
      summary:
        "Where a translation service that answers later brings its answer; the secret in the address is new for every request.",
      body: z.looseObject({}),
      async handle({ house, params, body }) {
        const kind = ANSWER_KINDS.find((one) => one === params.kind);
        const secret = params.secret ?? "";
        if (kind === undefined || !/^[\w-]{43}$/.test(secret) || !(await house.machine.take(secret, kind, body)))
          throw new Refusal("notFound", { what: "request" });
        return { status: 204 };
      },
    }),
  ];
}

type Asked = Pick<Call<unknown, unknown>, "house" | "user" | "params" | "locale">;

const codeOf = ({ params }: Asked) => (params.code ?? "").toUpperCase();

/** A problem in the reader's language. */
function sayIn({ house, locale }: Pick<Asked, "house" | "locale">): (problem: TranslatorProblem) => string {
  const { t } = house.words(locale);
  return (problem) => t(`refusals:problems.${problem}`);
}

async function answerOf(call: Asked) {
  const { house } = call;
  const { name, budget } = house.machine;
  const service = { name, budget, health: await house.machine.health() };
  return readMachine(house, userOfCall(call), codeOf(call), service, sayIn(call));
}
