import type { Step } from '#domain/plan/plan';
import type { Preview } from '#flows/preview/preview-plan';
import { factRows } from '../../shared/csv/saved-csv.ts';
import { stepDescriptionIn } from '../../shared/words/step-words.ts';

export type Day = Preview['days'][number];

const heads = {
  date: 'Tanggal',
  step: 'Tahap',
  month: 'Iuran bulan',
  expectedReminders: 'Perkiraan SMS',
  mostReminders: 'SMS paling banyak',
  reminders: 'SMS bila tidak ada lagi yang membayar',
  parts: 'Bagian SMS bila tidak ada lagi yang membayar',
  expectedCostRupiah: 'Perkiraan biaya (Rp)',
  mostCostRupiah: 'Biaya paling banyak (Rp)',
  costRupiah: 'Biaya bila tidak ada lagi yang membayar (Rp)',
} as const satisfies Readonly<Record<keyof Day, string>>;

export const dayRows = (days: readonly Day[], steps: readonly Step[]) =>
  factRows(
    heads,
    days.map((day) => {
      const step = steps.find(({ id }) => id === day.step);
      return { ...day, step: step ? stepDescriptionIn('id')(step) : day.step };
    }),
  );
