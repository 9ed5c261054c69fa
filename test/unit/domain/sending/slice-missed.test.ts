import { expect, it } from 'vitest';
import type { Reminder } from '#domain/sending/reminder';
import { addMissed, missedCount } from '#domain/sending/slice-missed';
import { aReminder, at } from '../../../contract/builders.ts';

const missedIn = (province: string, facts: Partial<Reminder> = {}): Reminder =>
  aReminder({ status: 'missed', reason: null, province, ...facts });

it('whom a slice missed adds up by province, batch after batch, from its first moment on', () => {
  const first = addMissed(undefined, [missedIn('Bali', { at: at(3) }), missedIn('Papua')]);
  const after = addMissed(first, [missedIn('Bali', { at: at(9), reason: 'halted' })]);
  expect(after).toEqual({ at: at(3), reason: 'halted', provinces: { Bali: 2, Papua: 1 } });
  expect(after && missedCount(after)).toBe(3);
});

it.each<[string, Partial<Reminder>]>([
  ['paused', { reason: 'paused' }],
  ['rescheduled', { reason: 'rescheduled' }],
  ['sent', { status: 'sent' }],
  ['failed, which has an item of its own', { status: 'failed' }],
])('who was not missed, or on purpose, does not count: %s', (_, facts) => {
  expect(addMissed(undefined, [missedIn('Bali', facts)])).toBeUndefined();
});
