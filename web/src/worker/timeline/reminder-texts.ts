import type { ReminderStatus, SkipReason } from '#domain/sending/reminder';
import { textReasonIn } from '../../shared/words/text-reasons.ts';

/** `about`: the month and step; `reason`: the provider's or carrier's, if they gave one. */
type OfReminder = (about: string, reason: string | null) => string;

function because(language: 'id' | 'en', reason: string | null): string {
  const said = reason === null ? null : textReasonIn(language, reason);
  return said === null ? '' : ` (${said})`;
}

const id = {
  about: (month: string, step: string) => `tentang iuran ${month} (${step})`,
  aboutPayment: (month: string) => `konfirmasi pembayaran iuran ${month}`,
  heads: {
    claimed: 'SMS sedang dikirim',
    sent: 'SMS terkirim',
    delivered: 'SMS sampai di HP',
    undelivered: 'SMS tidak sampai di HP',
    skipped: 'SMS sengaja tidak dikirim',
    failed: 'SMS gagal terkirim',
    unknown: 'SMS mungkin terkirim',
    missed: 'SMS tidak sempat terkirim',
  } satisfies Record<ReminderStatus, string>,
  reminder: {
    claimed: (about) => `SMS ${about} sedang dikirim.`,
    sent: (about, reason) =>
      reason === 'no receipt'
        ? `SMS ${about} terkirim. Operator tidak memberi kabar selama 72 jam, jadi tidak diketahui apakah SMS ini sampai.`
        : `SMS ${about} terkirim. Operator belum memberi kabar apakah SMS ini sampai.`,
    delivered: (about) => `SMS ${about} terkirim. Menurut operator, SMS ini sampai.`,
    undelivered: (about, reason) =>
      `SMS ${about} terkirim, tetapi operator tidak dapat menyampaikannya${because('id', reason)}.`,
    skipped: (about, reason) => `SMS ${about} sengaja tidak dikirim${because('id', reason)}.`,
    failed: (about, reason) =>
      `SMS ${about} tidak terkirim: pengiriman gagal${because('id', reason)}. SMS pasti tidak terkirim dan tidak dicoba lagi.`,
    unknown: (about, reason) =>
      `SMS ${about} mungkin terkirim: tidak ada jawaban saat SMS dikirim${because('id', reason)}. Tidak dikirim ulang, supaya tidak ada yang menerimanya dua kali.`,
    missed: (about, reason) => {
      if (reason === 'paused')
        return `SMS ${about} tidak dikirim: semua pengingat sedang dijeda sampai waktunya lewat.`;
      if (reason === 'rescheduled')
        return `SMS ${about} tidak dikirim: rencana pengingat diubah, dan waktunya jadi sudah terlalu lama lewat.`;
      return `SMS ${about} tidak dikirim: seharusnya dikirim, tetapi waktunya sudah lewat${because('id', reason)}.`;
    },
  } satisfies Record<ReminderStatus, OfReminder> as Record<ReminderStatus, OfReminder>,
  skipped: {
    stopped: (about) => `SMS ${about} tidak dikirim, karena peserta meminta SMS dihentikan.`,
    'held-out': (about) =>
      `SMS ${about} tidak dikirim, karena untuk bulan ini peserta masuk kelompok pembanding: dipilih acak untuk tidak diingatkan, supaya dampak SMS dapat diukur.`,
    'no-phone': (about) => `SMS ${about} tidak dikirim, karena nomor HP-nya tidak ada.`,
    'dead-number': (about) =>
      `SMS ${about} tidak dikirim, karena SMS sebelumnya gagal akibat nomornya. SMS dikirim lagi setelah nomor HP diperbaiki.`,
    'not-on-list': (about) =>
      `SMS ${about} tidak dikirim, karena saat itu SMS hanya dikirim ke nomor uji coba.`,
    budget: (about) => `SMS ${about} tidak dikirim, karena anggaran SMS bulan itu sudah habis.`,
    paid: (about) => `SMS ${about} tidak dikirim, karena peserta sudah membayar.`,
    superseded: (about) =>
      `SMS ${about} tidak dikirim, karena hari tanpa SMS menggesernya ke hari yang sama dengan tahap berikutnya, dan hanya tahap itu yang dikirim.`,
  } satisfies Record<SkipReason, (about: string) => string> as Record<
    string,
    (about: string) => string
  >,
  parts: (count: string) => `${count} bagian SMS`,
};

const en: typeof id = {
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
    missed: (about, reason) => {
      if (reason === 'paused')
        return `Not texted ${about}: all reminders were paused until it was too late.`;
      if (reason === 'rescheduled')
        return `Not texted ${about}: the plan was changed, and its moment was then too long ago.`;
      return `Not texted ${about}: it was owed, and it is too late now${because('en', reason)}.`;
    },
  },
  skipped: {
    stopped: (about) => `Not texted ${about}, because they had asked for no texts.`,
    'held-out': (about) =>
      `Not texted ${about}, because they are held out this month: drawn by lot to go without, so that the effect of the texts can be measured.`,
    'no-phone': (about) => `Not texted ${about}, because there is no phone.`,
    'dead-number': (about) =>
      `Not texted ${about}, because earlier texts failed because of a fault with the number. They are texted again once it is corrected.`,
    'not-on-list': (about) => `Not texted ${about}, because texts went to trial phones only.`,
    budget: (about) => `Not texted ${about}, because the month’s budget was used up.`,
    paid: (about) => `Not texted ${about}, because they had paid.`,
    superseded: (about) =>
      `Not texted ${about}, because quiet days moved it to the day of the next step, and only that one is sent.`,
  },
  parts: (count) => (count === '1' ? '1 SMS part' : `${count} SMS parts`),
};

export const reminderTexts = { id, en };
