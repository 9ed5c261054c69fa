import type { workerProblems } from '#domain/people/worker-problems';
import type { Texts } from './said.ts';

export const workerWords: Texts<keyof typeof workerProblems> = {
  id: {
    'nik-empty': 'kosong: harus 16 angka NIK',
    'nik-characters': 'berisi huruf atau tanda lain: NIK terdiri dari 16 angka',
    'nik-length': ({ digits }) => `terdiri dari ${digits} angka: NIK terdiri dari 16 angka`,
    'nik-birth-date':
      'tidak berisi tanggal lahir di angka ke-7 sampai ke-12 (tanggal, perempuan ditambah 40, lalu bulan dan tahun)',
    'nik-serial':
      'bernomor urut 0000, padahal tidak ada NIK seperti itu: Excel hanya menyimpan 15 angka, dan angka terakhir menjadi 0',
    'niks-rounded': ({ niks, rounded }) =>
      `${rounded} dari ${niks} NIK berakhiran 0: Excel hanya menyimpan 15 angka dari sebuah bilangan, dan angka terakhir menjadi 0. Ubah format kolom NIK menjadi teks, isi lagi NIK dari sumbernya, lalu impor lagi.`,
    'phone-foreign': 'nomor luar negeri: SMS hanya untuk nomor HP Indonesia seperti 0870 0000 0000',
    'phone-none': 'bukan nomor HP: tulis seperti 0870 0000 0000',
    'phone-landline': 'telepon rumah: SMS perlu nomor HP, yang diawali 08',
    'phone-length': ({ digits }) =>
      `terdiri dari ${digits} angka setelah +62: nomor HP terdiri dari 9 sampai 12`,
    'phone-prefix': ({ prefix }) =>
      `diawali ${prefix}, padahal tidak ada nomor HP Indonesia seperti itu`,
    'name-empty': 'kosong: peserta disapa dengan namanya',
    'name-letters': 'tidak berisi huruf',
    'too-many-characters': ({ characters, most }) =>
      `terdiri dari ${characters} huruf: paling banyak ${most}`,
    'province-unknown': 'bukan salah satu dari 38 provinsi, seperti Jawa Tengah',
    'income-none': 'bukan penghasilan sebulan dalam rupiah bulat, seperti 1000000 atau 1.000.000',
    'month-none': 'bukan bulan: tulis seperti 2026-10, 10/2026, atau Okt-26',
    'date-none': 'bukan tanggal: tulis seperti 2026-11-16 atau 16/11/2026',
    'choice-empty': ({ choices }) => `kosong: tulis salah satu dari ${choices.join(', ')}`,
    'choice-unknown': ({ choices }) => `tidak dikenal: tulis salah satu dari ${choices.join(', ')}`,
    'ended-without-reason':
      'kosong, padahal tanggal_berakhir diisi: tulis meninggal, bekerja, atau luar negeri',
    'ended-without-date':
      'kosong, padahal alasan_berakhir diisi: tulis tanggalnya, seperti 16/11/2026',
    'months-ahead': ({ most }) =>
      `lebih dari ${most} bulan ke depan: belum ada yang dapat membayar sejauh itu`,
    'ends-in-future': ({ on, today }, { date }) =>
      `${date(on)} masih akan datang: isi akhir kepesertaan setelah harinya tiba (hari ini ${date(today)})`,
    'ends-before-beginning': ({ on, since }, { date, month }) =>
      `${date(on)} sebelum kepesertaannya mulai, ${month(since)}: salah satunya keliru`,
    'stop-over': ({ until, today }, { date }) =>
      `pada ${date(until)} SMS sudah boleh dikirim lagi, padahal hari ini ${date(today)}: pilih hari sesudahnya`,
    'person-erased': 'Peserta ini pernah minta datanya dihapus: tidak dibawa kembali oleh impor',
    'behind-paid': ({ line, paid }, { month }) =>
      `Menurut baris ini lunas sampai ${month(line)}, padahal ${month(paid)} sudah dibayar: baris ini tidak dipakai`,
    'person-repeated': ({ line }) =>
      `Baris ${line} sudah tentang peserta ini dan isinya lain: baris ini tidak dipakai`,
    'line-busy':
      'Baris ini tidak dapat dipakai: peserta sedang diubah orang lain, atau datanya tidak terbaca',
  },
  en: {
    'ends-in-future': ({ on, today }, { date }) =>
      `${date(on)} is still to come: enter an end when it is there (today is ${date(today)})`,
    'behind-paid': ({ line, paid }, { month }) =>
      `The line says covered through ${month(line)}, but ${month(paid)} is paid: nothing of the line was applied`,
    'ends-before-beginning': ({ on, since }, { date, month }) =>
      `${date(on)} is before the membership began, in ${month(since)}: one of the two is wrong`,
    'stop-over': ({ until, today }, { date }) =>
      `from ${date(until)} on texts leave again, and today is ${date(today)}: choose a later day`,
    'person-erased':
      'The data of this person was erased at their request: an import does not bring it back',
  },
};
