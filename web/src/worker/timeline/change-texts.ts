import type { ChangeKind } from '#domain/people/worker';

/** `what`: the fields that changed, why a membership ended, or somebody's note. */
type OfChange = (what: string) => string;

type Words = Record<ChangeKind, Readonly<{ head: string; text: OfChange }>>;

const id: Words = {
  imported: {
    head: 'Diperbarui oleh impor',
    text: (fields) => `Impor daftar peserta mengubah ${fields}.`,
  },
  corrected: { head: 'Data diperbaiki', text: (fields) => `Admin memperbaiki ${fields}.` },
  ended: {
    head: 'Kepesertaan diakhiri',
    text: (reason) => `Kepesertaan diakhiri: peserta ${reason}. Sejak itu tidak diingatkan lagi.`,
  },
  stopped: { head: 'SMS dihentikan', text: () => 'Peserta meminta SMS dihentikan.' },
  resumed: { head: 'SMS dilanjutkan', text: () => 'Peserta menerima SMS lagi.' },
  'covered-by-roster': {
    head: 'Lunas menurut impor',
    text: (fields) => `Menurut impor daftar peserta iuran sudah dibayar; ${fields} berubah.`,
  },
  restored: { head: 'Dipulihkan', text: () => 'Data peserta dipulihkan dari salinan tabel.' },
  'attention-resolved': {
    head: 'Sudah ditangani',
    text: (note) => note || 'Ditandai sudah ditangani, tanpa catatan.',
  },
  'attention-restored': {
    head: 'Perlu ditangani lagi',
    text: () => 'Tanda sudah ditangani dicabut.',
  },
};

const en: Words = {
  imported: {
    head: 'Updated by an import',
    text: (fields) => `An imported roster changed ${fields}.`,
  },
  corrected: { head: 'Corrected', text: (fields) => `An admin corrected ${fields}.` },
  ended: {
    head: 'Membership ended',
    text: (reason) => `The membership was ended: they ${reason}. They are not reminded since.`,
  },
  stopped: { head: 'Texts stopped', text: () => 'They asked for no texts.' },
  resumed: { head: 'Texts resumed', text: () => 'They are texted again.' },
  'covered-by-roster': {
    head: 'Paid, according to an import',
    text: (fields) => `An imported roster said that they had paid; it changed ${fields}.`,
  },
  'attention-resolved': {
    head: 'Dealt with',
    text: (note) => note || 'Marked as done, without a note.',
  },
  'attention-restored': {
    head: 'Needs attention again',
    text: () => 'It is no longer marked as done.',
  },
  restored: { head: 'Restored', text: () => 'Their data was restored from a copy of the table.' },
};

export const changeTexts = { id, en };
