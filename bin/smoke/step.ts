import type { Instant } from '#domain/calendar/dates';
import type { Answer, Call } from '../http-call.ts';

/** What the steps need to know of the stage beforehand. */
export type Given = Readonly<{
  /** The console's address, without a slash at its end; the API is below it. */
  url: string;
  token: string;
  webhookSecret: string;
  /** Our clock, where the stage does not tell its own. */
  now: Instant;
}>;

/** What came before and was no refusal, by the name of its step. */
export type Answers = ReadonlyMap<string, Answer>;

export type Asked = Call & Readonly<{ url: string }>;

export type Step = Readonly<{
  name: string;
  expected: string;
  /** Null where an earlier step did not answer what this one needs. */
  ask(given: Given, answers: Answers): Asked | null;
  holds(answer: Answer): boolean;
}>;

export type Outcome = Readonly<{ name: string; expected: string; came: string; holds: boolean }>;

/** Runs all steps, one after the other, whatever comes of each. */
export async function runSteps(
  steps: readonly Step[],
  given: Given,
  call: (asked: Asked) => Promise<Answer>,
): Promise<readonly Outcome[]> {
  const answers = new Map<string, Answer>();
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const asked = step.ask(given, answers);
    const answer = asked && (await call(asked).catch((error: Error) => error));
    outcomes.push(outcomeOf(step, answer));
    if (answer && !(answer instanceof Error) && answer.status < 400) answers.set(step.name, answer);
  }
  return outcomes;
}

function outcomeOf({ name, expected, holds }: Step, answer: Answer | Error | null): Outcome {
  const told = (came: string, isWell: boolean) => ({ name, expected, came, holds: isWell });
  if (!answer) return told('not asked: an earlier answer lacked what it needs', false);
  if (answer instanceof Error) return told(answer.message, false);
  return told(inWords(answer), holds(answer));
}

/** The status, and the sentence of a refusal. Nothing else: an answer can name people. */
function inWords({ status, body }: Answer): string {
  const { error } = contentOf<{ error?: { message?: string } }>(body) ?? {};
  return error?.message ? `${status}: ${error.message}` : String(status);
}

/** The JSON of an answer; undefined where there is none. */
export function contentOf<T>(body: string | undefined): Partial<T> | undefined {
  try {
    return JSON.parse(body ?? '') as Partial<T>;
  } catch {
    return undefined;
  }
}

export const asUser = ({ token }: Given) => ({ authorization: `Bearer ${token}` });
export const json = { 'content-type': 'application/json' } as const;
