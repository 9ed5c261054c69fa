import { describe, expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan';
import { changesBetween } from '../../../web/src/plan/differences/changes.ts';
import { asksFirst } from '../../../web/src/plan/editing/asks-first.ts';
import { plan } from '../../plan.ts';

const [first, ...others] = plan.steps;
if (!first) throw new Error('The plan of the tests has steps');
const asks = (facts: Partial<Plan>) => asksFirst(changesBetween(plan, { ...plan, ...facts }), []);
const withFirst = (facts: Partial<typeof first>) => ({
  steps: [{ ...first, ...facts }, ...others],
});

describe('saving asks first', () => {
  it.each<[string, Partial<Plan>]>([
    ['a step is moved', withFirst({ offsetDays: -3 })],
    ['a step leaves at another hour', withFirst({ at: '10:00' })],
    ['a step is switched off', withFirst({ enabled: false })],
    ['a step goes to the held out too', withFirst({ toHeldOut: true })],
    ['a step is deleted', { steps: others }],
    ['the holdout changes', { holdoutPercent: 10 }],
    ['all who pay are told', { paidText: { ...plan.paidText, enabled: true } }],
    ['quiet hours change', { quietHours: { from: '19:00', to: '08:00' } }],
    ['quiet days change', { quietDays: [] }],
    ['a holiday is added', { holidays: { add: ['2026-11-16'], remove: [] } }],
    ['the budget changes', { monthlyBudgetRupiah: 1_000_000 }],
  ])('where %s', (_, facts) => expect(asks(facts)).toBe(true));

  it.each<[string, Partial<Plan>]>([
    ['a word in a text changes', withFirst({ texts: { ...first.texts, id: 'Yth. {name}.' } })],
    ['a text may have two parts', withFirst({ maxParts: 2 })],
    ['texts are caught up with for longer', { catchUpDays: 2 }],
  ])('not where %s', (_, facts) => expect(asks(facts)).toBe(false));

  it('whatever changes, where a step has passed for somebody', () =>
    expect(
      asksFirst(
        [],
        [
          {
            ...{ step: 'before', month: '2026-11', zone: 'Asia/Jakarta', date: '2026-11-10' },
            ...{ workers: 3, textedOn: '2026-11-11' },
          },
        ],
      ),
    ).toBe(true));
});
