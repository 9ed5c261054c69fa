/** Of those that the API restates. `percent` is of a fraction. */
export const unitOf = {
  'renewals.due': 'number',
  'renewals.onTime': 'number',
  'renewals.inArrears': 'number',
  'renewals.recovered': 'number',
  'renewals.lapsed': 'number',
  'renewals.left': 'number',
  'renewals.startedLate': 'number',
  'renewals.rates.onTime': 'percent',
  'renewals.rates.renewal': 'percent',
  'renewals.rates.lapse': 'percent',
  'renewals.amountDue': 'rupiah',
  'renewals.amountReceived': 'rupiah',
  'renewals.reminders.sent': 'number',
  'renewals.spendRupiah': 'rupiah',
  'members.opening': 'number',
  'members.closing': 'number',
  'members.active': 'number',
  'members.collection.expected': 'rupiah',
  'members.collection.received': 'rupiah',
  'members.collection.rate': 'percent',
} as const satisfies Readonly<Record<string, 'number' | 'percent' | 'rupiah'>>;

export type FigureName = keyof typeof unitOf;
export const shownFigures = Object.keys(unitOf) as FigureName[];

const id: Record<FigureName, string> = {
  'renewals.due': 'Wajib bayar',
  'renewals.onTime': 'Dibayar tepat waktu',
  'renewals.inArrears': 'Dibayar saat menunggak',
  'renewals.recovered': 'Dibayar setelah nonaktif',
  'renewals.lapsed': 'Nonaktif',
  'renewals.left': 'Keluar sebelum membayar',
  'renewals.startedLate': 'Mulai terlambat',
  'renewals.rates.onTime': 'Tingkat tepat waktu',
  'renewals.rates.renewal': 'Tingkat perpanjangan',
  'renewals.rates.lapse': 'Tingkat nonaktif',
  'renewals.amountDue': 'Iuran wajib bayar',
  'renewals.amountReceived': 'Iuran bulan ini diterima',
  'renewals.reminders.sent': 'SMS terkirim',
  'renewals.spendRupiah': 'Biaya SMS',
  'members.opening': 'Peserta pada awal bulan',
  'members.closing': 'Peserta pada akhir bulan',
  'members.active': 'Di antaranya lunas (aktif)',
  'members.collection.expected': 'Iuran yang seharusnya',
  'members.collection.received': 'Iuran tertagih',
  'members.collection.rate': 'Tingkat penagihan',
};

const en: typeof id = {
  'renewals.due': 'Due',
  'renewals.onTime': 'Paid on time',
  'renewals.inArrears': 'Paid in arrears',
  'renewals.recovered': 'Paid after lapsing',
  'renewals.lapsed': 'Lapsed',
  'renewals.left': 'Left before paying',
  'renewals.startedLate': 'Started late',
  'renewals.rates.onTime': 'On-time rate',
  'renewals.rates.renewal': 'Renewal rate',
  'renewals.rates.lapse': 'Lapse rate',
  'renewals.amountDue': 'Contributions due',
  'renewals.amountReceived': 'Received for this month',
  'renewals.reminders.sent': 'Texts sent',
  'renewals.spendRupiah': 'Cost of texts',
  'members.opening': 'Members when the month began',
  'members.closing': 'Members when the month ended',
  'members.active': 'Of these paid up (active)',
  'members.collection.expected': 'Contributions expected',
  'members.collection.received': 'Contributions collected',
  'members.collection.rate': 'Collection rate',
};

export const figureTexts = { id, en };
