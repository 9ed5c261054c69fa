import type { HandlerName } from '#triggers';
import { broken, idOf, many, type Trial } from './trial.ts';

/** A function that the Scheduler invokes fails three times; its event is a dead letter. */
const failing = (handler: HandlerName, to: string): Trial => ({
  cause: `${handler} does not start when its schedule fires`,
  make: broken(handler, { to }),
  rings: ['Alarm', 'DeadLettersAlarm'].map((alarm) => `Reminders${idOf(handler)}${alarm}`),
});

/** Lambda waits until it has the concurrency: nothing is lost. */
const throttled = (handler: HandlerName, to: string): Trial => ({
  cause: `${handler} has no concurrency when its schedule fires`,
  make: broken(handler, { to, kind: 'throttle' }),
  rings: [`Reminders${idOf(handler)}Throttled`],
});

/** What runs while nobody is texted. */
export const upkeepTrials: readonly Trial[] = [
  throttled('apply-plan', '2026-11-10T02:35+07:00'),
  failing('spend-credit', '2026-11-10T04:10+07:00'),
  throttled('spend-credit', '2026-11-10T05:10+07:00'),
  failing('watchdog', '2026-11-10T06:05+07:00'),
  throttled('watchdog', '2026-11-10T07:05+07:00'),
  {
    cause: 'the Scheduler may not invoke the watchdog any more',
    make: broken('watchdog', { to: '2026-11-10T09:00+07:00', kind: 'refuse', count: many }),
    // The counting is handed nothing either: the watchdog writes for it what shows that it runs.
    rings: [
      'RemindersWatchdogSilent',
      'RemindersingatupkeepschedulesDeadLettersAlarm',
      'RenewalsTallySilent',
    ],
  },
  failing('apply-plan', '2026-11-11T02:35+07:00'),
];
