import type { Worker } from '#domain/people/worker';

type EndReason = NonNullable<Worker['ended']>['reason'];

const id = {
  endReasons: {
    died: 'meninggal dunia',
    employed: 'bekerja pada pemberi kerja',
    abroad: 'bekerja di luar negeri',
  } satisfies Record<EndReason, string>,
  end: {
    title: 'Akhiri kepesertaan',
    text: 'Mulai saat ini peserta tidak lagi diingatkan untuk membayar.',
    reason: 'Alasan',
    day: 'Berakhir pada',
    save: 'Akhiri kepesertaan',
    saved: 'Kepesertaan diakhiri.',
  },
  unend: {
    title: 'Batalkan akhir kepesertaan',
    text: 'Peserta kembali diingatkan bila iurannya belum dibayar.',
    save: 'Batalkan akhir kepesertaan',
    saved: 'Akhir kepesertaan dibatalkan.',
  },
};

const en: typeof id = {
  endReasons: { died: 'died', employed: 'found an employer', abroad: 'went to work abroad' },
  end: {
    title: 'End membership',
    text: 'From this moment the worker is no longer reminded to pay.',
    reason: 'Reason',
    day: 'Ended on',
    save: 'End membership',
    saved: 'The membership is ended.',
  },
  unend: {
    title: 'Undo the end of membership',
    text: 'The worker is reminded again while a month is unpaid.',
    save: 'Undo the end',
    saved: 'The end of the membership is undone.',
  },
};

export const endTexts = { id, en };
