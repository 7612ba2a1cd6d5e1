// A chat server as Ollama and vLLM answer: bearer key, json_schema wanted, the reply as a string of JSON in choices[0].message.content.
import { fakeService, translateMarked } from "./fakeService.ts";

export const KEY = "sk-local-9c";

interface Texts {
  texts: { id: string; text: string }[];
}

export async function fakeOpenAi() {
  const how = { finish: "stop", reply: (texts: Texts["texts"]): unknown => ({ texts }) };
  const service = await fakeService(({ path, headers, body }, self) => {
    if (path !== "/v1/chat/completions") return { status: 404, json: { error: { message: "not found" } } };
    if (headers.authorization !== `Bearer ${KEY}`) return { status: 401, json: { error: { message: "key" } } };
    if (body.model !== "towerinstruct") return { status: 404, json: { error: { message: "model not found" } } };
    const format = body.response_format as { type?: string; json_schema?: { schema?: unknown } };
    if (format?.type !== "json_schema" || format.json_schema?.schema === undefined)
      return { status: 400, json: { error: { message: "format" } } };
    const messages = body.messages as { role: string; content: string }[];
    const { texts } = JSON.parse(messages.find(({ role }) => role === "user")?.content ?? "{}") as Texts;
    const said = self.alter(texts.map(({ text }) => translateMarked(text)));
    const content = JSON.stringify(how.reply(texts.map(({ id }, n) => ({ id, text: said[n] ?? "" }))));
    const message = { role: "assistant", content };
    return {
      status: 200,
      json: {
        id: "c1",
        object: "chat.completion",
        choices: [{ index: 0, message, finish_reason: how.finish }],
        usage: {},
      },
    };
  });
  return { service, how };
}
