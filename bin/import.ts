import { importCommand } from './import-file.ts';

await importCommand({
  command: 'npm run import',
  kind: 'workers',
  row: 'worker',
  columns: 'a roster: nik,name,phone,province,sector,income,jht,language,covered_through',
  example: 'examples/workers.csv',
  role: 'admin',
  counts: { created: 'new', updated: 'updated', unchanged: 'unchanged' },
  conflict: 'often a payment since the roster was made',
});
