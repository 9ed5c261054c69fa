/** One source of events by the emulator's clock. Times in ms since 1970. */
export type Events = Readonly<{
  /** When the next falls due; null where nothing is waiting. */
  next(): number | null;
  /** Starts all that is due by now, and does not wait for it. */
  runDue(): void;
  isBusy(): boolean;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** A jump begins: since the last one anything may have happened. */
  jumpBegins?(): void;
  /**
   * Leaves out what would come to nothing at `instant`, before the clock stops there. True where
   * nothing that falls due then remains.
   */
  passOver?(instant: number): Promise<boolean>;
}>;

export type EventTimeline = ReturnType<typeof startEventTimeline>;

/**
 * `caughtUp` resolves when the counting, which only follows and gives work to no source, has
 * followed up to now: events need not wait for it.
 */
type Parts = Readonly<{
  sources: readonly Events[];
  moveTo: (instant: number) => void;
  caughtUp: () => Promise<void>;
}>;

/** Runs what falls due: in real time by a timer, in a jump from one event to the next. */
export function startEventTimeline({ sources, moveTo, caughtUp }: Parts) {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let lastTarget: number | null = null;
  let isJumping = false;
  let jumps: Promise<void> = Promise.resolve();

  const next = (): number =>
    Math.min(...sources.map((source) => source.next() ?? Number.POSITIVE_INFINITY));
  const runDue = (): void => {
    for (const source of sources) source.runDue();
    arm();
  };
  /** Call when an event was added or taken away. */
  const arm = (): void => {
    clearTimeout(timer);
    if (!stopped)
      timer = setTimeout(runDue, Math.min(Math.max(next() - Date.now(), 0), longestWait));
  };
  const isBusy = (): boolean => sources.some((source) => source.isBusy());
  const worked = async (): Promise<void> => {
    // One source gives work to another: a firing puts slices on the queue.
    while (isBusy()) await Promise.all(sources.map((source) => source.idle()));
  };
  const settled = async (): Promise<void> => {
    await worked();
    await caughtUp();
  };
  const passOver = async (instant: number): Promise<boolean> => {
    for (const source of sources) {
      if ((source.next() ?? instant + 1) > instant) continue;
      if (!(await source.passOver?.(instant))) return false;
    }
    return true;
  };
  const jump = async (targetOf: () => number): Promise<void> => {
    // What was done before the jump is counted as of then.
    await settled();
    const target = targetOf();
    lastTarget = target;
    isJumping = true;
    for (const source of sources) source.jumpBegins?.();
    for (;;) {
      const event = next();
      if (event > target || stopped) break;
      if (await passOver(event)) continue;
      moveTo(event);
      runDue();
      await worked();
    }
    moveTo(target);
    // The rounds of a rate fall some milliseconds after a full hour, and so after most targets.
    while (!stopped && next() <= target + aMoment && (await passOver(next())));
    arm();
    await caughtUp();
  };

  runDue();
  return {
    arm,
    settled,
    /** Where the latest jump goes or went. */
    lastTarget: () => lastTarget,
    isJumping: () => isJumping,
    /**
     * Resolves when all that fell due by then has run. A second jump waits for the first before its
     * target is worked out.
     */
    moveTo(targetOf: () => number): Promise<void> {
      const mine = jumps
        .then(() => jump(targetOf))
        .finally(() => {
          isJumping = false;
        });
      jumps = mine.catch(() => undefined);
      return mine;
    },
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** In ms. */
const aMoment = 1_000;

/** A laptop's sleep stops timers but not the clock: look again at least this often. */
const longestWait = 30_000;
