import type { WorkerFacts } from '#domain/people/worker';
import type { Texts } from '../language.tsx';

/** Each fact about a worker: as a label, and within a sentence that lists changes. */
type FactTexts = Readonly<Record<keyof WorkerFacts, Readonly<{ label: string; listed: string }>>>;

export const factTexts: Texts<FactTexts> = {
  id: {
    name: { label: 'Nama', listed: 'nama' },
    phone: { label: 'Nomor HP', listed: 'nomor HP' },
    province: { label: 'Provinsi', listed: 'provinsi' },
    sector: { label: 'Sektor', listed: 'sektor' },
    income: { label: 'Penghasilan sebulan', listed: 'penghasilan' },
    jht: { label: 'JHT (tabungan hari tua)', listed: 'JHT' },
    language: { label: 'Bahasa SMS', listed: 'bahasa SMS' },
    governmentPaid: { label: 'Iuran dibayar pemerintah', listed: 'pembayaran oleh pemerintah' },
    group: { label: 'Kelompok', listed: 'kelompok' },
    memberSince: { label: 'Peserta sejak', listed: 'awal kepesertaan' },
    coveredThrough: { label: 'Lunas sampai', listed: 'bulan lunas terakhir' },
    ended: { label: 'Berakhir', listed: 'akhir kepesertaan' },
  },
  en: {
    name: { label: 'Name', listed: 'the name' },
    phone: { label: 'Phone', listed: 'the phone' },
    province: { label: 'Province', listed: 'the province' },
    sector: { label: 'Sector', listed: 'the sector' },
    income: { label: 'Income a month', listed: 'the income' },
    jht: { label: 'JHT (old-age savings)', listed: 'JHT' },
    language: { label: 'Language of texts', listed: 'the language of texts' },
    governmentPaid: { label: 'Paid by the government', listed: 'who pays' },
    group: { label: 'Group', listed: 'the group' },
    memberSince: { label: 'Member since', listed: 'the beginning of membership' },
    coveredThrough: { label: 'Covered through', listed: 'the month covered through' },
    ended: { label: 'Ended', listed: 'the end of membership' },
  },
};

/** A field's name within a sentence: a fact's, one of `others`, or the name itself. */
export const listedName = (
  facts: FactTexts,
  others: Readonly<Record<string, string>>,
  field: string,
): string => others[field] ?? facts[field as keyof WorkerFacts]?.listed ?? field;
