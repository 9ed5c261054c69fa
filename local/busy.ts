/** Counts what is under way and tells when nothing is, without polling. */
export function busyCounter() {
  let count = 0;
  let waiting: (() => void)[] = [];
  const ended = (): void => {
    count -= 1;
    if (count > 0) return;
    const now = waiting;
    waiting = [];
    for (const resume of now) resume();
  };
  return {
    count: <T>(work: Promise<T>): Promise<T> => {
      count += 1;
      return work.finally(ended);
    },
    isBusy: (): boolean => count > 0,
    idle: (): Promise<void> =>
      count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)),
  };
}
