import { type Instant, localDate, localTime, monthOf } from '#domain/calendar/dates';
import { sampleOf } from '#domain/messages/sample';
import type { Language } from '#domain/people/worker';
import { isQuietHour } from '#domain/plan/due-steps';
import type { Plan } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import { problem } from '#domain/problem';
import { refused } from '#domain/refused';
import { budgetMonth, rupiahOf } from '#domain/sending/budget';
import type { SampleSent } from '#domain/sending/sample-sent';
import type { Settings } from '#domain/settings';
import type { SampleStore } from '#flows/messages/sample-store';
import { acceptedPlan } from '#flows/plan/accept-plan';
import { currentPlan } from '#flows/plan/current-plan';
import type { PlanStore } from '#flows/plan/plan-store';
import type { Clock } from '#flows/ports';
import { atPlace, nextSecond, placesFor } from '#flows/sending/batch/places';
import type { Sent, Sms, SmsRateLimit } from '#flows/sending/sms-port';

export type SamplePorts = Readonly<{
  plans: Pick<PlanStore, 'current' | 'inForceSince'>;
  samples: SampleStore;
  rateLimit: SmsRateLimit;
  sms: Sms;
  clock: Clock;
}>;

/** `phone` in E.164 · `plan`: a draft as an admin wrote it; absent: the plan in force. */
export type Sample = Readonly<{ step: string; language: Language; phone: string; plan?: unknown }>;
export type Sampled = Sent & Readonly<{ text: string; parts: number }>;

const zone = 'Asia/Jakarta';

/**
 * No reminder: in no trial or figure, but it takes its place in a second and its money. A pause
 * does not stop it: to look at a corrected text is what one has paused for. Night does.
 */
export async function sendSample(
  sample: Sample,
  id: string,
  ports: SamplePorts,
  settings: Settings,
): Promise<Sampled> {
  const plan = await currentPlan(ports.plans);
  const at = ports.clock.now();
  refuseStrangers(plan, sample.phone);
  refuseAtNight(plan, localTime(zone, at));
  const draft = sample.plan;
  const said = draft === undefined ? plan : await acceptedPlan(draft, { ports, settings });
  const { text, parts } = textOf(sample, { ...said, version: plan.version }, { at, settings });
  const priceUsd = parts * settings.priceUsdPerPart;
  const { phone } = sample;
  const claim: SampleSent = { id, at, phone, messageId: null, parts, priceUsd };
  const { monthlyBudgetRupiah: limit } = plan;
  const cost = { month: budgetMonth(at), rupiah: rupiahOf(claim, settings), limit };
  if (!(await ports.samples.claim(claim, cost)))
    throw refused('conflict', problem('sample-over-budget', { limit: limit ?? 0 }));
  const sent = await sendInTurn({ phone, text }, parts, { ports, settings });
  // What may have left stays spent, also where we end here before it is written down.
  if (sent.status === 'sent') await ports.samples.record(claim, sent.messageId);
  else if (sent.status !== 'unknown') await ports.samples.withdraw(claim, cost);
  return { ...sent, text, parts };
}

/** Else an admin could text anybody's phone. The draft's own list does not count. */
function refuseStrangers({ testPhones }: Plan, phone: string): void {
  if (testPhones.includes(phone)) return;
  const phones = testPhones.length;
  throw refused('forbidden', {
    path: 'phone',
    ...(phones === 0 ? problem('no-test-phones') : problem('not-a-test-phone', { phones })),
  });
}

/** By the hours in force: a draft that has none opens no night. */
function refuseAtNight({ quietHours }: Plan, time: string): void {
  if (!isQuietHour(time, quietHours)) return;
  throw refused('conflict', problem('sample-at-night', { time, ...quietHours }));
}

type Moment = Readonly<{ at: Instant; settings: Settings }>;

function textOf({ step, language }: Sample, plan: Plan, { at, settings }: Moment) {
  const found = plan.steps.find(({ id }) => id === step);
  if (!found) {
    const choices = plan.steps.map(({ id }) => id);
    throw refused('invalid', { path: 'step', ...problem('not-one-of', { choices }) });
  }
  const today = localDate(zone, at);
  return sampleOf(found, { language, month: monthOf(today) }, today, rulesOf(plan, settings));
}

/** Two seconds are asked at once; while a country is reminded they may have no place. */
const asksForPlaces = 3;

async function sendInTurn(
  text: Parameters<Sms['send']>[0],
  parts: number,
  limited: Readonly<{ ports: SamplePorts; settings: Settings }>,
): Promise<Sent> {
  for (let asked = 0; asked < asksForPlaces; asked++) {
    const [place] = await placesFor([parts], limited);
    if (place === undefined) await nextSecond(limited);
    else if (await atPlace(limited, place)) return limited.ports.sms.send(text);
  }
  return { status: 'try-later', reason: 'no-place' };
}
