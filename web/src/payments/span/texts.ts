const id = {
  from: 'Dicatat dari',
  to: 'Sampai',
  channel: 'Kanal',
  reference: 'Referensi',
  all: 'Semua',
  show: 'Tampilkan',
  on: (date: string) => `Dicatat ${date}`,
  between: (from: string, to: string) => `Dicatat ${from} sampai ${to}`,
  anyDay: 'Dengan referensi ini',
  none: 'Tidak ada pembayaran yang dicatat pada tanggal ini',
  noneSuch:
    'Tidak ada pembayaran seperti itu. Di kanal dan referensi, huruf besar dan kecil dibedakan.',
  totals: 'Jumlah per kanal',
  received: 'Iuran diterima',
  unmatched: 'Di antaranya tanpa peserta',
  reversed: 'Dibatalkan',
  of: (payments: string, rupiah: string) => `${rupiah} (${payments})`,
  means:
    'Menurut tanggal dicatat, waktu Jakarta. Yang dibatalkan tidak termasuk iuran yang diterima. Jumlah ini dapat tertinggal setengah menit dari daftarnya.',
};

const en: typeof id = {
  from: 'Recorded from',
  to: 'To',
  channel: 'Channel',
  reference: 'Reference',
  all: 'All',
  show: 'Show',
  on: (date) => `Recorded on ${date}`,
  between: (from, to) => `Recorded from ${from} to ${to}`,
  anyDay: 'Of this reference',
  none: 'No payment was recorded on these dates',
  noneSuch:
    'There is no such payment. In channels and references, capital and small letters differ.',
  totals: 'Totals by channel',
  received: 'Received',
  unmatched: 'Of these unmatched',
  reversed: 'Reversed',
  of: (payments, rupiah) => `${rupiah} (${payments})`,
  means:
    'By the day of recording, in Jakarta. What was reversed is not among what was received. The totals may be half a minute behind the list.',
};

export const spanTexts = { id, en };
