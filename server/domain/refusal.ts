// An expected "no": a code, its details, and a plain sentence per locale in locales/<locale>/refusals.json. Anything else thrown is a bug.
// Thrown by domain and services; turned into an answer by http, sockets and the command line.

export const REFUSALS = {
  invalidInput: 400,
  signInRequired: 401,
  wrongCredentials: 401,
  displayUnknown: 401,
  displayRevoked: 401,
  secondFactorRequired: 401,
  wrongCode: 401,
  passwordMustChange: 403,
  notAllowed: 403,
  gatewayRefused: 403,
  notFound: 404,
  unknownCode: 404,
  unknownPairing: 404,
  changedMeanwhile: 409,
  wrongState: 409,
  stopped: 409,
  lastAdministrator: 409,
  loginTaken: 409,
  secondPersonNeeded: 409,
  gone: 410,
  tooLarge: 413,
  tooManyTries: 429,
  printerBusy: 503,
  printerUnavailable: 503,
  speechUnavailable: 503,
  publicUrlMissing: 503,
  gatewayUnavailable: 503,
  attachmentRefused: 422,
  importUnreadable: 422,
  importRefused: 422,
  incomplete: 422,
  checksBlock: 422,
  sourceChanged: 409,
  translationErrors: 422,
  exchangeUnreadable: 422,
  translatorOff: 409,
  backupUnreadable: 422,
  fileExists: 409,
  placeNotEmpty: 409,
  newerSchema: 500,
  storeUnavailable: 503,
  /** No room left where the data are kept. */
  storeFull: 507,
  overloaded: 503,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** What a sentence needs to be exact; texts and numbers only, so it can be shown as it is. */
export type RefusalDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** The shape every surface answers with: HTTP body and socket acknowledgement alike. */
export interface RefusalShape {
  readonly refusal: RefusalCode;
  readonly details: RefusalDetails;
  /** Cause and remedy in the reader's language; filled in by the presenter. */
  readonly sentence?: string;
}

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return REFUSALS[this.code];
  }
}
