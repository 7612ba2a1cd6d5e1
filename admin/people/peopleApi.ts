// The calls about people, rights and one's own access; beside api.ts, fetched only with these pages. Called by admin/people.
import type {
  ChangeUserBody,
  CreateUserBody,
  EnrolAnswer,
  PasswordAnswer,
  RecoveryAnswer,
  SecurityAnswer,
  UsersAnswer,
} from "../../server/domain/userContract.ts";
import { call } from "../api.ts";

const at = (login: string) => `/users/${encodeURIComponent(login)}`;

export const peopleApi = {
  users: () => call<UsersAnswer>("GET", "/users"),
  create: (body: CreateUserBody) => call<PasswordAnswer>("POST", "/users", body),
  change: (login: string, body: ChangeUserBody) => call<null>("PUT", at(login), body),
  move: (login: string, move: "disable" | "enable" | "gateway") => call<null>("POST", `${at(login)}/${move}`),
  resetPassword: (login: string) => call<PasswordAnswer>("POST", `${at(login)}/password`),
  endSessions: (login: string) => call<null>("DELETE", `${at(login)}/sessions`),
  security: () => call<SecurityAnswer>("GET", "/session/security"),
  endOthers: () => call<null>("DELETE", "/session/others"),
  endOther: (id: string) => call<null>("DELETE", `/session/others/${id}`),
  enrol: (password: string) => call<EnrolAnswer>("POST", "/session/second-factor", { password }),
  confirm: (code: string) => call<RecoveryAnswer>("POST", "/session/second-factor/confirm", { code }),
  removeSecondFactor: (password: string) => call<null>("DELETE", "/session/second-factor", { password }),
};
