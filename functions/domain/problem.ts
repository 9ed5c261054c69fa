import { fileProblems } from '#domain/csv/file-problems';
import { importProblems } from '#domain/imports/import-problems';
import { paymentProblems } from '#domain/payments/payment-problems';
import { workerProblems } from '#domain/people/worker-problems';
import { planProblems } from '#domain/plan/checks/plan-problems';
import { requestProblems } from '#domain/request-problems';

const problems = {
  ...requestProblems,
  ...fileProblems,
  ...workerProblems,
  ...paymentProblems,
  ...importProblems,
  ...planProblems,
};
type Problems = typeof problems;

export type ProblemCode = keyof Problems;
export type ValuesOf<Code extends ProblemCode> =
  Parameters<Problems[Code]> extends [infer Values] ? Values : Readonly<Record<string, never>>;

/** `code` and `values` for programs; `reason` ends a sentence about a field, or is a whole one. */
export type Problem = Readonly<{ code: ProblemCode; values: object; reason: string }>;

/** `path` such as `steps.2.at`, '' for the whole. `value`: what was sent, as JSON; never logged. */
export type Issue = Problem & Readonly<{ path: string; value?: string }>;

export function problem<Code extends ProblemCode>(
  code: Code,
  ...[given]: Parameters<Problems[Code]>
): Problem {
  const values: object = given ?? {};
  return { code, values, reason: (problems[code] as (values: object) => string)(values) };
}

export const sentenceOf = ({ value, reason }: Issue): string =>
  value === undefined ? reason : `${value} ${reason}`;
