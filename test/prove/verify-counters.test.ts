import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cycleWrites } from '#aws/people/cycle-rows';
import { workerRow } from '#aws/people/worker-rows';
import { keyOf } from '#aws/renewals/counter-rows';
import { tally } from '#flows/renewals/tally';
import { writeExport } from '#local/dynamodb/export/export-files';
import { stageSettings } from '#local/environment';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import { keys } from '#table';
import { lineOf } from '../../bench/export/dynamo-json.ts';
import { check, promiseFiles } from '../../bin/verify/check.ts';
import { exportIn } from '../../bin/verify/exported.ts';
import { anyLongYear } from '../unit/flows/renewals/any-long-year.ts';

type Row = Readonly<Record<string, unknown>>;

/** What is counted, and what has been, as the table holds it. */
function rowsIn({ state }: InMemoryPorts): readonly Row[] {
  return [
    ...[...state.workers.values()].map((worker) => workerRow(worker, 1)),
    ...cycleWrites([...state.cycles.values()], 1).flatMap((write) =>
      'put' in write ? [write.put] : [],
    ),
    ...[...state.reminders.values()].map((row) => ({ ...keys.reminder(row), ...row })),
    ...state.counters.live.map(({ place, counts }) => ({ ...keyOf(place), ...counts })),
  ];
}

/** How many counters of cohorts and of members are not the sums of these rows. */
async function broken(rows: readonly Row[]): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-counters-'));
  const at = '2027-06-01T00:00:00.000Z';
  const lines = rows.map(lineOf);
  await writeExport({ bucket: folder, key: 'AWSDynamoDB/1' }, { rows: lines }, { exportTime: at });
  const log = [join(folder, 'carrier.log')];
  writeFileSync(log[0] ?? '', '');
  const checked = { exported: await exportIn(folder), log, month: '2026-11' };
  const promises = promiseFiles.filter((sql) =>
    /^-- Every counter of (a cohort|members)/.test(sql),
  );
  const found: number[] = [];
  for await (const verdict of check({ ...checked, settings: stageSettings }, promises))
    found.push(verdict.broken);
  rmSync(folder, { recursive: true });
  return found;
}

it('counters of any year are what SQL makes of its rows, and one month kept more is found', async () => {
  for (const steps of fc.sample(anyLongYear.steps, { numRuns: 12, seed: 59 })) {
    const { memory, changes } = await anyLongYear.played(steps);
    await tally({ shard: 'shard', changes }, memory);
    const rows = rowsIn(memory);
    expect(await broken(rows)).toEqual([0, 0]);
    const kept = rows.find(({ sk }) => String(sk).includes('#kept.'));
    if (!kept) continue;
    const [name = ''] = Object.keys(kept).filter((each) => each.includes('.months'));
    const more = { ...kept, [name]: Number(kept[name]) + 1 };
    expect(await broken([...rows.filter((row) => row !== kept), more])).toEqual([1, 0]);
  }
});
