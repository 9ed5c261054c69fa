import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pMap from 'p-map';
import type { PaymentRecord } from '#domain/payments/payment';
import type { Change } from '#domain/people/worker';
import type { WorkerView } from '#domain/people/worker-view';
import { type AttentionItem, attentionKinds } from '#flows/attention/attention-store';
import type { TimelineEntry } from '#flows/people/show-worker';
import type { BudgetView, RunView } from '#flows/sending/show-runs';
import type { OutboxItem } from '#local/sns/carrier';
import { asAdmin } from '../../stage/calls.ts';
import { spawned } from '../../stage/process.ts';
import type { Reminded } from '../../stage/stage.ts';
import type { AtSea, Told } from './at-sea.ts';
import { everyNumber, lastWord, member, numberByName } from './cast.ts';
import { begins, ends, stepDays } from './days.ts';

/**
 * A person as the API shows them afterwards; `worker` is null for who was never there or erased.
 */
export type Person = Readonly<{
  number: number;
  worker: WorkerView | null;
  rows: readonly Reminded[];
  payments: readonly PaymentRecord[];
  changes: readonly Pick<Change, 'fields'>[];
}>;
export type Text = OutboxItem & Readonly<{ step: string; number: number }>;

/** All that can be seen from outside: the API, the outbox, `npm run recount`, the logs. */
export type Seen = Readonly<{
  persons: readonly Person[];
  rows: readonly (Reminded & Readonly<{ number: number }>)[];
  texts: readonly Text[];
  /** Texts that name no step or nobody. */
  strange: readonly OutboxItem[];
  told: readonly Told[];
  faults: readonly string[];
  payments: readonly PaymentRecord[];
  attention: readonly AttentionItem[];
  runs: readonly RunView[];
  money: BudgetView;
  budget: number | null;
  recount: string;
  logs: string;
}>;

export async function look(
  sea: AtSea,
  { budget }: Readonly<{ budget: number | null }>,
): Promise<Seen> {
  const { stage } = sea;
  const ask = <T>(path: string) => stage.ask<T>('GET', path, asAdmin());
  const persons = await pMap(everyNumber, (number) => lookAt(sea, number), { concurrency: 8 });
  const outbox = await stage.outbox();
  const read = outbox.map(textOf);
  const days = daysBetween(begins.slice(0, 10), ends.slice(0, 10));
  const { budget: money } = await ask<{ budget: BudgetView }>(`/api/runs?date=${days[0]}`);
  return {
    persons,
    rows: persons.flatMap(({ number, rows }) => rows.map((row) => ({ ...row, number }))),
    texts: read.flatMap((text) => text ?? []),
    strange: outbox.filter((_, index) => !read[index]),
    ...{ told: sea.told, faults: sea.faults, money, budget },
    payments: (
      await pMap(days, (day) => all<PaymentRecord>(sea, `/api/payments?from=${day}`))
    ).flat(),
    attention: (
      await pMap(attentionKinds, (kind) => all<AttentionItem>(sea, `/api/attention?kind=${kind}`))
    ).flat(),
    runs: (await pMap(days, (day) => stage.runs(day))).flat(),
    recount: await recounted(stage.folder),
    logs: readFileSync(join(stage.folder, 'handlers.jsonl'), 'utf8'),
  };
}

async function lookAt({ stage }: AtSea, number: number): Promise<Person> {
  const { items } = await stage.ask<{ items: readonly WorkerView[] }>(
    'POST',
    '/api/workers/find',
    asAdmin({ nik: member(number).nik }),
  );
  const worker = items[0] ?? null;
  const timeline = worker ? await stage.timeline(worker.workerId) : [];
  const of = <K extends TimelineEntry['kind']>(kind: K) =>
    timeline.filter((entry): entry is Extract<TimelineEntry, { kind: K }> => entry.kind === kind);
  return { number, worker, rows: of('reminder'), payments: of('payment'), changes: of('change') };
}

function textOf(item: OutboxItem): Text | null {
  const [, step = '', name = ''] =
    /^([a-z-]+) (.+), iuran BPJS Ketenagakerjaan /.exec(item.text) ?? [];
  const number = numberByName.get(lastWord(name));
  const known = stepDays.some((day) => day.step === step);
  return number === undefined || !known ? null : { ...item, step, number };
}

/** All pages of a list. */
async function all<T>({ stage }: AtSea, path: string): Promise<readonly T[]> {
  const items: T[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const page: { items: readonly T[]; next?: string } = await stage.ask(
      'GET',
      `${path}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      asAdmin(),
    );
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}

function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

async function recounted(folder: string): Promise<string> {
  const { child, said } = spawned('recount.ts', ['--data', folder]);
  await once(child, 'close');
  return said();
}
