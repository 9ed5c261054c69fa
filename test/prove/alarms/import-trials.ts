import type { CallFault } from '#local/faults';
import { aPerson, csvOf } from '#local/made-up';
import type { HandlerName } from '#triggers';
import { uploaded } from '../../stage/uploaded.ts';
import { idOf, type Trial } from './trial.ts';

type Broken = Readonly<{ handler: HandlerName; kind: CallFault; count: number; duration: string }>;

/** A file arrives while a function cannot be called so many times. */
const arriving =
  ({ handler, kind, count, duration }: Broken): Trial['make'] =>
  async (stage) => {
    await stage.faults({ lambda: [{ handler, kind, count }] });
    // A file of its own: one that waits under the same name would be the same import.
    const fileName = `${handler}-${kind}.csv`;
    await uploaded(stage, csvOf([aPerson(3)]), { dryRun: true, fileName });
    await stage.clockBy(duration);
    await stage.faults({ lambda: [] });
  };

const alarmOf = (handler: HandlerName, alarm: string): string => `Imports${idOf(handler)}${alarm}`;

export const importTrials: readonly Trial[] = [
  {
    cause: 'the function that hears of a file does not start',
    make: arriving({ handler: 'split-import', kind: 'fail', count: 3, duration: 'PT1M' }),
    rings: [alarmOf('split-import', 'Alarm'), alarmOf('split-import', 'DeadLettersAlarm')],
  },
  {
    cause: 'the function that hears of a file has no concurrency',
    make: arriving({ handler: 'split-import', kind: 'throttle', count: 1, duration: 'PT1M' }),
    rings: [alarmOf('split-import', 'Throttled')],
  },
  {
    cause: 'a piece of a file is not worked off, three times',
    make: arriving({ handler: 'import-piece', kind: 'fail', count: 3, duration: 'PT1H' }),
    rings: [alarmOf('import-piece', 'Alarm'), 'PiecesDeadLettersAlarm'],
  },
  {
    cause: 'pieces of a file have no concurrency',
    make: arriving({ handler: 'import-piece', kind: 'throttle', count: 1, duration: 'PT15M' }),
    rings: [alarmOf('import-piece', 'Throttled')],
  },
];
