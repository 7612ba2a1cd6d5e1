// LibreTranslate as its own source answers: key in the body, an array for an array, {"error"} otherwise.
import { fakeService, translateMarked } from "./fakeService.ts";

export const KEY = "libre-key-5f1e";

export function fakeLibreTranslate() {
  return fakeService(({ method, path, body }, service) => {
    if (method === "GET" && path === "/languages")
      return { status: 200, json: [{ code: "it", name: "Italian", targets: ["en", "fr", "de", "it"] }] };
    if (method !== "POST" || path !== "/translate") return { status: 404, json: { error: "Not found" } };
    if (body.api_key !== KEY) return { status: 403, json: { error: "Invalid API key" } };
    const { q, source, target, format } = body;
    if (!Array.isArray(q) || source !== "it" || typeof target !== "string" || format !== "html")
      return { status: 400, json: { error: "Invalid request" } };
    return { status: 200, json: { translatedText: service.alter(q.map((text) => translateMarked(String(text)))) } };
  });
}
