import type { PaymentRecord } from '#domain/payments/payment';
import type { ChangeKind } from '#domain/people/worker';
import type { ReminderStatus, SkipReason } from '#domain/sending/reminder';
import { textReasonIn } from '../../shared/text-reasons.ts';

type Flag = PaymentRecord['flags'][number];
/** `about`: the month and step; `reason`: the provider's or carrier's, if they gave one. */
type OfReminder = (about: string, reason: string | null) => string;
/** `what`: the fields that changed, or why a membership ended. */
type OfChange = (what: string) => string;

function because(language: 'id' | 'en', reason: string | null): string {
  const said = reason === null ? null : textReasonIn(language, reason);
  return said === null ? '' : ` (${said})`;
}

const id = {
  title: 'Riwayat: mengapa di-SMS atau tidak',
  label: 'Riwayat peserta, yang terbaru lebih dulu',
  none: 'Belum ada riwayat',
  noneText:
    'Peserta ini belum pernah masuk jadwal pengingat, belum membayar, dan datanya belum pernah diubah.',
  about: (month: string, step: string) => `tentang iuran ${month} (${step})`,
  aboutPayment: (month: string) => `bahwa pembayaran iuran ${month} sudah diterima`,
  heads: {
    claimed: 'Sedang di-SMS',
    sent: 'Di-SMS',
    delivered: 'Di-SMS, sampai',
    undelivered: 'Di-SMS, tidak sampai',
    skipped: 'Tidak di-SMS',
    failed: 'Tidak di-SMS: gagal',
    unknown: 'Mungkin di-SMS',
    missed: 'Tidak di-SMS: terlewat',
  } satisfies Record<ReminderStatus, string>,
  reminder: {
    claimed: (about) => `Sedang di-SMS ${about}.`,
    sent: (about, reason) =>
      reason === 'no receipt'
        ? `Di-SMS ${about}. Operator tidak memberi kabar selama 72 jam, jadi tidak diketahui apakah SMS ini sampai.`
        : `Di-SMS ${about}. Operator belum memberi kabar apakah SMS ini sampai.`,
    delivered: (about) => `Di-SMS ${about}. Menurut operator, SMS ini sampai.`,
    undelivered: (about, reason) =>
      `Di-SMS ${about}, tetapi operator tidak dapat menyampaikannya${because('id', reason)}.`,
    skipped: (about, reason) => `Tidak di-SMS ${about}${because('id', reason)}.`,
    failed: (about, reason) =>
      `Tidak di-SMS ${about}: pengiriman gagal${because('id', reason)}. SMS pasti tidak terkirim dan tidak dicoba lagi.`,
    unknown: (about, reason) =>
      `Mungkin di-SMS ${about}: tidak ada jawaban saat SMS dikirim${because('id', reason)}. Tidak dikirim ulang, supaya tidak ada yang di-SMS dua kali.`,
    missed: (about, reason) =>
      reason === 'paused'
        ? `Tidak di-SMS ${about}: semua pengingat sedang dijeda sampai waktunya lewat.`
        : `Tidak di-SMS ${about}: seharusnya dikirim, tetapi waktunya sudah lewat${because('id', reason)}.`,
  } satisfies Record<ReminderStatus, OfReminder> as Record<ReminderStatus, OfReminder>,
  skipped: {
    stopped: (about) => `Tidak di-SMS ${about}, karena peserta minta tidak di-SMS.`,
    'held-out': (about) =>
      `Tidak di-SMS ${about}, karena untuk bulan ini peserta masuk kelompok pembanding: dipilih acak untuk tidak diingatkan, supaya dampak SMS dapat diukur.`,
    'no-phone': (about) => `Tidak di-SMS ${about}, karena nomor HP-nya tidak ada.`,
    'dead-number': (about) =>
      `Tidak di-SMS ${about}, karena SMS sebelumnya gagal akibat nomornya. Di-SMS lagi setelah nomor HP diperbaiki.`,
    'not-on-list': (about) =>
      `Tidak di-SMS ${about}, karena saat itu SMS hanya dikirim ke nomor uji coba.`,
    budget: (about) => `Tidak di-SMS ${about}, karena anggaran SMS bulan itu sudah habis.`,
    paid: (about) => `Tidak di-SMS ${about}, karena peserta sudah membayar.`,
  } satisfies Record<SkipReason, (about: string) => string> as Record<
    string,
    (about: string) => string
  >,
  parts: (count: string) => `${count} bagian SMS`,
  plan: (version: string) => `jadwal versi ${version}`,
  payment: {
    head: 'Membayar',
    reversedHead: 'Pembayaran dibatalkan',
    bought: (amount: string, channel: string, months: string) =>
      `Membayar ${amount} lewat ${channel} untuk iuran ${months}.`,
    nothingBought: (amount: string, channel: string) =>
      `Membayar ${amount} lewat ${channel}. Uang ini belum melunasi satu bulan pun.`,
    reversed: (amount: string, channel: string, day: string) =>
      `Pembayaran ${amount} lewat ${channel} dibatalkan pada ${day}`,
    why: (reason: string) => `: ${reason}.`,
    reference: (reference: string) => `referensi ${reference}`,
    recorded: (moment: string) => `dicatat ${moment}`,
    flags: {
      'too-little': 'Jumlahnya kurang.',
      'too-much': 'Jumlahnya lebih dari yang dapat dibayarkan.',
      ended: 'Kepesertaannya sudah berakhir.',
      'government-paid': 'Iurannya dibayar pemerintah.',
      future: 'Waktu bayarnya masih akan datang.',
      overdrawn: 'Bulan yang dibeli dengannya tidak dapat ditarik kembali seluruhnya.',
    } satisfies Record<Flag, string>,
  },
  change: {
    imported: {
      head: 'Diperbarui oleh impor',
      text: (fields) => `Impor daftar peserta mengubah ${fields}.`,
    },
    corrected: { head: 'Data diperbaiki', text: (fields) => `Admin memperbaiki ${fields}.` },
    ended: {
      head: 'Kepesertaan diakhiri',
      text: (reason) => `Kepesertaan diakhiri: peserta ${reason}. Sejak itu tidak diingatkan lagi.`,
    },
    stopped: { head: 'SMS dihentikan', text: () => 'Peserta minta tidak di-SMS.' },
    resumed: { head: 'SMS dilanjutkan', text: () => 'Peserta di-SMS lagi.' },
    'covered-by-roster': {
      head: 'Lunas menurut impor',
      text: (fields) => `Menurut impor daftar peserta iuran sudah dibayar; ${fields} berubah.`,
    },
  } satisfies Record<ChangeKind, { head: string; text: OfChange }> as Record<
    ChangeKind,
    { head: string; text: OfChange }
  >,
  by: (who: string) => `oleh ${who}`,
  stopped: 'penghentian SMS',
};

