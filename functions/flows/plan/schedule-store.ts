import type { Zone } from '#domain/calendar/zones';

export type ScheduleStore = {
  /** Those in our group. `intact` is false where somebody changed what we wrote. */
  list(): Promise<readonly Readonly<{ name: string; intact: boolean }>[]>;
  put(schedule: Schedule): Promise<void>;
  remove(name: string): Promise<void>;
};

export type Schedule = Readonly<{ name: string; zone: Zone; time: string }>;
