import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { horizons } from '#domain/renewals/counting/months-kept';
import type { RenewalsAnswer } from '#flows/renewals/show-renewals';
import { count, interval, months, percent, points, rupiah, thousandths } from '../numbers.ts';
import { type Column, table, wrapped } from './table.ts';

/**
 * The cohorts for a terminal, in three tables: who renewed, what came in, what reminding is worth.
 * Each is followed by what its columns mean.
 */
export function renewalsText({ items, overall }: RenewalsAnswer): string {
  if (items.length === 0) return 'In these months nobody was due.';
  return [
    tableOf('Who renewed', items, whoRenewed),
    notFinal(items),
    wrapped(
      'due: cycles of the month that began by its due date, without who left while unpaid ' +
        '(left). on time: paid by the due date; in arrears: before membership lapsed; recovered: ' +
        'after it; lapsed and open: unpaid. late: began after the due date, in no rate. rates: ' +
        'on time, and renewed (on time or in arrears), of due; lapsed or recovered, of due.',
    ),
    tableOf('What was sent, and what came in', items, whatCameIn),
    wrapped(
      'sent: texts that left, delivered or not yet; not sent: skipped, failed, missed, or not ' +
        'known. spend: what they cost. else: spend on texts about the month to who left or ' +
        'started late. amount due: the month itself for all who were due; received: what the ' +
        'renewals paid for that very month. per renewal: spend for each renewal of the reminded.',
    ),
    tableOf('What reminding is worth', items, whatItIsWorth),
    overall.effect.points === null
      ? 'All cohorts together: nothing can be told yet.'
      : `All cohorts together: ${points(overall.effect.points)} points (95 % interval ` +
        `${interval(overall.effect)}).`,
    wrapped(
      'reminded and held out: who was drawn for each, of those who could be texted, and the ' +
        'share of them that had renewed 30 days after the due date. effect: the difference in ' +
        'percentage points, with the interval that holds the true one 95 times in 100. for each ' +
        'extra: what the texts of the first 30 days cost for one renewal that would not have ' +
        'come without them before membership lapsed. net: what such renewals bring in the month, ' +
        'less spend.',
    ),
    ...(overall.monthsKept === null ? [] : inTheLongRun(items, overall.monthsKept)),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Months kept are of whole cohorts. */
const inTheLongRun = (items: readonly Renewals[], overall: KeptOfAll): readonly string[] => [
  tableOf('In the long run: months kept', items, inMonths),
  `All cohorts together: ${months(overall[3])} of 3 months, ${months(overall[6])} of 6.`,
  wrapped(
    'in 3, 6, 12: how many more months a reminded worker paid than one held out, of so many ' +
      'from this one on; told when the last of them can no longer be paid. each: what the texts ' +
      'of the first 30 days cost for one such month of 3; month: what one costs a worker. pays ' +
      'at: the points by which the reminded must renew more often before membership lapses (by ' +
      'lapse: how many it was), for the texts to earn their price from one month, and from the ' +
      'months of 3, 6 or 12 that such a renewal was seen to bring.',
  ),
];

type KeptOfAll = NonNullable<RenewalsAnswer['overall']['monthsKept']>;

type Cell = Column & Readonly<{ of: (item: Renewals) => string }>;

const whoRenewed: readonly Cell[] = [
  { head: 'due', of: ({ due }) => count(due) },
  { head: 'on\ntime', of: ({ onTime }) => count(onTime) },
  { head: 'in\narrears', of: ({ inArrears }) => count(inArrears) },
  { head: 'reco-\nvered', of: ({ recovered }) => count(recovered) },
  { head: 'lapsed', of: ({ lapsed }) => count(lapsed) },
  { head: 'open', of: ({ open }) => count(open) },
  { head: 'left', of: ({ left }) => count(left) },
  { head: 'late', of: ({ startedLate }) => count(startedLate) },
  { head: 'on-time\nrate', of: ({ rates }) => percent(rates.onTime) },
  { head: 'renewal\nrate', of: ({ rates }) => percent(rates.renewal) },
  { head: 'lapse\nrate', of: ({ rates }) => percent(rates.lapse) },
];

const whatCameIn: readonly Cell[] = [
  { head: 'sent', of: ({ reminders }) => count(reminders.sent) },
  { head: 'delivered', of: ({ reminders }) => count(reminders.delivered) },
  { head: 'not\nsent', of: ({ reminders }) => count(notSent(reminders)) },
  { head: 'spend', of: ({ spendRupiah }) => rupiah(spendRupiah) },
  { head: 'else', of: ({ elsewhere }) => rupiah(elsewhere.spendRupiah) },
  { head: 'amount due', of: ({ amountDue }) => rupiah(amountDue) },
  { head: 'received', of: ({ amountReceived }) => rupiah(amountReceived) },
  { head: 'per\nrenewal', of: ({ costPerRenewal }) => rupiah(costPerRenewal) },
];

const notSent = ({ skipped, failed, missed, unknown }: Renewals['reminders']): number =>
  Object.values(skipped).reduce((sum, n) => sum + n, failed + missed + unknown);

const inMonths: readonly Cell[] = [
  ...horizons.map((horizon) => ({
    head: `in\n${horizon}`,
    of: ({ monthsKept }: Renewals) => thousandths(monthsKept?.[horizon].perWorker ?? null),
  })),
  { head: 'each', of: ({ monthsKept }) => rupiah(monthsKept?.[3].costPerMonth ?? null) },
  { head: 'month', of: ({ contribution }) => rupiah(contribution) },
  { head: 'by\nlapse', of: ({ effectByLapse }) => points(effectByLapse.points) },
  { head: 'pays\nat', of: ({ breakEven }) => points(breakEven.oneMonth) },
  ...horizons.map((horizon) => ({
    head: `in\n${horizon}`,
    of: ({ breakEven }: Renewals) => points(breakEven.monthsKept[horizon]),
  })),
];

const whatItIsWorth: readonly Cell[] = [
  { head: 're-\nminded', of: ({ effect }) => count(effect.reminded.due) },
  { head: '', of: ({ effect }) => percent(shareOf(effect.reminded)) },
  { head: 'held\nout', of: ({ effect }) => count(effect.heldOut.due) },
  { head: '', of: ({ effect }) => percent(shareOf(effect.heldOut)) },
  { head: 'effect', of: ({ effect }) => points(effect.points) },
  { head: '95 % interval', of: ({ effect }) => interval(effect) },
  { head: 'for each\nextra', of: ({ costPerExtraRenewal }) => rupiah(costPerExtraRenewal) },
  { head: 'net', of: ({ net }) => rupiah(net) },
];

const shareOf = ({ due, renewed }: Readonly<{ due: number; renewed: number }>): number | null =>
  due > 0 ? renewed / due : null;

/** One table of all months; where the cohorts are told apart by something, one for each month. */
function tableOf(title: string, items: readonly Renewals[], cells: readonly Cell[]): string {
  const by = items[0]?.by ?? null;
  const columns: readonly Cell[] = [
    by === null
      ? { head: 'month', words: true, of: monthOf }
      : { head: by, words: true, of: nameOf },
    ...cells,
  ];
  const rows = (of: readonly Renewals[]) =>
    table(
      columns,
      of.map((item) => columns.map((column) => column.of(item))),
    );
  if (by === null) return `${title}\n\n${rows(items)}`;
  return [...Map.groupBy(items, ({ month }) => month).values()]
    .map((of) => `${title}: ${monthOf(of[0] as Renewals)}\n\n${rows(of)}`)
    .join('\n\n');
}

const nameOf = ({ value }: Renewals): string => value ?? '';

const monthOf = ({ month, partial, final }: Renewals): string =>
  [month, partial ? ' partial' : final ? '' : ' *'].join('');

/** What the marks beside a month mean, where one stands there. */
function notFinal(items: readonly Renewals[]): string {
  const months = [...new Map(items.map((item) => [item.month, item])).values()];
  const open = months.filter(({ final, partial }) => !final && !partial);
  const [first] = open;
  return [
    ...(first
      ? [
          wrapped(
            '* not final: ' +
              `${open.map(({ month, finalOn }) => `${month} until ${finalOn}`).join(', ')}. ` +
              'Compare them only at the same day after due.',
          ),
        ]
      : []),
    ...(months.some(({ partial }) => partial)
      ? [
          wrapped(
            'partial: the month had begun when the first roster came; who had paid by then ' +
              'is in no cohort, so there are no rates.',
          ),
        ]
      : []),
  ].join('\n');
}
