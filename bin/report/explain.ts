import type { CalendarDate, Month } from '#domain/calendar/dates';
import { type CycleSums, cycleSums, reportedSums } from '#domain/renewals/cycle-sums';
import type { ExplainedCycle } from '#domain/renewals/explained-cycle';
import type { Page } from '#flows/ports';
import type { RenewalsAnswer } from '#flows/renewals/show-renewals';
import type { Api } from '../api-client.ts';
import { count } from '../numbers.ts';
import { table, wrapped } from './table.ts';

type Asked = Readonly<{ month: Month; asOf: CalendarDate | undefined }>;

/**
 * Prints the lines behind a cohort as they come, and then what they add up to beside what the
 * report says.
 */
export async function explain(
  { month, asOf }: Asked,
  api: Api,
  print: (text: string) => void,
): Promise<void> {
  const day = asOf === undefined ? '' : `&asOf=${asOf}`;
  const report = () => api.get<RenewalsAnswer>(`/api/renewals?from=${month}${day}`);
  const dueOn = (await report()).items[0]?.dueOn ?? '';
  const summed = cycleSums(dueOn);
  print(lineOf(heads));
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Partial<Page<ExplainedCycle>> = await api.get(
      `/api/renewals/${month}/cycles?cursor=${encodeURIComponent(cursor)}${day}`,
    );
    for (const cycle of page.items ?? []) {
      print(lineOf(cellsOf(cycle)));
      summed.add(cycle);
    }
    cursor = page.next ?? null;
  }
  const { items, rupiahPerUsd } = await report();
  const [item] = items;
  if (item) print(`\n${compared(summed.sums(rupiahPerUsd), reportedSums(item))}`);
}

const heads = ['worker', 'since', 'arm', 'outcome', 'ended on', 'months', 'by', 'texts'];
const widths = [24, 10, 8, 16, 10, 8, 24, 0];

const lineOf = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join('  ')
    .trimEnd();

const cellsOf = ({
  workerId,
  since,
  arm,
  outcome,
  startedLate,
  endedOn,
  by,
  months,
  texts,
}: ExplainedCycle): readonly string[] => [
  ...[
    workerId,
    since,
    arm,
    startedLate ? `${words[outcome]}, late` : words[outcome],
    endedOn ?? '-',
  ],
  months.length > 1 ? `${months[0]?.slice(2)} +${months.length - 1}` : (months[0] ?? '-'),
  by ?? '-',
  texts.map(textOf).join(', '),
];

const textOf = ({ step, status, reason, priceUsd }: ExplainedCycle['texts'][number]): string =>
  `${step}: ${status}${reason ? ` (${reason})` : ''}${priceUsd > 0 ? ` US$${priceUsd}` : ''}`;

const words = {
  ...{
    onTime: 'on time',
    inArrears: 'in arrears',
    recovered: 'recovered',
    lapsed: 'lapsed',
    open: 'open',
    left: 'left',
  },
} as const satisfies Record<ExplainedCycle['outcome'], string>;

function compared(sums: CycleSums, report: CycleSums): string {
  const rows = names.map((name) => [
    titles[name],
    count(sums[name]),
    count(report[name]),
    report[name] === sums[name] ? '' : count(report[name] - sums[name]),
  ]);
  const differs = names.some((name) => report[name] !== sums[name]);
  return [
    table(
      [
        { head: '', words: true },
        { head: 'these lines' },
        { head: 'the report' },
        { head: 'difference' },
      ],
      rows,
    ),
    wrapped(
      differs
        ? 'Who asked to be forgotten is in the report and in no line: they were open, and are ' +
            'left from the day of their erasure on. A text about a month that a reversed payment ' +
            'gave back has no line either. Payments that came in while this ran make a ' +
            'difference too: run it again.'
        : 'The lines add up to exactly what the report says.',
    ),
  ].join('\n\n');
}

const titles = {
  ...{
    due: 'due',
    onTime: 'on time',
    inArrears: 'in arrears',
    recovered: 'recovered',
    lapsed: 'lapsed',
    open: 'open',
    left: 'left',
  },
  ...{
    startedLate: 'late',
    amountDue: 'amount due, Rp',
    amountReceived: 'received, Rp',
    sent: 'texts that left',
    parts: 'their parts',
    spendRupiah: 'spend, Rp',
  },
  ...{ remindedDue: 'reminded: due', remindedRenewed: 'reminded: renewed by day 30' },
  ...{ heldOutDue: 'held out: due', heldOutRenewed: 'held out: renewed by day 30' },
} as const satisfies Record<keyof CycleSums, string>;

const names = Object.keys(titles) as (keyof CycleSums)[];
