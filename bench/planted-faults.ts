import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Plants one fault after the other into a copy of the sources, and lets storms look for it on a
 * running stage: `npx node bench/planted-faults.ts`. One alone: `… "texts at night"`. They are
 * others than those that test/prove/once.test.ts plants into the ports in memory.
 */
type Planted = Readonly<{ fault: string; file: string; cut: string | RegExp; put?: string }>;

const planted: readonly Planted[] = [
  {
    fault: 'the SDK repeats a text that was not answered',
    file: 'functions/aws/sending/sms.ts',
    cut: 'maxAttempts: 1',
    put: 'maxAttempts: 3',
  },
  {
    fault: 'texts leave at night',
    file: 'functions/domain/plan/due-steps.ts',
    cut: ' && !isQuietHour(time, plan.quietHours)',
  },
  {
    fault: 'texts leave while the plan is paused',
    file: 'functions/domain/plan/due-steps.ts',
    cut: '!plan.paused &&',
  },
  {
    fault: 'a text leaves before its claim (order swapped)',
    file: 'functions/flows/sending/send-one.ts',
    cut: "  if ((await reminders.write(row, rev)) !== 'written') return { status: 'read-again' };\n",
    put:
      '  if (text) await sms.send(text);\n' +
      "  if ((await reminders.write(row, rev)) !== 'written') return { status: 'read-again' };\n",
  },
  {
    fault: 'a firing writes over the slices that are there',
    file: 'functions/aws/sending/slice-store.ts',
    cut: "write(database, { put: rowOf(slice), if: 'attribute_not_exists(#pk)' })",
    put: 'write(database, { put: rowOf(slice) })',
  },
  {
    fault: 'the watchdog leaves a slice whose holder died',
    file: 'functions/flows/sending/watching/watch-day.ts',
    cut: '(leaseUntil === null || leaseUntil <= now)',
    put: 'leaseUntil === null',
  },
  {
    fault: 'a dead number is texted for ever',
    file: 'functions/domain/sending/eligibility.ts',
    cut: 'isDeadNumber(worker)',
    put: 'false',
  },
  {
    fault: 'the same reference is recorded again',
    file: 'functions/aws/payments/payment-writes.ts',
    cut: "{ put: paymentRow(payment), if: 'attribute_not_exists(#pk)' }",
    put: '{ put: paymentRow(payment) }',
  },
  {
    fault: 'a reference is taken again with other content',
    file: 'functions/flows/payments/record-payment.ts',
    cut: 'if (sameContent(known, notice, workerId))',
    put: 'if (known)',
  },
  {
    fault: 'a worker is written over what others wrote meanwhile',
    file: 'functions/aws/people/worker-rows.ts',
    cut: '  ...stillAt(worker.rev),\n',
  },
  {
    fault: 'an old roster moves coverage back',
    file: 'functions/domain/people/roster/roster.ts',
    cut: 'if (facts.coveredThrough < stored.coveredThrough)',
    put: 'if (facts.coveredThrough < "2000-01")',
  },
  {
    fault: 'an erasure leaves no tombstone',
    file: 'functions/aws/people/erasure.ts',
    cut: /\n\s+\{ put: \{ \.\.\.keys\.erased\(workerId\).*\},/,
  },
  {
    fault: 'a roster does not apply the payments that wait for its people',
    file: 'functions/flows/people/import-person.ts',
    cut: /\n.*await applyWaitingPayments\(.*;/,
  },
  {
    fault: 'changes of the table are counted again after a crash',
    file: 'functions/flows/renewals/tally.ts',
    cut: 'BigInt(change.position) > BigInt(position)',
    put: 'BigInt(change.position) > 0n',
  },
];

const seeds = '1-5';
const [only] = process.argv.slice(2);
let missed = 0;

console.log('| planted fault | found by seed | what was seen |\n|---|---|---|');
for (const each of planted.filter(({ fault }) => only === undefined || fault === only)) {
  const { seed, broken } = await stormsOn(each);
  console.log(`| ${each.fault} | ${seed ?? `none of ${seeds}`} | ${broken} |`);
  if (seed === null) missed += 1;
}
process.exitCode = missed > 0 ? 1 : 0;

async function stormsOn({ file, cut, put = '' }: Planted) {
  const house = copyOfTheHouse();
  try {
    const source = readFileSync(join(house, file), 'utf8');
    const without = source.replace(cut, put);
    if (without === source) throw new Error(`${file} no longer has ${cut}`);
    writeFileSync(join(house, file), without);
    return read(await outputOf(house));
  } finally {
    rmSync(house, { recursive: true });
  }
}

/** The line of the last seed counts its broken promises; they follow it. */
function read(output: string): Readonly<{ seed: number | null; broken: string }> {
  const lines = output.split('\n');
  const [, seed] = /"seed":(\d+)/.exec(lines.findLast((line) => line.startsWith('{')) ?? '') ?? [];
  const sentences = lines.filter((line) => line.startsWith('BROKEN'));
  const promises = new Set(sentences.map((line) => line.slice('BROKEN  '.length).split(': ')[0]));
  const broken = [...promises].slice(0, 3).join('; ');
  return { seed: sentences.length > 0 ? Number(seed) : null, broken };
}

function copyOfTheHouse(): string {
  const house = mkdtempSync(join(tmpdir(), 'ingat-planted-'));
  const parts = ['package.json', 'package-lock.json', 'bin', 'functions', 'lib', 'local'];
  for (const part of [...parts, 'test', 'docs', 'web'])
    cpSync(part, join(house, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(house, 'node_modules'));
  return house;
}

function outputOf(house: string): Promise<string> {
  return new Promise((resolve) => {
    const options = ['test/prove/storm/run.ts', '--seeds', seeds, '--until-broken'];
    const child = spawn(process.execPath, options, { cwd: house });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => process.stderr.write(`  ${data}`));
    child.on('close', () => resolve(output));
  });
}
