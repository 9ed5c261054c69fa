import { addSeconds, type CalendarDate, instantAt } from '#domain/calendar/dates';
import { zones } from '#domain/calendar/zones';
import { firingTimes } from '#domain/plan/due-steps';
import type { Reminder } from '#domain/sending/reminder';
import { planRun } from '#flows/sending/plan-run';
import { recordDeliveries } from '#flows/sending/record-delivery';
import { sendReminders } from '#flows/sending/send-reminders';
import { shares } from '#local/simulation/habits';
import type { Play } from '#local/simulation/play';

/** The day's schedules fire, the easternmost zone first, and the queue is worked off. */
export async function remind(play: Play, date: CalendarDate): Promise<void> {
  const { plan, memory, settings } = play;
  for (const zone of zones.toReversed()) {
    for (const time of firingTimes(plan)) {
      const scheduledAt = instantAt(zone, date, time);
      memory.state.now = scheduledAt;
      await planRun({ zone, time, scheduledAt }, memory, settings);
      await workOff(play);
    }
  }
}

export async function workOff({ memory, settings }: Play): Promise<void> {
  for (let next = memory.state.queued.shift(); next; next = memory.state.queued.shift())
    await sendReminders(next.key, `holder ${memory.state.now}`, memory, settings);
}

/** The carrier's word on the texts of the morning. */
export async function deliver({ memory, workers, changes, chance }: Play): Promise<void> {
  const sent = changes.flatMap(({ after }) =>
    after?.kind === 'reminder' && after.reminder.status === 'sent' ? [after.reminder] : [],
  );
  if (sent.length === 0) return;
  memory.state.now = addSeconds(memory.state.now, 600);
  const receiptOf = ({ workerId, month, step, messageId, parts, priceUsd, at }: Reminder) => {
    const arrived = chance('receipt', workerId, month, step) >= shares.undelivered;
    return {
      ...{
        messageId: messageId ?? '',
        phone: workers.get(workerId)?.phone ?? '',
        permanent: false,
        parts,
        priceUsd,
      },
      ...{
        sentAt: at,
        at: addSeconds(at, 60),
        reason: arrived ? null : 'Phone is currently unreachable/unavailable',
      },
      status: arrived ? ('delivered' as const) : ('undelivered' as const),
    };
  };
  await recordDeliveries(sent.map(receiptOf), memory);
}