const en: typeof id = {
  title: 'Timeline: why texted, or not',
  label: 'What happened to this worker, newest first',
  none: 'Nothing has happened yet',
  noneText:
    'No reminder has been due for this worker, and they have neither paid nor been changed.',
  about: (month, step) => `about ${month} (${step})`,
  aboutPayment: (month) => `that the payment for ${month} has come in`,
  heads: {
    claimed: 'Being texted',
    sent: 'Texted',
    delivered: 'Texted, delivered',
    undelivered: 'Texted, undelivered',
    skipped: 'Not texted',
    failed: 'Not texted: failed',
    unknown: 'Perhaps texted',
    missed: 'Not texted: missed',
  },
  reminder: {
    claimed: (about) => `Being texted ${about}.`,
    sent: (about, reason) =>
      reason === 'no receipt'
        ? `Texted ${about}. The carrier said nothing for 72 hours, so nobody knows whether it arrived.`
        : `Texted ${about}. The carrier has not said yet whether it arrived.`,
    delivered: (about) => `Texted ${about}. The carrier says that it arrived.`,
    undelivered: (about, reason) =>
      `Texted ${about}, but the carrier could not deliver it${because('en', reason)}.`,
    skipped: (about, reason) => `Not texted ${about}${because('en', reason)}.`,
    failed: (about, reason) =>
      `Not texted ${about}: sending failed${because('en', reason)}. No text left, and it is not tried again.`,
    unknown: (about, reason) =>
      `Perhaps texted ${about}: no answer came when the text was sent${because('en', reason)}. It is not sent again, so that nobody is texted twice.`,
    missed: (about, reason) =>
      reason === 'paused'
        ? `Not texted ${about}: all reminders were paused until it was too late.`
        : `Not texted ${about}: it was owed, and it is too late now${because('en', reason)}.`,
  },
  skipped: {
    stopped: (about) => `Not texted ${about}, because they had asked for no texts.`,
    'held-out': (about) =>
      `Not texted ${about}, because they are held out this month: drawn by lot to go without, so that the effect of the texts can be measured.`,
    'no-phone': (about) => `Not texted ${about}, because there is no phone.`,
    'dead-number': (about) =>
      `Not texted ${about}, because earlier texts failed for the sake of the number. They are texted again once it is corrected.`,
    'not-on-list': (about) => `Not texted ${about}, because texts went to trial phones only.`,
    budget: (about) => `Not texted ${about}, because the month’s budget was used up.`,
    paid: (about) => `Not texted ${about}, because they had paid.`,
  },
  parts: (count) => (count === '1' ? '1 SMS part' : `${count} SMS parts`),
  plan: (version) => `plan version ${version}`,
  payment: {
    head: 'Paid',
    reversedHead: 'Payment reversed',
    bought: (amount, channel, months) => `Paid ${amount} through ${channel} for ${months}.`,
    nothingBought: (amount, channel) =>
      `Paid ${amount} through ${channel}. It has not paid for a whole month.`,
    reversed: (amount, channel, day) =>
      `The payment of ${amount} through ${channel} was reversed on ${day}`,
    why: (reason) => `: ${reason}.`,
    reference: (reference) => `reference ${reference}`,
    recorded: (moment) => `recorded ${moment}`,
    flags: {
      'too-little': 'It was too little.',
      'too-much': 'It was more than can be paid.',
      ended: 'Their membership had ended.',
      'government-paid': 'The government pays for them.',
      future: 'It is dated in the future.',
      overdrawn: 'What was bought with it could not be taken back whole.',
    },
  },
  change: {
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
  },
  by: (who) => `by ${who}`,
  stopped: 'the stop of texts',
};

export const timelineTexts = { id, en };
