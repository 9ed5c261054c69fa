const id = {
  title: (month: string) => `Hasil pengingat untuk iuran ${month}`,
  chart: 'Biaya SMS di samping tambahan iuran',
  chartText: 'Per bulan iuran yang sudah dapat dibandingkan, dalam rupiah.',
  spend: 'Biaya SMS',
  brings: 'Tambahan iuran berkat SMS',
  net: 'Hasil bersih',
  perRenewal: 'Biaya per perpanjangan',
  perExtra: 'Biaya per perpanjangan tambahan',
  average: 'Rata-rata iuran sebulan',
  eachRenewal: (cost: string) => `${cost} per perpanjangan`,
  eachExtra: (cost: string) => `${cost} per perpanjangan tambahan`,
  noExtra: 'tidak ada perpanjangan tambahan',
  ofDue: (received: string, due: string) => `${received} dari ${due}`,
  loss: (net: string) => (month: string) => `Pengingat untuk iuran ${month} rugi ${net}`,
  gain: (net: string) => (month: string) => `Pengingat untuk iuran ${month} menghasilkan ${net}`,
  even: (month: string) => `Pengingat untuk iuran ${month} kembali modal`,
  lossText: (spend: string, brings: string) =>
    `Biaya SMS ${spend}, sedangkan tambahan iuran berkat SMS diperkirakan hanya ${brings}. Biayanya lebih besar daripada hasilnya.`,
  fewerText: (spend: string, fewer: string) =>
    `Biaya SMS ${spend}, dan yang diingatkan membayar lebih jarang daripada kelompok pembanding: iuran diperkirakan berkurang ${fewer}.`,
  gainText: (spend: string, brings: string) =>
    `Biaya SMS ${spend}, dan tambahan iuran berkat SMS diperkirakan ${brings}.`,
  extraText: (perExtra: string, average: string) =>
    `Biaya setiap perpanjangan tambahan ${perExtra}; iuran sebulan rata-rata ${average}.`,
  noExtraText: 'Tidak ada perpanjangan tambahan, jadi tidak ada biaya per perpanjangan tambahan.',
  unsure:
    'Angka ini perkiraan: selisihnya belum terbukti berbeda dari nol, jadi hasil sebenarnya dapat lebih kecil atau lebih besar.',
  onlyMonth:
    'Yang dihitung hanya iuran bulan itu sendiri. Iuran bulan-bulan berikutnya ada di Jangka panjang; manfaat perlindungan bagi peserta tidak terhitung di mana pun.',
  early: (date: string) =>
    `Baru dihitung mulai ${date}, sehari sebelum kepesertaan yang belum membayar menjadi nonaktif`,
  none: (month: string) => `Hasil untuk ${month} belum dapat dihitung`,
  spent: (spend: string) => `Biaya SMS sejauh ini ${spend}.`,
  spentSoFar: (spend: string, perRenewal: string) =>
    `Biaya SMS sejauh ini ${spend}, ${perRenewal} per perpanjangan.`,
  together: (count: string) => `${count} bulan yang dapat dibandingkan, dijumlahkan`,
};

const en: typeof id = {
  title: (month) => `What reminding for ${month} was worth`,
  chart: 'Cost of texts beside the extra contribution',
  chartText: 'For each contribution month that can be compared, in rupiah.',
  spend: 'Cost of texts',
  brings: 'Extra contribution from texts',
  net: 'Net',
  perRenewal: 'Cost per renewal',
  perExtra: 'Cost per extra renewal',
  average: 'Average contribution for a month',
  eachRenewal: (cost) => `${cost} per renewal`,
  eachExtra: (cost) => `${cost} per extra renewal`,
  noExtra: 'no extra renewals',
  ofDue: (received, due) => `${received} of ${due}`,
  loss: (net) => (month) => `Reminding for ${month} lost ${net}`,
  gain: (net) => (month) => `Reminding for ${month} earned ${net}`,
  even: (month) => `Reminding for ${month} broke even`,
  lossText: (spend, brings) =>
    `The texts cost ${spend}; the extra contribution they brought is estimated at ${brings}. They cost more than they brought.`,
  fewerText: (spend, fewer) =>
    `The texts cost ${spend}, and those reminded paid less often than those held out: contributions are estimated to be ${fewer} lower.`,
  gainText: (spend, brings) =>
    `The texts cost ${spend} and brought an extra contribution estimated at ${brings}.`,
  extraText: (perExtra, average) =>
    `Each extra renewal cost ${perExtra}; a month's contribution is ${average} on average.`,
  noExtraText: 'There were no extra renewals, so there is no cost per extra renewal.',
  unsure:
    'This is an estimate: the difference is not proven to be other than zero, so the true result may be smaller or larger.',
  onlyMonth:
    'Only the contribution for the month itself is counted. What workers pay in later months is under Long run; what their protection is worth to them is counted nowhere.',
  early: (date) => `Told only from ${date}, the day before unpaid membership lapses`,
  none: (month) => `What reminding for ${month} was worth cannot be told yet`,
  spent: (spend) => `Texts have cost ${spend} so far.`,
  spentSoFar: (spend, perRenewal) => `Texts have cost ${spend} so far, ${perRenewal} per renewal.`,
  together: (count) => `${count} months that can be compared, added up`,
};

export const worthTexts = { id, en };
