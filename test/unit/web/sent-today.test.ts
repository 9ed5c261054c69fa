import { expect, it } from 'vitest';
import { sentToday } from '#web/src/today/sent';

const run = (step: string, sent?: number) => ({
  step,
  counts: { skipped: { stopped: 7 }, failed: 3, ...(sent === undefined ? {} : { sent }) },
});

it.each<[string, ReturnType<typeof run>[], object]>([
  ['nothing', [], { all: 0, reminders: 0, confirmations: 0 }],
  ['a run that has sent none yet', [run('before')], { all: 0, reminders: 0, confirmations: 0 }],
  [
    'two zones of a step, and confirmations of both',
    [run('before', 100), run('before', 5), run('paid', 4), run('paid', 1)],
    { all: 110, reminders: 105, confirmations: 5 },
  ],
  ['confirmations alone', [run('paid', 2)], { all: 2, reminders: 0, confirmations: 2 }],
])('of %s', (_, runs, sent) => expect(sentToday(runs)).toEqual(sent));
