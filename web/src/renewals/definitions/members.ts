const id = {
  members: {
    name: 'Peserta',
    means:
      'Awal + masuk + masuk kembali − nonaktif − keluar = akhir. Lunas (aktif): lunas sampai bulan itu atau lebih.',
  },
  collection: {
    name: 'Tingkat penagihan',
    means:
      'Uang yang diterima untuk bulan itu, kapan pun dibayar ÷ yang diharapkan dari semua peserta pada jatuh temponya, termasuk yang membayar di muka dan yang menunggak. Bulan yang menurut daftar peserta pertama sudah lunas terhitung sebagai diterima.',
  },
  ageing: {
    name: 'Umur tunggakan',
    means:
      'Hari sejak jatuh tempo bulan tertua yang belum dibayar. Setiap peserta dihitung satu kali, dengan semua iuran yang belum dibayarnya sampai bulan ini.',
  },
  sent: {
    name: 'Terkirim',
    means:
      'SMS yang sudah keluar, sampai atau belum. Sengaja tidak dikirim: ada alasannya. Gagal: pasti tidak terkirim. Tidak diketahui: mungkin terkirim. Tidak sempat terkirim: waktunya sudah lewat.',
  },
};

const en: typeof id = {
  members: {
    name: 'Members',
    means:
      'Opening + joined + rejoined − lapsed − left = closing. Active: covered through that month or later.',
  },
  collection: {
    name: 'Collection',
    means:
      'Money received for that month, whenever it came ÷ what is expected of all members on its due date, with those who paid ahead and those in arrears. A month that the first roster says is paid counts as received.',
  },
  ageing: {
    name: 'Ageing',
    means:
      'Days since the due date of the oldest unpaid month. A worker is counted once, with all that they have not paid up to this month.',
  },
  sent: {
    name: 'Sent',
    means:
      'Texts that left, delivered or not yet. Skipped: not sent on purpose, with the reason. Failed: definitely not sent. Unknown: may have been sent. Missed: it was too late.',
  },
};

export const memberDefinitions = { id, en };
