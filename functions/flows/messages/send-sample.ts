import { localDate, localTime, monthOf } from '#domain/calendar/dates';
import { sampleOf } from '#domain/messages/sample';
import type { Language } from '#domain/people/worker';
import { isQuietHour } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import type { Settings } from '#domain/settings';
import { currentPlan } from '#flows/plan/current-plan';
import type { PlanReader } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import type { Sent, Sms } from '#flows/sending/sms-port';

export type SamplePorts = Readonly<{ plans: Pick<PlanReader, 'current'>; sms: Sms; clock: Clock }>;
/** `phone` in E.164. */
export type Sample = Readonly<{ step: string; language: Language; phone: string }>;
export type Sampled = Sent & Readonly<{ text: string; parts: number }>;

const zone = 'Asia/Jakarta';

/**
 * What a made-up worker would read today. No row, no budget; a pause does not stop it, night does.
 */
export async function sendSample(
  { step, language, phone }: Sample,
  { plans, sms, clock }: SamplePorts,
  settings: Settings,
): Promise<Sampled> {
  const plan = await currentPlan(plans);
  const now = clock.now();
  refuseStrangers(plan, phone);
  refuseAtNight(plan, localTime(zone, now));
  const found = plan.steps.find(({ id }) => id === step);
  if (!found) {
    const choices = plan.steps.map(({ id }) => id);
    throw refused('invalid', { path: 'step', ...problem('not-one-of', { choices }) });
  }
  const today = localDate(zone, now);
  const { text, parts } = sampleOf(
    found,
    { language, month: monthOf(today) },
    today,
    rulesOf(plan, settings),
  );
  return { ...(await sms.send({ phone, text })), text, parts };
}

/** Else an admin could text anybody's phone. */
function refuseStrangers({ onlyTo }: Plan, phone: string): void {
  if (onlyTo?.includes(phone)) return;
  throw refused('forbidden', {
    path: 'phone',
    ...problem(onlyTo ? 'phone-not-listed' : 'phone-no-list'),
  });
}

function refuseAtNight({ quietHours }: Plan, time: string): void {
  if (!isQuietHour(time, quietHours)) return;
  throw refused('conflict', problem('sample-at-night', { time, ...quietHours }));
}
