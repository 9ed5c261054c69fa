import type { Month } from '#domain/calendar/dates';
import type { ClosedCycle } from '#domain/people/cycles/cycle';
import { isReminded, type Partition, partitionFor, type Worker } from '#domain/people/worker';
import type { WorkerCycle } from '#domain/renewals/explained-cycle';
import type { Reminder } from '#domain/sending/reminder';

/** What is stored of one person; `worker` is undefined once they were erased. */
type Stored = Readonly<{
  workerId: string;
  worker: Worker | undefined;
  cycles: readonly ClosedCycle[];
  reminders: readonly Reminder[];
}>;

/** A worker who left and came back has several of a month; a text stands with its own cycle. */
export function cyclesIn(
  { month, zone }: Partition,
  { workerId, worker, cycles, reminders }: Stored,
): readonly WorkerCycle[] {
  const all = [...endedCycles(cycles, month), ...openCycles(worker, month)];
  const about = reminders.filter((reminder) => reminder.month === month);
  const writtenIn = ({ claimedAt, at }: Reminder): number =>
    Math.max(
      0,
      all.findLastIndex(({ cycle }) => cycle.began <= (claimedAt ?? at)),
    );
  return all
    .map((each, index) => ({
      ...each,
      workerId,
      reminders: about.filter((reminder) => writtenIn(reminder) === index),
    }))
    .filter(({ province }) => partitionFor({ workerId, province }, month, 1).zone === zone);
}

const endedCycles = (cycles: readonly ClosedCycle[], month: Month) =>
  cycles
    .filter((cycle) => cycle.month === month && !cycle.voided)
    .map((cycle) => ({
      cycle,
      payer: { ...cycle, governmentPaid: false },
      closed: cycle,
      province: cycle.province,
    }));

const openCycles = (worker: Worker | undefined, month: Month) =>
  worker && isReminded(worker) && worker.cycle.month === month
    ? [{ cycle: worker.cycle, payer: worker, closed: null, province: worker.province }]
    : [];
