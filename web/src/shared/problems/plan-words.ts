import type { planProblems } from '#domain/plan/checks/plan-problems';
import { textShown } from '../words/placeholders.ts';
import type { Texts } from './said.ts';

const lists = {
  steps: 'tahap',
  dates: 'tanggal',
  phones: 'nomor HP',
  quietDays: 'jenis hari tanpa SMS',
} as const;

export const planWords: Texts<keyof typeof planProblems> = {
  id: {
    'not-whole-number': ({ from, to }) => `bukan bilangan bulat dari ${from} sampai ${to}`,
    'not-a-time': (_, { clock }) => `bukan jam seperti ${clock('09:00')}`,
    'not-a-text': 'bukan teks',
    'not-texts': 'bukan kumpulan teks per bahasa',
    'not-a-step': 'bukan tahap',
    'not-a-step-id': 'bukan kode tahap seperti last-call',
    'not-an-anchor': 'bukan tanggal acuan: jatuh tempo atau berakhirnya kepesertaan',
    'not-a-list': ({ of, most }) => `paling banyak ${most} ${lists[of]}`,
    'not-a-percentage': 'bukan persentase dari 0 sampai 50',
    'not-a-budget': 'bukan jumlah rupiah bulat di atas 0',
    'not-paid-text': 'bukan teks konfirmasi',
    'not-quiet-hours': 'bukan sepasang jam',
    'not-holidays': 'bukan dua daftar tanggal',
    'not-a-plan': 'bukan jadwal pengingat',
    'step-id-twice': ({ other }, { step }) =>
      `juga kode tahap “${step(other)}”: tiap tahap memiliki kodenya sendiri`,
    'step-id-reserved': 'adalah kode konfirmasi pembayaran: beri tahap ini kode lain',
    'step-id-moved': ({ version }) =>
      `di versi ${version} dihitung dari tanggal acuan lain, dan tidak dapat dipindahkan: tambahkan tahap baru`,
    'in-quiet-hours': ({ from, to }, { clock }) =>
      `termasuk jam tanpa SMS, ${clock(from)} sampai ${clock(to)}: pilih jam di luar itu`,
    'steps-at-once': (at, { step, date, clock, month }) =>
      `bersamaan dengan tahap “${step(at.other)}”: ${date(at.date)} pukul ${clock(at.time)}, untuk iuran ${month(at.month)}; pindahkan salah satunya`,
    'quiet-all-day': ({ from, to, minutes }, { clock }) =>
      `${clock(from)} sampai ${clock(to)} menyisakan ${minutes} menit sehari untuk SMS: sisakan paling sedikit 60`,
    'holiday-twice': ({ date: day }, { date }) => `${date(day)} tercantum dua kali`,
    'holiday-both': ({ date: day }, { date }) =>
      `${date(day)} juga ada di libur tambahan: pilih salah satu`,
    'text-missing': 'belum diisi: bahasa tanpa teks menerima teks Bahasa Indonesia',
    'text-blank':
      'hanya berisi spasi: kosongkan saja, maka pesertanya menerima teks Bahasa Indonesia',
    'placeholder-unknown': ({ found, known }) =>
      `${found} tidak dikenal; yang ada: ${textShown(known.join(' '), 'id')}`,
    'brace-alone': ({ brace }) => `ada ${brace} yang bukan bagian dari isian otomatis`,
    'text-has-link': ({ found }) =>
      `ada “${found}”: tautan adalah ciri SMS penipuan; sebutkan tempat bayarnya dengan kata-kata`,
    'text-has-number': ({ found }) =>
      `ada “${found}”: nomor HP, NIK, dan angka panjang lain ditolak operator`,
    'text-has-call': ({ found }) => `ada “${found}”: nomor untuk dihubungi ditolak operator`,
    'text-too-long': ({ parts, characters, longest, most }) =>
      `menjadi ${parts} bagian SMS saat paling panjang (${characters} karakter: “${longest}”); paling banyak ${most}`,
    'if-match-missing': 'Versi jadwal yang Anda ubah tidak disebut',
    'plan-overtaken': ({ current, yours }) =>
      `Versi ${current} sudah berlaku, sedangkan perubahan Anda dibuat dari versi ${yours}`,
    'no-such-version': ({ version }) => `Tidak ada jadwal versi ${version}`,
    'own-proposal': ({ version }) =>
      `Versi ${version} adalah usulan Anda sendiri: admin lain yang menyetujui`,
    'proposal-overtaken': ({ version, follows, current }) =>
      `Versi ${version} diusulkan sebagai pengganti versi ${follows}, padahal versi ${current} sudah berlaku: pulihkan untuk mengusulkannya lagi`,
    'schedules-behind':
      'Jadwal tersimpan dan berlaku, tetapi SMS mungkin masih keluar pada jam yang lama. Simpan sekali lagi; malam ini pukul 02.30 dicoba lagi juga',
    'plan-busy': 'Jadwal sedang diubah orang lain: coba lagi',
    'no-test-phones':
      'belum ada di daftar: tambahkan dahulu di Pengaturan, di bagian Nomor penerima contoh, lalu simpan',
    'not-a-test-phone': ({ phones }) =>
      `tidak ada di antara ${phones} nomor penerima contoh: tambahkan dahulu di Pengaturan, lalu simpan`,
    'sample-over-budget':
      'Anggaran bulan ini sudah habis: contoh pun SMS berbayar. Naikkan anggaran, atau tunggu bulan berikutnya',
    'sample-at-night': ({ time, from, to }, { clock }) =>
      `Sekarang pukul ${clock(time)} WIB, dan dari ${clock(from)} sampai ${clock(to)} tidak ada SMS yang keluar: coba lagi setelahnya`,
  },
  en: {
    'not-a-list': ({ of, most }) => `at most ${most} ${of === 'quietDays' ? 'kinds' : of}`,
    'step-id-twice': ({ other }, { step }) =>
      `is the id of the step “${step(other)}” as well: each has its own`,
    'in-quiet-hours': ({ from, to }, { clock }) =>
      `falls within quiet hours, ${clock(from)} to ${clock(to)}: take a time between`,
    'steps-at-once': (at, { step, date, clock, month }) =>
      `goes out at the same time as “${step(at.other)}”: ${date(at.date)} ${clock(at.time)}, for ${month(at.month)}; move one of them`,
    'holiday-twice': ({ date: day }, { date }) => `${date(day)} is listed twice`,
    'holiday-both': ({ date: day }, { date }) =>
      `${date(day)} is among those to add as well: either it is a holiday or it is not`,
    'no-test-phones': 'is not on the list yet: add it under Settings, Phones for samples, and save',
    'not-a-test-phone': ({ phones }) =>
      `is not among the ${phones} phones for samples: add it under Settings, and save`,
    'sample-over-budget':
      'This month’s budget is used up, and a sample costs money too: raise it, or wait for the next month',
  },
};
