import { addDays, type CalendarDate, type Month } from '#domain/calendar/dates';
import type { Renewals } from '#domain/renewals/cohort';
import { effectByDay } from '#domain/renewals/cohort-effect';
import { wasSent } from '#domain/sending/reminder';
import type { Page } from '#flows/ports';
import type { ExplainedCycle } from '#flows/renewals/explain-cohort';
import type { RenewalsAnswer } from '#flows/renewals/show-renewals';
import type { Api } from '../api-client.ts';
import { count } from '../numbers.ts';
import { table, wrapped } from './table.ts';

type Asked = Readonly<{ month: Month; asOf: CalendarDate | undefined }>;

/** Prints the lines behind a cohort as they come, and then what they add up to beside what the report says. */
export async function explain(
  { month, asOf }: Asked,
  api: Api,
  print: (text: string) => void,
): Promise<void> {
  const day = asOf === undefined ? '' : `&asOf=${asOf}`;
  const report = () => api.get<RenewalsAnswer>(`/api/renewals?from=${month}${day}`);
  const dueOn = (await report()).items[0]?.dueOn ?? '';
  const sums = noSums();
  print(lineOf(heads));
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Partial<Page<ExplainedCycle>> = await api.get(
      `/api/renewals/${month}/cycles?cursor=${encodeURIComponent(cursor)}${day}`,
    );
    for (const cycle of page.items ?? []) {
      print(lineOf(cellsOf(cycle)));
      add(sums, cycle, dueOn);
    }
    cursor = page.next ?? null;
  }
  const { items, rupiahPerUsd } = await report();
  const [item] = items;
  if (item)
    print(
      `\n${compared({ ...sums, spendRupiah: Math.round((sums.microUsd * rupiahPerUsd) / 1_000_000) }, item)}`,
    );
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

/** What the report says and the lines can be held against. */
const names = [
  ...([
    'due',
    'onTime',
    'inArrears',
    'recovered',
    'lapsed',
    'open',
    'left',
    'startedLate',
    'amountDue',
    'amountReceived',
  ] as const),
  ...([
    'sent',
    'parts',
    'spendRupiah',
    'remindedDue',
    'remindedRenewed',
    'heldOutDue',
    'heldOutRenewed',
  ] as const),
] as const;
type Sums = Record<(typeof names)[number], number>;
/** A price is in millionths of a US dollar until all of them are added up, as in the counters. */
type Adding = Sums & { microUsd: number };

const noSums = (): Adding => ({
  ...(Object.fromEntries(names.map((name) => [name, 0])) as Sums),
  microUsd: 0,
});

function add(
  sums: Adding,
  { outcome, startedLate, arm, endedOn, amount, received, texts }: ExplainedCycle,
  dueOn: CalendarDate,
): void {
  const left = texts.filter(({ status }) => wasSent(status));
  sums.sent += left.length;
  sums.parts += left.reduce((sum, { parts }) => sum + parts, 0);
  sums.microUsd += left.reduce((sum, { priceUsd }) => sum + Math.round(priceUsd * 1e6), 0);
  if (startedLate) {
    sums.startedLate += 1;
    return;
  }
  sums[outcome] += 1;
  if (outcome === 'left') return;
  sums.due += 1;
  sums.amountDue += amount;
  sums.amountReceived += received;
  if (arm === 'neither') return;
  const name = arm === 'reminded' ? 'reminded' : 'heldOut';
  sums[`${name}Due`] += 1;
  if (endedOn !== null && endedOn <= addDays(dueOn, effectByDay)) sums[`${name}Renewed`] += 1;
}

function compared(sums: Sums, { effect, reminders, ...item }: Renewals): string {
  const report: Sums = {
    ...item,
    sent: reminders.sent,
    ...{ remindedDue: effect.reminded.due, remindedRenewed: effect.reminded.renewed },
    ...{ heldOutDue: effect.heldOut.due, heldOutRenewed: effect.heldOut.renewed },
  };
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
        ? 'Who asked to be forgotten is in the report and in no line: they were open, and are left from the day of their erasure on. A text about a month that a ' +
            'reversed payment gave back has no line either. Payments that came in while this ran make a difference too: run it again.'
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
} as const satisfies Record<keyof Sums, string>;
