import { parseRunId } from '#domain/sending/slice';
import type { AuditedCall } from './call-texts.ts';

/** What the call recorded about its outcome; `count` reads one of its numbers. */
type Trail = Readonly<{
  isDry: boolean;
  isPending: boolean;
  count: (name: string) => string;
  text: (name: string) => string;
  month: (month: string) => string;
}>;
type Trails = Partial<Record<AuditedCall, (trail: Trail) => string>>;

const settledKinds: Readonly<Record<'id' | 'en', Readonly<Record<string, string>>>> = {
  id: {
    unknown: 'SMS yang tidak diketahui',
    failed: 'SMS yang gagal',
    missed: 'SMS yang tidak sempat terkirim',
    undelivered: 'SMS yang tidak sampai',
    flagged: 'Pembayaran yang ditandai',
  },
  en: {
    unknown: 'Unknown text',
    failed: 'Failed text',
    missed: 'Missed text',
    undelivered: 'Undelivered text',
    flagged: 'Flagged payment',
  },
};

const kindIn = (language: 'id' | 'en', { text }: Trail): string =>
  settledKinds[language][text('kind')] ?? text('kind');

/** A payment is `bank P-2`. Of texts the month: the entry holds no words for their step. */
function idIn(id: string, month: Trail['month']): string {
  const [, of = '', ...rest] = id.split('#');
  const ofTexts = of.startsWith('wrk_') ? rest[0] : parseRunId(of)?.month;
  return ofTexts ? month(ofTexts) : [of, ...rest].join(' ');
}

/** One item is named, many are counted. Old rows name one as `id`. */
const itemsIn = ({ text, count, month }: Trail): string => {
  const one = text('id') || (text('count') === '1' ? text('ids') : '');
  return one ? idIn(one, month) : count('count');
};

const inPlace = (text: Trail['text']): string => {
  const place = text('province') || text('zone');
  return place && `, ${place}`;
};

const counted = (what: string, counts: readonly string[]): string =>
  `${what}: ${counts.join(', ')}`;

const paymentIn = ({ text }: Trail): string => `${text('channel')} ${text('reference')}`;

const id: Trails = {
  'POST /api/workers/import': ({ isDry, count }) =>
    counted(isDry ? 'Hanya diperiksa' : 'Diimpor', [
      `${count('created')} baru`,
      `${count('updated')} diperbarui`,
      `${count('unchanged')} tetap`,
      `${count('rejected')} ditolak`,
      `${count('conflicts')} tidak sesuai dengan data tersimpan`,
    ]),
  'POST /api/workers/find': ({ count }) => `${count('found')} ditemukan`,
  'GET /api/workers.csv': ({ count, text, month }) =>
    `${count('workers')} peserta, belum membayar sejak ${month(text('month'))}${inPlace(text)}`,
  'POST /api/workers/{id}/stop': ({ count }) =>
    count('others') === '0' ? '' : `Juga ${count('others')} peserta lain dengan nomor HP ini`,
  'PUT /api/plan': ({ isPending, count }) =>
    isPending
      ? `Versi ${count('after')} diusulkan sebagai pengganti versi ${count('before')}`
      : `Versi ${count('before')} diganti dengan versi ${count('after')}`,
  'POST /api/plan/restore': ({ isPending, count }) =>
    `${isPending ? 'Diusulkan' : 'Berlaku'} sebagai versi ${count('after')} menggantikan versi ${count('before')}`,
  'POST /api/plan/approve': ({ count }) =>
    `Versi ${count('before')} diganti dengan versi ${count('after')}`,
  'POST /api/attention/resolve': (trail) => `${kindIn('id', trail)}: ${itemsIn(trail)}`,
  'POST /api/attention/restore': (trail) => `${kindIn('id', trail)}: ${itemsIn(trail)}`,
  'POST /api/payments/import': ({ isDry, count }) =>
    counted(isDry ? 'Hanya diperiksa' : 'Diimpor', [
      `${count('recorded')} baru`,
      `${count('alreadyRecorded')} sudah ada`,
      `${count('unmatched')} tanpa peserta`,
      `${count('rejected')} ditolak`,
      `${count('conflicts')} tidak sesuai dengan data tersimpan`,
    ]),
  'POST /api/payments/reverse': paymentIn,
  'POST /api/payments/match': paymentIn,
};

const en: Trails = {
  'POST /api/workers/import': ({ isDry, count }) =>
    counted(isDry ? 'Only checked' : 'Imported', [
      `${count('created')} new`,
      `${count('updated')} updated`,
      `${count('unchanged')} unchanged`,
      `${count('rejected')} rejected`,
      `${count('conflicts')} in conflict`,
    ]),
  'POST /api/workers/find': ({ count }) => `${count('found')} found`,
  'GET /api/workers.csv': ({ count, text, month }) =>
    `${count('workers')} ${count('workers') === '1' ? 'worker who owes' : 'workers who owe'} ${month(text('month'))}${inPlace(text)}`,
  'POST /api/workers/{id}/stop': ({ count }) =>
    count('others') === '0'
      ? ''
      : `Also ${count('others')} ${count('others') === '1' ? 'other' : 'others'} with this phone`,
  'PUT /api/plan': ({ isPending, count }) =>
    isPending
      ? `Version ${count('after')} is proposed in place of version ${count('before')}`
      : `Version ${count('after')} took the place of version ${count('before')}`,
  'POST /api/plan/restore': ({ isPending, count }) =>
    `${isPending ? 'Proposed' : 'In force'} as version ${count('after')} in place of version ${count('before')}`,
  'POST /api/plan/approve': ({ count }) =>
    `Version ${count('after')} took the place of version ${count('before')}`,
  'POST /api/attention/resolve': (trail) => `${kindIn('en', trail)}: ${itemsIn(trail)}`,
  'POST /api/attention/restore': (trail) => `${kindIn('en', trail)}: ${itemsIn(trail)}`,
  'POST /api/payments/import': ({ isDry, count }) =>
    counted(isDry ? 'Only checked' : 'Imported', [
      `${count('recorded')} new`,
      `${count('alreadyRecorded')} known already`,
      `${count('unmatched')} unmatched`,
      `${count('rejected')} rejected`,
      `${count('conflicts')} in conflict`,
    ]),
  'POST /api/payments/reverse': paymentIn,
  'POST /api/payments/match': paymentIn,
};

export const trailTexts = { id, en };
