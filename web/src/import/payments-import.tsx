import { paymentsWords } from './columns/words.ts';
import { ImportInto } from './import.tsx';

export const PaymentsImportPage = () => (
  <ImportInto kind="payments" words={paymentsWords} back="payments" />
);
