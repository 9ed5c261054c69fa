import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aPerson, type Person } from '#local/made-up';
import { runOnFile } from './command.ts';
import type { TestStage } from './stage.ts';

const header = 'reference,channel,nik,amount,paid_at,months';

/** Each pays November; then somebody whom nobody knows, and a line that is wrong. */
export function paidBy(workers: readonly Person[]): string {
  const lines = workers.map(({ nik }, index) => `EX-${index},bank,${nik},8400,2026-11-11 08:40,1`);
  return [
    header,
    ...lines,
    `EX-S,bank,${aPerson(9_000).nik},8400,2026-11-11 08:40,`,
    lines[0]?.replace('8400', 'much'),
    '',
  ].join('\n');
}

/** `npm run import:payments -- FILE` on this stage, with the file in this folder. */
export async function importFile(
  { stage, folder }: Readonly<{ stage: TestStage; folder: string }>,
  [name, content]: readonly [name: string, content: string],
  ...options: readonly string[]
) {
  const file = join(folder, name);
  writeFileSync(file, content);
  return runOnFile('import-payments.ts', file, ['--data', stage.folder, ...options]);
}
