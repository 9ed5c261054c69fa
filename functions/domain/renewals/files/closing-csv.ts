import { codeAsText, jakartaTime } from '#domain/csv/excel-cells';
import { type Cell, csvText } from '#domain/csv/text';
import type { ClosingEvent, Restated } from '#domain/renewals/closing';
import { cellOf, type Figure, figures, unnamed } from '#domain/renewals/files/figure';
import { memberFigures } from '#domain/renewals/files/member-figures';
import { renewalFigures } from '#domain/renewals/files/renewal-figures';

/** The same columns for every month. What an event adds stands among the differences. */
export const closingCsv = (
  restated: readonly Restated[],
  events: readonly ClosingEvent[],
): string =>
  csvText([
    headings,
    ...channelsIn(restated).flatMap((channel) =>
      numbers(['Penerimaan', channel, `receipts.${channel}.`], receiptFigures, restated),
    ),
    ...numbers(['Perpanjangan', '', 'renewals.'], renewalFigures, restated),
    ...numbers(['Peserta', '', 'members.'], memberFigures, restated),
    ...events.map(eventRow),
  ]);

const headings = [
  ...['Bagian', 'Kanal', 'Angka', 'Saat ditutup', 'Sekarang', 'Selisih'],
  ...['Waktu (WIB)', 'Peristiwa', 'Referensi', 'Rupiah', 'Dibayar (WIB)', 'Untuk bulan'],
];
const noEvent = ['', '', '', '', '', ''];

const received = 'Iuran diterima (Rp)';
const receiptFigures: readonly Figure[] = [
  ...figures('count', { payments: 'Pembayaran' }),
  ...figures('rupiah', { rupiah: received }),
  ...figures('count', { 'recorded.payments': 'Pembayaran dengan peserta' }),
  ...figures('rupiah', { 'recorded.rupiah': 'Dengan peserta (Rp)' }),
  ...figures('count', { 'unmatched.payments': 'Pembayaran tanpa peserta' }),
  ...figures('rupiah', { 'unmatched.rupiah': 'Tanpa peserta (Rp)' }),
  ...figures('count', { 'reversed.payments': 'Pembayaran dibatalkan' }),
  ...figures('rupiah', { 'reversed.rupiah': 'Dibatalkan (Rp)' }),
];

const channelsIn = (restated: readonly Restated[]): readonly string[] => [
  ...new Set(restated.flatMap(({ figure }) => /^receipts\.([^.]+)\./.exec(figure)?.[1] ?? [])),
];

function numbers(
  [part, channel, path]: readonly [part: string, channel: string, path: string],
  all: readonly Figure[],
  restated: readonly Restated[],
): readonly (readonly Cell[])[] {
  const named = new Map(restated.map((each) => [each.figure, each]));
  return all
    .filter(({ unit }) => unit !== 'text')
    .map((figure) => {
      const of = named.get(path + figure.path);
      const none = unnamed(path + figure.path);
      const cells = [of?.closed ?? none, of?.now ?? none, of?.difference ?? none].map(cellOf);
      return [part, channel, figure.heading, ...cells, ...noEvent];
    });
}

const acts = {
  recorded: 'Dicatat',
  matched: 'Dicocokkan',
  reversed: 'Dibatalkan',
} as const satisfies Record<ClosingEvent['act'], string>;

const eventRow = (event: ClosingEvent): readonly Cell[] => [
  ...['Peristiwa', event.channel, received, '', '', event.receipts.rupiah],
  ...[jakartaTime(event.at), acts[event.act], codeAsText(event.reference), event.amount],
  ...[jakartaTime(event.paidAt), event.months.join(' ')],
];
