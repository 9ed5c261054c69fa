const listed = (words: readonly string[]): string => words.join(', ');

export const requestProblems = {
  missing: () => 'is missing',
  'unknown-field': () => 'is not a field that is known here: see how it is spelled',
  'wrong-type': ({ expected }: { expected: string }) => `is not of the type ${expected}`,
  'not-one-of': ({ choices }: { choices: readonly string[] }) => `is not one of ${listed(choices)}`,
  'empty-text': () => 'is empty',
  'long-text': ({ most }: { most: number }) => `is longer than ${most} characters`,
  'too-small': ({ least }: { least: number }) => `is less than ${least}`,
  'too-big': ({ most }: { most: number }) => `is more than ${most}`,
  'not-valid': () => 'is not valid',
  'more-faults': ({ more }: { more: number }) => `There are ${more} more faults`,
  'body-too-large': ({ characters, most }: { characters: number; most: number }) =>
    `The body has ${characters} characters: at most ${most} are read`,
  'too-nested': ({ most }: { most: number }) => `The body is nested deeper than ${most} levels`,
  'not-json': () => 'The body is not JSON',
  'not-a-date': () => 'is not a date such as 2026-11-16',
  'not-a-month': () => 'is not a month such as 2026-11',
  'not-an-instant': () => 'is not a time such as 2026-11-11T09:30:00+07:00',
  'not-true-or-false': () => 'is neither true nor false',
  'not-whole-rupiah': () => 'is not an amount in whole rupiah',
  'not-a-version': () => 'is not a version such as 3',
  'not-a-line-number': () => 'is not a whole number above 0',
  'not-a-cursor': () => 'is not a cursor of this list: take the next one that the list gave',
  'not-a-worker-id': () => 'Not a worker id: expected wrk_ and 20 hex digits',
  'before-from': ({ from }: { from: string }) => `is before from, ${from}`,
  'too-many-months': ({ most }: { most: number }) => `is more than ${most} months after from`,
  'too-many-days': ({ days, most }: { days: number; most: number }) =>
    `makes it ${days} days: ask for at most ${most}`,
  'still-to-come': ({ today }: { today: string }) => `is still to come: today is ${today}`,
  'has-passed': ({ today }: { today: string }) => `has passed: today is ${today}`,
  'no-such-call': ({ call }: { call: string }) => `There is no ${call}`,
  'no-role': ({ needed }: { needed: readonly string[] }) =>
    `This call is for ${listed(needed)}: you have none of these roles`,
  'not-an-access-token': () => 'Sign in with an access token: this one is of another use',
  'bad-signature': ({ problem }: { problem: string }) => `The signature is not valid: ${problem}`,
  'no-such-worker': ({ workerId }: { workerId: string }) =>
    `There is no worker ${workerId}: look them up by phone or NIK`,
  busy: () =>
    'Too much is being written here at this moment: try again in a few seconds. The same call ' +
    'again is safe',
  'worker-busy': ({ workerId }: { workerId: string }) =>
    `Worker ${workerId} is being changed by others at this moment: try again`,
  'changed-meanwhile': () => 'was changed by others meanwhile: read the worker again',
  'not-one-sought': () =>
    'Look for exactly one of phone, nik, workerId, and name with its province',
  'name-too-short': () => 'has to be two letters of a name or more',
  'no-such-run': ({ runId }: { runId: string }) =>
    `There is no run ${runId}: GET /api/runs?date= lists them`,
  'not-halted': ({ date, step }: { date: string; step: string }) =>
    `The step ${step} of ${date} has not halted itself: GET /api/runs?date= lists those that have`,
  'step-is-gone': ({ step, version }: { step: string; version: number }) =>
    `The step ${step} is not in version ${version} of the plan: its texts can only be left unsent`,
  'no-such-item': ({ id, kind }: { id: string; kind: string }) =>
    `There is no ${id} among what is ${kind}: somebody has dealt with it already, or it has ` +
    'resolved itself',
  'not-id-or-ids': () => 'Name the items by exactly one of id and ids',
  'note-of-nobody': () =>
    'is kept with the worker whom an item is about: a missed slice is about many, and has none',
  'note-has-number': () =>
    'has a number as long as a phone or a NIK: it is kept, so leave the number out',
  'unmatched-stays': () =>
    'An unmatched payment stays on the list until it is matched with its worker, or reversed',
} as const;
