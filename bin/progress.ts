import { SingleBar } from 'cli-progress';

/** Shows a bar while `act` runs and tells, from 0 to 1, how much is `done`. */
export async function withBar<T>(
  act: (heard: (share: number) => void) => Promise<T>,
  done = '',
): Promise<T> {
  const bar = new SingleBar({
    format: `{bar} {percentage} % ${done}`.trimEnd(),
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(100, 0);
  return await act((share) => bar.update(Math.round(100 * share))).finally(() => bar.stop());
}
