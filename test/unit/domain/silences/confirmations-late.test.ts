import { expect, it } from 'vitest';
import { minutesWaiting } from '#domain/silences/confirmations-late';
import { settings } from '../../../builders.ts';
import { planWith } from '../../flows/given.ts';

/** In Jakarta; Wednesday 11 November 2026 where no other day is given. */
const at = (time: string, date = '2026-11-11'): string =>
  new Date(`${date}T${time}:00+07:00`).toISOString();
const october = '2026-10-01T00:00:00.000Z';

type Change = readonly [at: string, paused: boolean];
const versionsOf = (...changes: readonly Change[]) =>
  [[october, false] as Change, ...changes]
    .map(([savedAt, paused]) => ({ plan: planWith({ paused }), savedAt, savedBy: 'admin' }))
    .reverse();

const waited = (recordedAt: string, now: string, ...changes: readonly Change[]): number =>
  minutesWaiting(recordedAt, {
    zone: 'Asia/Jakarta',
    now,
    versions: versionsOf(...changes),
    settings,
    remindersUntil: '',
  });

it.each<[string, number, number]>([
  ['paid at nine, half past ten', waited(at('09:00'), at('10:30')), 90],
  ['paid at nine, at once', waited(at('09:00'), at('09:00')), 0],
  ['paid in the night, half past eight', waited(at('22:00', '2026-11-10'), at('08:30')), 30],
  ['paid yesterday at noon, half past eight', waited(at('12:00', '2026-11-10'), at('08:30')), 30],
  ['paid at 19:00, at night', waited(at('19:00'), at('21:00')), 0],
  ['paid on Saturday, on Sunday', waited(at('12:00', '2026-11-14'), at('14:00', '2026-11-15')), 0],
  ['paid on Sunday, on Monday', waited(at('12:00', '2026-11-15'), at('10:00', '2026-11-16')), 120],
  ['paid at nine, paused', waited(at('09:00'), at('12:00'), [at('11:00'), true]), 0],
  [
    'paid at nine, paused at ten, resumed at two, at three',
    waited(at('09:00'), at('15:00'), [at('10:00'), true], [at('14:00'), false]),
    60,
  ],
  [
    'a change of the plan since is no pause',
    waited(at('09:00'), at('12:00'), [at('11:00'), false]),
    180,
  ],
  ['a payment from the future, by a clock that is ahead', waited(at('10:00'), at('09:00')), 0],
])('%s', (_, minutes, expected) => {
  expect(minutes).toBe(expected);
});

const noon = { zone: 'Asia/Jakarta', now: at('12:00'), settings } as const;

it('while reminders leave nothing is late', () => {
  const versions = versionsOf();
  const paidAtNine = (remindersUntil: string) =>
    minutesWaiting(at('09:00'), { ...noon, versions, remindersUntil });
  expect([paidAtNine(at('08:00')), paidAtNine(at('11:50'))]).toEqual([180, 10]);
});

it('without a plan nothing waits', () => {
  expect(minutesWaiting(at('09:00'), { ...noon, versions: [], remindersUntil: '' })).toBe(0);
});
