import { type Issue, type Problem, problem, sentenceOf } from '#domain/problem';

/** The caller's fault, or `busy`: says what was wrong, with which value, and what is right. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly issues: readonly Issue[];

  constructor(code: RefusalCode, sentence: string, issues: readonly Issue[] = []) {
    super(sentence);
    this.code = code;
    this.issues = issues;
  }
}

export const refusalStatus = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  busy: 503,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof refusalStatus;

/** `code` decides the HTTP status. An issue without a path is about the whole request. */
export function refused(
  code: RefusalCode,
  ...found: readonly (Problem & Partial<Pick<Issue, 'path' | 'value'>>)[]
): Refused {
  const issues = found.map((each) => ({ path: '', ...each }));
  const sentences = issues.map((issue) =>
    issue.path ? `${issue.path}: ${sentenceOf(issue)}` : sentenceOf(issue),
  );
  return new Refused(code, sentences.join('; '), issues);
}

/** Too much at once: whoever calls may call again in a few seconds. */
export const busy = (): Refused => refused('busy', problem('busy'));

/** As the API shows it: `fields` are the sentences by path. */
export function errorOf({ code, message, issues }: Refused): object {
  const fields = Map.groupBy(
    issues.filter(({ path }) => path),
    ({ path }) => path,
  );
  const sentences = [...fields].map(([path, each]) => [path, each.map(sentenceOf).join('; ')]);
  return {
    code,
    message,
    ...(fields.size > 0 ? { fields: Object.fromEntries(sentences) } : {}),
    issues,
  };
}
