import { expect, it } from 'vitest';
import { type Zone, zones } from '#domain/calendar/zones';
import { firstPlan } from '#domain/plan/first-plan';
import type { Slice } from '#domain/sending/slice';
import { type Sending, whyWait } from '../../../bin/deploy/sending.ts';
import { settings } from '../../builders.ts';

const plan = firstPlan({ paused: false });
const [jakarta, makassar, jayapura] = zones;

/** On Wednesday 11 November 2026, five days before the due date, a step is due at 09:00. */
const slice = (zone: Zone, state: Slice['state'], date = '2026-11-11') => ({
  ...{ zone, state, date, time: '09:00', step: 'before' },
});
const done = (...of: readonly Zone[]) => of.map((zone) => slice(zone, 'finished'));
const due = (zone: Zone) => `At 09:00 in ${zone} texts are due.`;
const leaving = (zone: Zone) => `Not all texts of 2026-11-11 09:00 in ${zone} have left.`;

it.each<[string, string, Sending['slices'], readonly string[]]>([
  ['36 minutes before the first firing', '2026-11-11T06:24', [], []],
  ['30 minutes before it', '2026-11-11T06:30', [], [due(jayapura)]],
  ['five minutes before the last', '2026-11-11T08:55', done(jayapura, makassar), [due(jakarta)]],
  [
    'after it, when nothing has begun',
    '2026-11-11T09:05',
    done(jayapura, makassar),
    [due(jakarta)],
  ],
  [
    'while its texts leave',
    '2026-11-11T09:05',
    [...done(jayapura, makassar), slice(jakarta, 'open'), slice(jakarta, 'finished')],
    [leaving(jakarta)],
  ],
  ['when all are sent', '2026-11-11T09:05', done(...zones), []],
  [
    'while rows of those who were missed are written',
    '2026-11-11T20:05',
    zones.map((zone) => slice(zone, 'closing')),
    [],
  ],
  ['at night, when open slices wait', '2026-11-11T20:05', [slice(jakarta, 'open')], []],
  ['before they go on', '2026-11-12T07:30', [slice(jakarta, 'open')], [leaving(jakarta)]],
  ['on a Sunday, when they wait', '2026-11-15T08:55', [slice(jakarta, 'open', '2026-11-14')], []],
  ['on a day without a step', '2026-11-12T08:55', [], []],
])('%s', (_, time, slices, why) => {
  expect(whyWait({ now: utc(time), plan, slices }, settings)).toEqual(why);
});

it('nothing leaves while the plan is paused, whatever is open or due', () => {
  const slices = [slice(jakarta, 'open')];
  const paused = { ...plan, paused: true };
  expect(whyWait({ now: utc('2026-11-11T08:55'), plan: paused, slices }, settings)).toEqual([]);
});

it('a step that is switched off fires at nobody', () => {
  const steps = plan.steps.map((step) => ({ ...step, enabled: step.id !== 'before' }));
  const off = { ...plan, steps };
  expect(whyWait({ now: utc('2026-11-11T08:55'), plan: off, slices: [] }, settings)).toEqual([]);
});

const utc = (inJakarta: string): string => new Date(`${inJakarta}:00+07:00`).toISOString();
