import { type Zone, zones } from '#domain/calendar/zones';

/** `remind-Asia_Jakarta-0900` fires at 09:00 in Asia/Jakarta. */
export const scheduleName = ({ zone, time }: Readonly<{ zone: Zone; time: string }>): string =>
  `remind-${zone.replace('/', '_')}-${time.replace(':', '')}`;

export function parseScheduleName(name: string): Readonly<{ zone: Zone; time: string }> | null {
  const [, place, hour, minute] = /^remind-(\w+)-(\d{2})(\d{2})$/.exec(name) ?? [];
  const zone = zones.find((each) => each.replace('/', '_') === place);
  return zone ? { zone, time: `${hour}:${minute}` } : null;
}
