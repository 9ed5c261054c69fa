import type { WorkerView } from '#domain/people/worker-view';
import { asAdmin } from './calls.ts';
import type { Reminded, TestStage } from './stage.ts';

export type Account = Readonly<{
  worker: WorkerView;
  rows: readonly Reminded[];
  texts: readonly string[];
}>;

/**
 * What became of one step for each worker who still owes the month: their rows from their
 * timelines, their texts from the outbox.
 */
export async function accountsOf(
  stage: TestStage,
  step: string,
  month: string,
): Promise<readonly Account[]> {
  const textsByPhone = Map.groupBy(await stage.outbox(), ({ to }) => to);
  const accounts: Account[] = [];
  const rest = (await owing(stage, month)).values();
  const work = async (): Promise<void> => {
    for (const worker of rest) {
      const rows = (await stage.timeline(worker.workerId)).filter(
        (entry) => entry.kind === 'reminder' && entry.step === step && entry.month === month,
      ) as readonly Reminded[];
      accounts.push({
        worker,
        rows,
        texts: (textsByPhone.get(worker.phone ?? '') ?? []).map(({ text }) => text),
      });
    }
  };
  await Promise.all([work(), work(), work(), work(), work(), work(), work(), work()]);
  return accounts;
}

/**
 * `{ 'sent, 1 text': 1990, 'unknown, 0 texts': 10 }`: how many ended how. A worker without a row,
 * or with two, would stand out by their name.
 */
export function tally(accounts: readonly Account[]): Readonly<Record<string, number>> {
  const count: Record<string, number> = {};
  for (const { worker, rows, texts } of accounts) {
    const [row] = rows;
    const ended =
      row && rows.length === 1
        ? [row.status, row.reason].filter(Boolean).join(': ')
        : `${worker.name} has ${rows.length} rows`;
    const left = texts.length === 1 ? '1 text' : `${texts.length} texts`;
    const key = `${row?.status === 'unknown' ? 'unknown' : ended}, ${left}`;
    count[key] = (count[key] ?? 0) + 1;
  }
  return count;
}

async function owing(stage: TestStage, month: string): Promise<readonly WorkerView[]> {
  const workers: WorkerView[] = [];
  let cursor = '';
  do {
    const path = `/api/workers?month=${month}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const page = await stage.ask<{ items: readonly WorkerView[]; next?: string }>(
      'GET',
      path,
      asAdmin(),
    );
    workers.push(...page.items);
    cursor = page.next ?? '';
  } while (cursor);
  return workers;
}
