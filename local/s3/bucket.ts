import { busyCounter } from '#local/busy';
import type { Events } from '#local/event-timeline';
import type { Faults } from '#local/faults';
import type { Lambda } from '#local/lambda';
import { keepObjects } from '#local/s3/object-store';
import { s3Listener } from '#local/s3/s3';
import type { State } from '#local/state';
import { uploads } from '#triggers';

type BucketOptions = Readonly<{
  state: State;
  folder: string;
  faults: Faults;
  lambda: Lambda;
  changed: () => void;
}>;

/**
 * The bucket of uploaded files. An arrival is told to its function at least once: what was not
 * handled when the process died is told again at the next start.
 */
export function startBucket({ state, folder, faults, lambda, changed }: BucketOptions) {
  const objects = keepObjects(state, folder);
  const running = busyCounter();
  const beingTold = new Set<number>();
  let stopped = false;

  const tell = async (id: number, event: string): Promise<void> => {
    beingTold.add(id);
    // Three attempts in vain are in the dead-letter queue.
    await lambda.invokeAsync(uploads.handler, JSON.parse(event)).catch(console.error);
    beingTold.delete(id);
    // The emulator stopped meanwhile without waiting: the event is as after a crash.
    if (state.database.isOpen) objects.told(id);
  };
  const tellAll = (): void => {
    if (stopped) return;
    for (const { id, event } of objects.arrivals())
      if (!beingTold.has(id)) void running.count(tell(id, event));
  };
  const expire = (): void => {
    for (let old = objects.oldest(); old && expiresAt(old.at) <= Date.now(); old = objects.oldest())
      objects.remove(old.key);
  };
  const runDue = (): void => {
    expire();
    tellAll();
  };
  const events: Events = {
    next: () => nextExpiry(objects.oldest()),
    runDue,
    isBusy: () => running.isBusy() || (!stopped && objects.arrivals().length > 0),
    idle: () => {
      runDue();
      return running.idle();
    },
  };
  const listener = s3Listener({
    objects,
    timesTold: faults.timesTold,
    changed: () => {
      tellAll();
      changed();
    },
  });
  return {
    listener,
    events,
    stop: () => {
      stopped = true;
    },
  };
}

const day = 86_400_000;

/** S3 expires an object at the midnight UTC after its days have passed. */
const expiresAt = (at: number): number => Math.ceil((at + uploads.expireDays * day) / day) * day;

const nextExpiry = (oldest: Readonly<{ at: number }> | undefined): number | null =>
  oldest ? expiresAt(oldest.at) : null;
