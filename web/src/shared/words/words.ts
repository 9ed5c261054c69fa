import { coverageWords } from '#domain/people/cycles/coverage-words';
import type { Tenure } from '#domain/people/tenure';
import type { Sector } from '#domain/people/worker';
import { skipWords, statusWords } from '#domain/sending/status-words';

const id = {
  /** The glossary's words, as the field says them. */
  coverage: coverageWords,
  status: statusWords,
  skipped: skipWords,
  months: (first: string, last: string, count: string) => `${first} – ${last} (${count} bulan)`,
  sector: { transport: 'Transportasi', other: 'Lainnya' } satisfies Record<Sector, string>,
  workerLanguage: {
    id: 'Bahasa Indonesia',
    jv: 'Bahasa Jawa',
    su: 'Bahasa Sunda',
    en: 'Bahasa Inggris',
  },
  tenure: {
    'first-3': 'Tiga bulan pertama',
    '4-12': 'Bulan ke-4 sampai ke-12',
    later: 'Lebih dari setahun',
    unknown: 'Tidak diketahui',
  } satisfies Record<Tenure, string>,
  step: {
    due: {
      before: (days: string) => `${days} hari sebelum jatuh tempo`,
      on: 'pada hari jatuh tempo',
      after: (days: string) => `${days} hari setelah jatuh tempo`,
    },
    lapse: {
      before: (days: string) => `${days} hari sebelum nonaktif`,
      on: 'pada hari nonaktif',
      after: (days: string) => `${days} hari setelah nonaktif`,
    },
    paid: 'Konfirmasi pembayaran',
    allDay: 'Sepanjang hari',
  },
};

const inDays = (days: string): string => (days === '1' ? '1 day' : `${days} days`);

const en: typeof id = {
  coverage: {
    active: 'Active',
    due: 'Due',
    arrears: 'In arrears',
    lapsed: 'Lapsed',
    ended: 'Ended',
  },
  status: {
    claimed: 'Being sent',
    sent: 'Sent',
    delivered: 'Delivered',
    undelivered: 'Undelivered',
    skipped: 'Skipped',
    failed: 'Failed',
    unknown: 'Unknown',
    missed: 'Missed',
  },
  skipped: {
    stopped: 'asked for no texts',
    'held-out': 'held out',
    'no-phone': 'no phone',
    'dead-number': 'dead number',
    'not-on-list': 'not a trial phone',
    budget: 'budget used up',
    paid: 'has paid',
    superseded: 'another reminder the same day',
  },
  months: (first, last, count) => `${first} – ${last} (${count} months)`,
  sector: { transport: 'Transport', other: 'Other' },
  workerLanguage: { id: 'Indonesian', jv: 'Javanese', su: 'Sundanese', en: 'English' },
  tenure: {
    'first-3': 'First three months',
    '4-12': 'Months 4 to 12',
    later: 'Over a year',
    unknown: 'Unknown',
  },
  step: {
    due: {
      before: (days) => `${inDays(days)} before due`,
      on: 'on the due date',
      after: (days) => `${inDays(days)} after due`,
    },
    lapse: {
      before: (days) => `${inDays(days)} before lapse`,
      on: 'on the lapse date',
      after: (days) => `${inDays(days)} after lapse`,
    },
    paid: 'Confirmation of payment',
    allDay: 'All day',
  },
};

export const wordsTexts = { id, en };
