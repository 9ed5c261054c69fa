import type { Instant } from '#domain/calendar/dates';
import { asked, isInPlace, momentsFrom } from '#domain/sending/places';
import type { Settings } from '#domain/settings';
import type { Clock } from '#flows/ports';
import type { SmsRateLimit } from '#flows/sending/sms-port';

type Limited = Readonly<{
  ports: Readonly<{ rateLimit: SmsRateLimit; clock: Clock }>;
  settings: Pick<Settings, 'smsPartsPerSecond' | 'claimLeadMilliseconds'>;
}>;

/**
 * When texts of so many `parts` may leave, in their order, within this second or the next: nobody
 * waits long or asks again and again. Those without a place are missing at the end.
 */
export async function placesFor(
  parts: readonly number[],
  {
    ports: { rateLimit, clock },
    settings: { smsPartsPerSecond: perSecond, claimLeadMilliseconds },
  }: Limited,
  lead = claimLeadMilliseconds,
): Promise<readonly Instant[]> {
  const moments: Instant[] = [];
  const now = Date.parse(clock.now());
  const begun = Math.floor((now + lead) / 1_000);
  for (const second of [begun, begun + 1]) {
    // A text of more parts than a second has takes all of it.
    const waiting = parts.slice(moments.length).map((each) => Math.min(each, perSecond));
    if (waiting.length === 0) break;
    const places = waiting.reduce((sum, each) => sum + each, 0);
    const first = await rateLimit.take(asked({ second, places, perSecond }, { now, lead }));
    if (first !== null) moments.push(...momentsFrom(first, waiting, { second, perSecond }));
  }
  return moments;
}

/** Until a second begins of which nobody has asked yet. */
export function nextSecond({ ports: { clock }, settings }: Limited): Promise<void> {
  const into = (Date.parse(clock.now()) + settings.claimLeadMilliseconds) % 1_000;
  return clock.sleep(1_000 - into);
}

/** True at that moment; false where it had gone before. */
export async function atPlace({ ports: { clock } }: Limited, place: Instant): Promise<boolean> {
  await untilBefore(0, place, clock);
  return isInPlace(Date.parse(place), Date.parse(clock.now()));
}

/** A timer may ring a millisecond early, which could be in the second before. */
export async function untilBefore(lead: number, place: Instant, clock: Clock): Promise<void> {
  for (;;) {
    const wait = Date.parse(place) - lead - Date.parse(clock.now());
    if (wait <= 0) return;
    await clock.sleep(wait);
  }
}
