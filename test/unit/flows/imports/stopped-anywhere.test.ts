import { expect, it } from 'vitest';
import { applyImport } from '#flows/imports/apply-import';
import { header, line } from '../people/importing.ts';
import { apart, applied, aWorld, uploaded, workedOff } from './importing.ts';

/** Each function is stopped after each await of an import; the queue, or a person, tries again. */

const roster = apart(header, [line(1), `x${line(2)}`, line(3)]);
const payments = apart('reference,channel,nik,amount,paid_at', [
  `P-1,bank,${line(1).slice(0, 16)},8400,2026-11-11 08:40`,
  `P-2,bank,${line(1).slice(0, 16)},8400,soon`,
  `P-3,bank,${line(1).slice(0, 16)},8400,2026-11-11 08:41`,
]);

type Run = Readonly<{ text: string; kind: 'workers' | 'payments'; dryRun: boolean }>;

/** `n` says after which passing of a port it is stopped. */
async function run(of: Run, n: number) {
  let passed = 0;
  let stops = 0;
  const memory = aWorld(async (_, when) => {
    if (when === 'after' && ++passed === n) {
      stops++;
      throw new Error('the function was stopped');
    }
  });
  const again = (act: () => Promise<unknown>) =>
    act().catch((error: Error) => {
      if (!error.message.includes('stopped')) throw error;
      return act();
    });
  await again(() => uploaded(memory, of));
  await workedOff(memory);
  if (of.dryRun) await again(() => applyImport(applied, [of.kind], memory));
  await workedOff(memory);
  return { left: leftIn(memory), stopped: stops > 0 };
}

/**
 * All but how often a row was written. What a piece had done before it was stopped, it finds done
 * when it comes again: it says so.
 */
const leftIn = ({ state }: ReturnType<typeof aWorld>) => {
  const imports = [...state.imports.values()].map(({ rev: _, counts, rupiah, ...of }) => {
    const { created, unchanged, ...others } = counts;
    const { recorded, alreadyRecorded, ...money } = rupiah;
    const sums = { rows: created + unchanged, rupiah: recorded + alreadyRecorded };
    return { ...of, counts: others, rupiah: money, sums };
  });
  const { pieces, files, lists, workers, payments: paid, attention } = state;
  return [imports, ...[pieces, files, lists, workers, paid, attention].map((map) => [...map])];
};

it.each<Run>([
  { text: roster, kind: 'workers', dryRun: false },
  { text: roster, kind: 'workers', dryRun: true },
  { text: payments, kind: 'payments', dryRun: false },
  {
    text: apart(header, [line(1), line(2, { name: 'Andr\uFFFD' })]),
    kind: 'workers',
    dryRun: false,
  },
])('an import of $kind, dry run $dryRun, stopped anywhere, ends the same', async (of) => {
  const whole = await run(of, Number.POSITIVE_INFINITY);
  for (let n = 1; ; n++) {
    const broken = await run(of, n);
    if (!broken.stopped) return expect(n).toBeGreaterThan(10);
    expect(broken.left).toEqual(whole.left);
  }
});
