import { describe, expect, it } from 'vitest';
import {
  type AttentionFilter,
  attentionTotals,
  everything,
  type Filtered,
  isAskedFor,
} from '#domain/attention/attention-filter';

const text = { province: 'Papua', group: 'Ojek Sentani', step: 'before', reason: 'no-reason' };
const slice = { provinces: { Papua: 3, Maluku: 2, '': 1 }, step: 'eve', reason: null, count: 6 };
const paid = { province: null, group: null, flags: ['too-little', 'future'], amount: 5_000 };

it.each<[boolean, Filtered, Partial<AttentionFilter>]>([
  [true, text, {}],
  [true, text, { province: 'Papua', group: 'Ojek Sentani', step: 'before', reason: 'no-reason' }],
  [false, text, { province: 'Maluku' }],
  [false, text, { province: 'Papua', group: 'Koperasi' }],
  [false, { ...text, group: undefined as never }, { group: 'Ojek Sentani' }],
  [true, slice, { province: 'Maluku' }],
  [false, slice, { province: 'Bali' }],
  [false, slice, { reason: 'paused' }],
  [true, paid, { reason: 'future' }],
  [false, paid, { reason: 'ended' }],
  [false, paid, { province: 'Papua' }],
  [true, paid, { amountFrom: 5_000 }],
  [false, paid, { amountFrom: 5_001 }],
  [false, text, { amountFrom: 0 }],
])('it is %s that %j is asked for with %j', (is, item, asked) => {
  expect(isAskedFor(item, { ...everything, ...asked })).toBe(is);
});

describe('the totals', () => {
  const items: readonly Filtered[] = [text, text, { ...text, province: 'Bali' }, slice, paid];

  it('count items, and of a slice all whom it missed', () => {
    expect(attentionTotals(items, everything)).toMatchObject({ items: 5, workers: 10 });
  });

  it('of a province count of a slice those of the province alone', () => {
    const papua = { ...everything, province: 'Papua' };
    expect(attentionTotals(items, papua)).toMatchObject({ items: 3, workers: 5 });
  });

  it('say what there is to choose among, the most frequent first, whatever is asked for', () => {
    const { choices } = attentionTotals(items, { ...everything, province: 'Bali' });
    expect(choices).toEqual({
      province: [
        { value: 'Papua', items: 3 },
        { value: 'Bali', items: 1 },
        { value: 'Maluku', items: 1 },
      ],
      group: [{ value: 'Ojek Sentani', items: 3 }],
      step: [
        { value: 'before', items: 3 },
        { value: 'eve', items: 1 },
      ],
      reason: [
        { value: 'no-reason', items: 3 },
        { value: 'future', items: 1 },
        { value: 'too-little', items: 1 },
      ],
    });
  });
});
