import pMap from 'p-map';
import { addSeconds, type Instant } from '#domain/calendar/dates';
import { withCreditSpent } from '#domain/payments/credit';
import type { Worker } from '#domain/people/worker';
import { type Rules, rulesOf } from '#domain/plan/rules';
import type { Settings } from '#domain/settings';
import type { WorkerStore } from '#flows/people/worker-store';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';

export type CreditPorts = Readonly<{
  workers: Pick<WorkerStore, 'get' | 'replace' | 'withCredit'>;
  plans: Pick<PlanReader, 'current'>;
  clock: Clock;
}>;

/**
 * Safe to repeat and to break off: each purchase is one conditional transaction, and the next round
 * finds the rest. Answers how many workers' credit bought.
 */
export async function spendCredit(ports: CreditPorts, settings: Settings): Promise<number> {
  const until = addSeconds(ports.clock.now(), workSeconds);
  // The schedule can fire before a deployment has saved the first plan: nobody has credit then.
  const current = await ports.plans.current();
  if (!current) return 0;
  const rules = rulesOf(current.plan, settings);
  const shards = Array.from({ length: settings.shards }, (_, shard) => shard);
  const bought = await pMap(shards, (shard) => spendIn(shard, ports, { rules, until }), {
    concurrency: 4,
  });
  return bought.reduce((sum, count) => sum + count, 0);
}

/** Below the function's time-out. */
const workSeconds = 90;

async function spendIn(
  shard: number,
  ports: CreditPorts,
  { rules, until }: Readonly<{ rules: Rules; until: Instant }>,
): Promise<number> {
  let bought = 0;
  let after: string | null = null;
  do {
    const page = await ports.workers.withCredit(shard, after, 100);
    const workers = [...(await ports.workers.get(page.items)).values()];
    const done = await pMap(workers, (worker) => buyWithCredit(worker, ports, rules), {
      concurrency: 10,
    });
    bought += done.filter(Boolean).length;
    after = page.next;
  } while (after !== null && ports.clock.now() < until);
  return bought;
}

/** False where there is nothing to buy, or another write came first: that one has bought it. */
export async function buyWithCredit(
  worker: Worker,
  { workers, clock }: Pick<CreditPorts, 'clock'> & { workers: Pick<WorkerStore, 'replace'> },
  rules: Rules,
): Promise<boolean> {
  const { worker: after, closed, credit } = withCreditSpent({ worker }, clock.now(), rules);
  return credit.length > 0 && workers.replace(after, null, { closed, credit });
}
