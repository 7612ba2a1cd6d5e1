// eTranslation REST v2: Basic authorisation, a requestId at once, the text later at the addresses named. Tests say which answers are sent.
import { fakeService, translateMarked } from "./fakeService.ts";

export const KEY = "bacheca:segreto-e1";

export interface Handed {
  readonly requestId: number;
  readonly text: string;
  readonly target: string;
  readonly success: string;
  readonly failure: string;
  readonly delivery: string;
}

export async function fakeETranslation() {
  const handed: Handed[] = [];
  const how = { errorCode: null as number | null };
  const service = await fakeService(({ path, headers, body }) => {
    if (headers.authorization !== `Basic ${Buffer.from(KEY).toString("base64")}`) return { status: 401, json: {} };
    if (path !== "/etranslation/api/askTranslate") return { status: 404, json: {} };
    if (how.errorCode !== null) return { status: 200, json: { errorCode: how.errorCode, errorMessage: "no" } };
    const asked = body as {
      textToTranslate: string;
      sourceLanguage: string;
      targetLanguages: string[];
      notifications: { success: { http: string }; failure: { http: string } };
      deliveries: { http: string };
    };
    if (asked.textToTranslate.length > 5000 || asked.sourceLanguage !== "IT") return { status: 400, json: {} };
    const requestId = 1000 + handed.length;
    const { success, failure } = asked.notifications;
    const [target = ""] = asked.targetLanguages;
    handed.push({
      requestId,
      text: asked.textToTranslate,
      target,
      success: success.http,
      failure: failure.http,
      delivery: asked.deliveries.http,
    });
    return { status: 200, json: { requestId } };
  });
  const post = (url: string, body: unknown) =>
    fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }).then(
      ({ status }) => status,
    );
  const said = ({ requestId, target }: Handed) => ({ requestId, externalReference: "1", targetLanguage: target });
  return {
    service,
    handed,
    how,
    succeed: (one: Handed, text = translateMarked(one.text)) =>
      post(one.success, { ...said(one), translatedText: text }),
    deliver: (one: Handed, text = translateMarked(one.text)) => post(one.delivery, { ...said(one), result: text }),
    fail: (one: Handed) =>
      post(one.failure, { ...said(one), errorCode: -20021, errorMessage: "no", targetLanguages: [one.target] }),
    post,
  };
}
