/** The caller's fault, shown to them with its HTTP status: what was wrong, with which value, and what would be right. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(code: RefusalCode, sentence: string, fields?: Readonly<Record<string, string>>) {
    super(sentence);
    this.code = code;
    this.fields = fields;
  }
}

export const refusalStatus = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof refusalStatus;
