import type { Aged } from '#domain/renewals/ageing';
import type { MembersOfMonth } from '#domain/renewals/members';
import type { MembersAnswer } from '#flows/renewals/show-renewals';
import { count, percent, rupiah } from '../numbers.ts';
import { table, wrapped } from './table.ts';

/** Members month by month and what is unpaid by age, for a terminal. */
export const membersText = ({ items, ageing }: MembersAnswer): string =>
  [
    `Members, month by month\n\n${membersTable(items)}`,
    wrapped(
      'closing: opening + joined + rejoined (had lapsed, and paid) - lapsed - left. active: ' +
        'those of closing who are covered through the month or later. received and expected: for ' +
        'that very month, whenever it was paid; expected of all members on its due date; ' +
        'collected: the share of it that was received.',
    ),
    `What is unpaid, by age\n\n${ageingTable(ageing)}`,
    wrapped(
      'Days since the due date of the oldest unpaid month. Workers stand once, with all that they ' +
        'owe.',
    ),
  ].join('\n\n');

const membersTable = (items: readonly MembersOfMonth[]): string =>
  table(
    [
      { head: 'month', words: true },
      ...[
        'open-\ning',
        'joined',
        're-\njoined',
        'lapsed',
        'left',
        'clos-\ning',
        'active',
        'received',
        'expected',
        'col-\nlected',
      ].map((head) => ({
        head,
      })),
    ],
    items.map(({ month, opening, joined, rejoined, lapsed, left, closing, active, collection }) => [
      month,
      ...[opening, joined, rejoined, lapsed, left, closing, active].map(count),
      ...[rupiah(collection.received), rupiah(collection.expected), percent(collection.rate)],
    ]),
  );

const ageingTable = (ageing: readonly Aged[]): string =>
  table(
    [{ head: 'days', words: true }, { head: 'workers' }, { head: 'amount' }],
    [
      ...ageing.map(({ bucket, workers, amount }) => [
        ages[bucket],
        count(workers),
        rupiah(amount),
      ]),
      ['together', count(sumOf(ageing, 'workers')), rupiah(sumOf(ageing, 'amount'))],
    ],
  );

const ages = {
  'not-due': 'not due yet',
  '1-30': '1 to 30',
  '31-60': '31 to 60',
  '61-to-lapse': '61 to lapse',
} as const satisfies Record<Aged['bucket'], string>;

const sumOf = (ageing: readonly Aged[], of: 'workers' | 'amount'): number =>
  ageing.reduce((sum, aged) => sum + aged[of], 0);
