import * as z from 'zod';
import type { Reading } from '#domain/csv/column';
import { type Issue, type Problem, problem } from '#domain/problem';

/** A schema's own message can only be a text: `issuesOf` reads this JSON back. */
export const message = (found: Problem): string => JSON.stringify(found);

export const readBy = <T extends object>(parse: (text: string) => T | Problem) =>
  z.string().transform((text, context): T => {
    const parsed = parse(text);
    if (!isProblem(parsed)) return parsed;
    context.addIssue({ code: 'custom', message: message(parsed) });
    return z.NEVER;
  });

/** What the schema takes, read by a rule that the API shares with files. */
export const read = <In, Out>(schema: z.ZodType<In>, rule: (given: In) => Reading<Out>) =>
  schema.transform((given, context): Out => {
    const reading = rule(given);
    if ('value' in reading) return reading.value;
    context.addIssue({ code: 'custom', message: message(reading) });
    return z.NEVER;
  });

const isProblem = (parsed: object): parsed is Problem => 'reason' in parsed;

/** An answer has to stay readable, and has to fit into what Lambda may answer. */
const most = { issues: 100, characters: 100 } as const;

/** Up to a hundred: the problem in a schema's message, or one made from the library's finding. */
export function issuesOf({ issues }: z.ZodError, input: unknown): readonly Issue[] {
  const found = issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) =>
        issueAt([...path, key.slice(0, most.characters)], problem('unknown-field')),
      );
    const isMissing = issue.code !== 'custom' && path.reduce(valueIn, input) === undefined;
    if (isMissing) return [issueAt(path, problem('missing'))];
    return [issueAt(path, ownProblem(issue.message) ?? problemOf(issue))];
  });
  // A negative fraction of a rupiah breaks two rules with one message.
  const each = [...new Map(found.map((issue) => [`${issue.path} ${issue.code}`, issue])).values()];
  const more = each.length - most.issues;
  if (more <= 0) return each;
  return [...each.slice(0, most.issues), issueAt([], problem('more-faults', { more }))];
}

const issueAt = (path: readonly string[], found: Problem): Issue => ({
  path: path.join('.'),
  ...found,
});

export const valueIn = (value: unknown, name: string): unknown =>
  (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];

/** The problem that went through a schema's message; null where that is a text of its own. */
export const ownProblem = (text: string): Problem | null =>
  text.startsWith('{"code"') ? (JSON.parse(text) as Problem) : null;

function problemOf(issue: z.core.$ZodIssue): Problem {
  const isText = 'origin' in issue && issue.origin === 'string';
  if (issue.code === 'invalid_value')
    return problem('not-one-of', { choices: issue.values.map(String) });
  if (issue.code === 'invalid_type') return problem('wrong-type', { expected: issue.expected });
  if (issue.code === 'too_small')
    return isText ? problem('empty-text') : problem('too-small', { least: Number(issue.minimum) });
  if (issue.code === 'too_big')
    return isText
      ? problem('long-text', { most: Number(issue.maximum) })
      : problem('too-big', { most: Number(issue.maximum) });
  return problem('not-valid');
}
