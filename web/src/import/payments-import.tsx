import { paymentsWords } from './columns/words.ts';
import { ImportInto } from './import.tsx';
import type { Destination } from './sent.ts';

const toPayments: Destination = { path: '/api/payments/import', note: 'payments-import' };

export const PaymentsImportPage = () => (
  <ImportInto to={toPayments} words={paymentsWords} back="payments" />
);
