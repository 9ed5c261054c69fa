import { importCommand } from './import-file.ts';

await importCommand({
  command: 'npm run import:payments',
  kind: 'payments',
  row: 'payment',
  columns: 'payments: reference,channel,nik,amount,paid_at,months',
  example: 'examples/payments.csv',
  role: 'finance',
  counts: {
    created: 'recorded',
    unchanged: 'already recorded',
    unmatched: 'unmatched (worker not known yet)',
  },
  conflict: 'often a reference that another payment has',
});
