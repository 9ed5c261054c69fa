import { fileProblems } from '#domain/csv/file-problems';
import { paymentProblems } from '#domain/payments/payment-problems';
import { workerProblems } from '#domain/people/worker-problems';
import { planProblems } from '#domain/plan/plan-problems';
import { requestProblems } from '#domain/request-problems';

/** Everything that can be wrong with what somebody sent: its code, the values in its sentence, and the sentence in English. */
const problems = {
  ...requestProblems,
  ...fileProblems,
  ...workerProblems,
  ...paymentProblems,
  ...planProblems,
};
type Problems = typeof problems;

export type ProblemCode = keyof Problems;
export type ValuesOf<Code extends ProblemCode> =
  Parameters<Problems[Code]> extends [infer Values] ? Values : Readonly<Record<string, never>>;

/** `code` and `values` are for programs, `reason` for people without one: the end of a sentence about a field, or a whole one. */
export type Problem = Readonly<{ code: ProblemCode; values: object; reason: string }>;

/** A problem and where it is: `steps.2.at`, or '' for the whole. `value` is what stands there, as JSON; shown to who sent it, never logged. */
export type Issue = Problem & Readonly<{ path: string; value?: string }>;

export function problem<Code extends ProblemCode>(
  code: Code,
  ...[given]: Parameters<Problems[Code]>
): Problem {
  const values: object = given ?? {};
  return { code, values, reason: (problems[code] as (values: object) => string)(values) };
}

/** What is wrong with a field, as the end of a sentence that begins with what stands there. */
export const sentenceOf = ({ value, reason }: Issue): string =>
  value === undefined ? reason : `${value} ${reason}`;
