import type { Database } from '#aws/database';
import { workerRow } from '#aws/people/worker-rows';
import { sendersFor } from '#domain/sending/senders';
import type { SliceKey } from '#domain/sending/slice';
import { planRun } from '#flows/sending/plan-run';
import { sendReminders } from '#flows/sending/send-reminders';
import { itemOf, keyOf } from '#local/dynamodb/in-memory/attribute-values';
import { inMemoryDynamoDb } from '#local/dynamodb/in-memory/in-memory-dynamodb';
import { pastSdk } from '#local/dynamodb/in-memory/past-sdk';
import { aWorker, settings as usual } from '../../test/builders.ts';
import { idOf } from '../../test/contract/builders.ts';
import { plan as usualPlan } from '../../test/plan.ts';
import { storesOver } from '../../test/stage/aws/stores.ts';
import { allTimersBy, virtualTime } from './virtual-time.ts';

export type Fired = Readonly<{
  /** Of each of four slices. */
  peopleASlice: number;
  smsPartsPerSecond: number;
  /** Of the month; null for none. */
  limitRupiah: number | null;
}>;

const shards = 4;
const nine = '2026-11-11T02:00:00.000Z';
const [tableMs, snsMs] = [10, 60];

/**
 * The firing of 11 November at nine and all that follows from it until its slices are finished: the
 * real flows and stores over a table in memory, in virtual time. Answers its texts, and the write
 * units by the kind of key, a refused write's too.
 */
export async function countedFiring({ peopleASlice, smsPartsPerSecond, limitRupiah }: Fired) {
  const settings = { ...usual, shards, smsPartsPerSecond };
  const time = virtualTime(nine);
  const restoreTimers = allTimersBy(time);
  const units = new Map<string, number>();
  const table = inMemoryDynamoDb({
    latency: () => time.sleep(tableMs),
    admit(charges) {
      for (const { partition, units: more } of charges) {
        const [kind = ''] = partition.split(/[# ]/);
        units.set(kind, (units.get(kind) ?? 0) + more);
      }
      return true;
    },
  });
  const lay = (row: Readonly<Record<string, unknown>>) => {
    const item = itemOf(row);
    table.rows.set(keyOf(item), item);
  };
  const database: Database = { tableName: 'ingat', client: pastSdk(table.call) };
  for (let index = 0; index < shards * peopleASlice; index++) {
    const phone = `+62870${String(index).padStart(8, '0')}`;
    lay(workerRow(aWorker({ workerId: idOf(index), phone }), shards));
  }
  const queued: SliceKey[] = [];
  let [texts, busy] = [0, 0];
  const ports = {
    ...storesOver(database, shards),
    clock: { now: time.iso, sleep: time.sleep },
    metrics: { count: () => undefined },
    queue: {
      async put(keys: readonly SliceKey[], delaySeconds = 0) {
        busy += keys.length;
        await time.sleep(10);
        void time.sleep(1_000 * delaySeconds).then(() => {
          busy -= keys.length;
          queued.push(...keys);
        });
      },
    },
    sms: {
      async send({ phone }: Readonly<{ phone: string }>) {
        await time.sleep(snsMs);
        texts += 1;
        return { status: 'sent', messageId: `msg_${phone}` } as const;
      },
    },
  };
  async function sender(index: number): Promise<void> {
    for (let turn = 0; ; turn++) {
      const key = queued.shift();
      if (!key) await time.sleep(100);
      else {
        busy += 1;
        await sendReminders(key, `sender-${index}-${turn}`, ports, settings);
        busy -= 1;
      }
    }
  }
  let isFired = false;
  try {
    void (async () => {
      const plan = { ...usualPlan, monthlyBudgetRupiah: limitRupiah };
      const saved = { savedAt: '2026-10-01T00:00:00.000Z', savedBy: 'bench', savedByName: 'bench' };
      await ports.plans.save({ plan, ...saved });
      units.clear();
      await planRun({ zone: 'Asia/Jakarta', time: '09:00', scheduledAt: nine }, ports, settings);
      for (let index = 0; index < sendersFor(smsPartsPerSecond); index++) void sender(index);
      isFired = true;
    })();
    const isOver = () => isFired && busy === 0 && queued.length === 0;
    await time.run(() => !isOver() && time.iso() < '2026-11-11T13:00:00.000Z');
  } finally {
    restoreTimers();
  }
  return { texts, units, ended: time.iso() };
}
