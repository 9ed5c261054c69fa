import { codeAsText, jakartaTime } from '#domain/csv/excel-cells';
import { factRows } from '../../shared/csv/saved-csv.ts';
import { flagTexts } from './flag-texts.ts';
import type { Shown } from './shown.ts';

const heads = {
  channel: 'Kanal',
  reference: 'Referensi',
  amount: 'Rupiah',
  paidAt: 'Dibayar (WIB)',
  flags: 'Ditandai',
  short: 'Kurang (Rp)',
  creditThen: 'Saldo saat itu (Rp)',
  creditNow: 'Saldo sekarang (Rp)',
  workerId: 'ID peserta',
};

/** As the file of a span is: in Indonesian, in Jakarta's time, with the same columns always. */
export const waitingRows = (payments: readonly Shown[]) =>
  factRows(
    heads,
    payments.map(({ channel, reference, amount, paidAt, flags, short, worker, workerId }) => ({
      ...{ channel, reference: codeAsText(reference), amount, paidAt: jakartaTime(paidAt) },
      flags: flags.map((flag) => flagTexts.id[flag].name).join(', '),
      ...{ short: short?.by, creditThen: short?.credit },
      ...{ creditNow: short && worker?.credit, workerId },
    })),
  );
