import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { attentionOf } from '#aws/sending/reminder-rows';
import { header, people, rowOf } from '#local/made-up';
import { keys } from '#table';
import { aReminder, inTens } from '../contract/builders.ts';
import type { TestStage } from '../stage/stage.ts';

/** Two of three workers live in Jawa Tengah, the third in Papua; each fifth sells in a market. */
const provinces = ['Jawa Tengah', 'Jawa Tengah', 'Papua'];
const groups = ['Pasar Klewer', '', '', '', ''];

/** 60 workers whose texts of 50 steps each the carrier could not deliver: 3,000 items. */
export async function bringMany(stage: TestStage): Promise<void> {
  const persons = people(60).map((person, index) => ({
    ...person,
    province: provinces[index % 3] ?? '',
  }));
  const lines = persons.map((person, index) => `${rowOf(person)},${groups[index % 5]}`);
  await stage.importCsv([`${header},group`, ...lines, ''].join('\n'));
  const rows: object[] = [];
  for (const [index, { nik, province }] of persons.entries()) {
    const { workerId } = await stage.worker(nik);
    const group = groups[index % 5] || null;
    for (let step = 0; step < 50; step++) {
      const reminder = aReminder({
        ...{ workerId, province, group, status: 'undelivered', month: '2026-10' },
        ...{ step: `step-${step}`, runId: 'run_WIB_2026-11-09_0900_before_2026-10' },
        reason: step % 2 === 0 ? 'Phone is currently unreachable/unavailable' : 'no-reason',
        at: new Date(Date.UTC(2026, 10, 9, 2, index, step)).toISOString(),
      });
      rows.push({ ...keys.reminder(reminder), ...reminder }, ...attentionOf(reminder));
    }
  }
  await putAll(stage, rows);
}

/** At once, past the stores: what they write is tried elsewhere. */
async function putAll(stage: TestStage, rows: readonly object[]): Promise<void> {
  const table = stage.table();
  const batches = Array.from({ length: Math.ceil(rows.length / 25) }, (_, at) =>
    rows.slice(at * 25, at * 25 + 25).map((Item) => ({ PutRequest: { Item } })),
  );
  await inTens(batches, async (ingat) => {
    const { UnprocessedItems } = await table.send(
      new BatchWriteCommand({ RequestItems: { ingat } }),
    );
    if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('Not all were written');
  });
}
