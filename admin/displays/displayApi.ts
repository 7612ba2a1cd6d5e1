// The calls about screens and urgent notices; beside api.ts, fetched only with these pages. Called by admin/displays.
import type { Display, Wish } from "../../server/domain/display.ts";
import type {
  ChangeDisplayBody,
  DisplaysAnswer,
  PairBody,
  PictureAnswer,
  UrgentBody,
  UrgentsAnswer,
} from "../../server/domain/displayContract.ts";
import { call } from "../api.ts";

export const displayApi = {
  displays: () => call<DisplaysAnswer>("GET", "/displays"),
  pair: (body: PairBody) => call<{ readonly display: Display }>("POST", "/displays/pair", body),
  change: (id: string, body: ChangeDisplayBody) => call<{ readonly display: Display }>("PUT", `/displays/${id}`, body),
  ask: (id: string, kind: Wish["kind"]) => call<null>("POST", `/displays/${id}/wish`, { kind }),
  picture: (id: string) => call<PictureAnswer>("GET", `/displays/${id}/picture`),
  revoke: (id: string) => call<null>("DELETE", `/displays/${id}`),
  urgents: () => call<UrgentsAnswer>("GET", "/urgents"),
  raise: (body: UrgentBody) => call<null>("POST", "/urgents", body),
  confirm: (id: string) => call<null>("POST", `/urgents/${id}/confirm`),
  end: (id: string, back = false) => call<null>("POST", `/urgents/${id}/end`, { back }),
};
