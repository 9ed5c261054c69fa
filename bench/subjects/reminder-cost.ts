import { type Person, people } from '#local/made-up';
import { stopTexts } from '../frame/acts.ts';
import { firing } from '../frame/firing.ts';
import { each, less } from '../frame/meter.ts';
import { type MeteredStage, startMeteredStage } from '../frame/metered-stage.ts';
import { bareProtocol, costOfWay, usualWay } from '../frame/other-ways.ts';
import type { Subject } from '../frame/subject.ts';

/**
 * What a firing consumes for each who is due, less what a firing consumes that finds nobody: its
 * slices, and the rounds of that minute. Counting is not in it: see what everything else costs.
 */
export const reminderCost: Subject = {
  title: 'What a reminder costs',
  how:
    'So many workers are due on 11 November at 09:00 in Jakarta and get this row; four shards. ' +
    'Units are what dynoxide reports for the real handlers, by AWS’s rules, to the end of the ' +
    'firing, less a firing that finds nobody. Requests are those to the table; a text is one ' +
    'more to SNS. Without the counting of changes and without delivery receipts.',
  columns: ['row', 'workers', 'write units', 'read units', 'requests'],
  get parts() {
    const measured = Object.entries(kinds).map(
      ([name, kind]) => [name, async () => [[name, ...(await costOf(kind))]]] as const,
    );
    return { ...Object.fromEntries(measured), 'other ways': otherWays };
  },
};

type Kind = Readonly<{
  count: number;
  /** So many texts have to leave. */
  texted?: number;
  facts?: Partial<Person>;
  before?: (stage: MeteredStage, persons: readonly Person[]) => unknown;
  holdout?: number;
}>;

const unknowns = 49;
const kinds: Readonly<Record<string, Kind>> = {
  sent: { count: 300, texted: 300 },
  'sent, one in ten held out': { count: 300, holdout: 10 },
  stopped: { count: 300, before: stopTexts },
  'no phone': { count: 300, facts: { phone: '' } },
  // Fewer than a trial's fifty, of which more than two may not go wrong.
  unknown: {
    count: unknowns,
    before: ({ stage }) => stage.setFaults({ sns: [{ kind: 'error', count: unknowns }] }),
  },
};

async function costOf({
  count,
  texted,
  facts,
  before,
  holdout = 0,
}: Kind): Promise<readonly string[]> {
  const stage = await startMeteredStage('2026-11-01T08:00+07:00');
  try {
    await stage.holdOut(holdout);
    const persons = people(count, facts);
    await stage.importPeople(persons);
    const nobody = await firing(stage, '2026-11-10');
    await before?.(stage, persons);
    const everybody = await firing(stage, '2026-11-11');
    const texts = stage.stage.outbox().length;
    // On a busy machine a slice may not have come again yet: half a run is no figure.
    if (texts !== (texted ?? texts)) throw new Error(`Only ${texts} of ${texted} texts left`);
    const rows = holdout === 0 ? count : texts;
    return [String(rows), ...each(less(everybody, nobody), rows)];
  } finally {
    await stage.stop();
  }
}

async function otherWays(): Promise<readonly string[][]> {
  const bare = await costOfWay(bareProtocol, { stored: 300, due: 300 });
  const scan = await costOfWay(usualWay, { stored: 10_000, due: 300 });
  return [
    ['bare protocol: query, put, text, update', '300', ...each(bare.used, bare.texts)],
    ['usual way: scan 10,000, filter, text, update', '300', ...each(scan.used, scan.texts)],
  ];
}
