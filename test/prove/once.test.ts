import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { explore } from './interleave.ts';
import { scenarios } from './sending-contract.ts';

const done = { scenarios: 0, schedules: 0, guards: 0 };

afterAll(() =>
  console.log(
    `${done.scenarios} scenarios in ${done.schedules} schedules; ${done.guards} guards taken out`,
  ),
);

/**
 * The promise of the product: a worker who still owes the month gets exactly one row for each step,
 * and that row leads to at most one text. It holds under every schedule of these actors within
 * bounds, with a crash before anything that anybody does.
 */
describe('everyone who is owed a row has exactly one, and it has led to at most one text', () => {
  it.each(scenarios)('$name', async (scenario) => {
    const { schedules, violations } = await explore(scenario);
    expect(violations).toEqual([]);
    expect(schedules).toBeGreaterThan(100);
    done.scenarios += 1;
    done.schedules += schedules;
  });
});

/** The guards of the send path, and the scenario in which removing one breaks the contract. */
const guards = [
  {
    guard: 'a row that is there is not written over',
    seenWhen: 'one takes over from another who may be dead or slow',
    file: 'local/memory/reminders.ts',
    cut: /if \(stored && !\(.*\)\)\s+return 'exists';/,
  },
  {
    guard: 'a row is written only while the worker is as we saw them',
    seenWhen: 'the worker is stopped',
    file: 'local/memory/reminders.ts',
    cut: /if \(!Object\.is\(.*\)\) return 'changed';/,
  },
  {
    guard: 'a claim is presumed unknown only while it is a claim',
    seenWhen: 'one takes over from another who may be dead or slow',
    file: 'local/memory/reminders.ts',
    cut: "from: ['claimed'] }",
    put: "from: ['claimed', 'sent'] }",
  },
  {
    guard: 'a claim is taken back only while it is ours',
    seenWhen: 'one takes over from another who may be dead or slow',
    file: 'local/memory/reminders.ts',
    cut: /if \(stored\?\.claimId !== claimId \|\| stored\.status !== 'claimed'\) return false;/,
  },
  {
    guard: 'who lost a slice cannot write it',
    seenWhen: 'two slices at once',
    file: 'local/memory/runs.ts',
    cut: /if \(stored\?\.rev !== slice\.rev\)[\s\S]*?status: 'lost' \};/,
  },
  {
    guard: 'a text follows only a claim',
    seenWhen: 'one takes over from another who may be dead or slow',
    file: 'functions/flows/sending/batch/send-one.ts',
    cut: "if (written !== 'written') return { status: written === 'exists' ? 'exists' : 'read-again' };",
    put: '',
  },
  {
    guard: 'a text follows its look within 5 s',
    seenWhen: 'one takes over from another who may be dead or slow',
    file: 'functions/flows/sending/batch/send-one.ts',
    cut: '> latestSeconds',
    put: '> 500',
  },
  {
    guard: 'what may have left is not sent again',
    seenWhen: 'SNS takes the text and does not answer',
    file: 'functions/flows/sending/batch/send-one.ts',
    cut: "if (sent.status === 'try-later') {",
    put: "if (sent.status !== 'sent') {",
  },
  {
    guard: 'what a dead holder left in flight is settled',
    seenWhen: 'two slices at once',
    file: 'functions/flows/sending/send-reminders.ts',
    cut: 'again: slice.inFlight',
    put: 'again: []',
  },
  {
    guard: 'who loses the lease stops before the next claim',
    seenWhen: 'one takes over from another who may be dead or slow',
    file: 'functions/flows/sending/batch/batch-limits.ts',
    cut: "if (saved.status === 'lost') return null;",
    put: "if (saved.status === 'lost') return { ...progress, ...checkpointed };",
  },
  {
    guard: 'who was not handled stays in flight',
    seenWhen: 'one takes over from another who may be dead or slow',
    file: 'functions/flows/sending/send-reminders.ts',
    cut: 'inFlight: progress.again',
    put: 'inFlight: []',
  },
  {
    guard: 'whom a list of phones withholds has no row',
    seenWhen: 'a list of phones is taken off',
    file: 'functions/domain/sending/texting/eligibility.ts',
    cut: "if (excluded === 'not-on-list' && slice.state !== 'closing') return { kind: 'withheld' };",
  },
  {
    guard: 'a slice remembers that it has withheld somebody',
    seenWhen: 'a list of phones is taken off',
    file: 'functions/flows/sending/batch/send-batch.ts',
    cut: '{ ...progress, slice: { ...progress.slice, withheld } },',
    put: 'progress,',
  },
  {
    guard: 'a slice that begins anew reads who has a row',
    seenWhen: 'a list of phones is taken off',
    file: 'functions/flows/sending/owing-people.ts',
    cut: ' || slice.anew ? all',
    put: ' ? all',
  },
  {
    guard: 'what was withheld is gone through from the beginning',
    seenWhen: 'a list of phones is taken off',
    file: 'functions/flows/sending/watching/take-up-withheld.ts',
    cut: 'cursor: null, ',
    put: '',
  },
  {
    guard: 'who has paid is not texted',
    seenWhen: 'a payment comes in',
    file: 'functions/domain/sending/texting/eligibility.ts',
    // Both places: the reason for no text, and what is owed at all.
    cut: /if \(monthOwed\(worker\) > slice\.month\).*;([\s\S]*)monthOwed\(worker\) === month &&/,
    put: '$1',
  },
  {
    guard: 'who was stopped is not texted',
    seenWhen: 'the worker is stopped',
    file: 'functions/domain/sending/texting/eligibility.ts',
    cut: 'isStopped(worker, today)',
    put: 'isStopped(worker, today) && false',
  },
  {
    guard: 'money is reserved before it is spent',
    seenWhen: 'two slices, and money for one text',
    file: 'functions/flows/sending/batch/allowance.ts',
    cut: '...{ reserve: allowanceFor(cost, room), limit },',
    put: '...{ reserve: allowanceFor(cost, room), limit: null },',
  },
  {
    guard: 'nobody is skipped while others hold money that they may give back',
    seenWhen: 'two slices, and money for one text, which is refused',
    file: 'functions/flows/sending/batch/allowance.ts',
    cut: 'const mayComeBack = others > spent;',
    put: 'const mayComeBack = false;',
  },
  {
    guard: 'what was spent is booked once, with what was sent',
    seenWhen: 'two slices at once',
    file: 'functions/flows/sending/batch/send-context.ts',
    cut: 'spent: slice.spent + spentOn(rows, settings),',
  },
  {
    guard: 'the allowance of a dead holder is given back by whoever takes over',
    seenWhen: 'two slices, and allowances for more than their texts',
    file: 'functions/flows/sending/batch/send-context.ts',
    cut: 'release: reserved,',
    put: 'release: 0,',
  },
  {
    guard: 'money that was not spent is given back',
    seenWhen: 'two slices at once',
    file: 'functions/flows/sending/lease.ts',
    cut: /bookingOf\(slice\),\s+tickets,/,
    put: 'undefined, tickets,',
  },
  {
    guard: 'there are fifty tickets, whoever takes them at once',
    seenWhen: 'two slices, and one ticket of the trial',
    file: 'functions/domain/sending/trial.ts',
    cut: 'if (move.take > 0 && taken > trialTexts) return null;',
  },
  {
    guard: 'a text that found the step halted does not leave',
    seenWhen: 'the last text of a bad trial, and a person lets the step go on',
    file: 'functions/flows/sending/trial/stand-trial.ts',
    cut: "trialState(progress.trial) === 'halted' ? 0 : ticketsLeft(progress)",
    put: "trialState(progress.trial) === 'halted' ? 50 : ticketsLeft(progress)",
  },
  {
    guard: 'who stops tells the trial how their texts have fared',
    seenWhen: 'two workers, and one ticket of the trial',
    file: 'functions/flows/sending/lease.ts',
    cut: /bookingOf\(slice\),\s+tickets,/,
    put: 'bookingOf(slice),',
  },
  {
    guard: 'a text that left keeps its ticket, also that of a dead holder',
    seenWhen: 'two workers, and one ticket of the trial',
    file: 'functions/flows/sending/batch/send-context.ts',
    cut: 'fared: addFared(progress.fared, faredOf(tried, { step, settings })),',
    put: 'fared: progress.fared,',
  },
  {
    guard: 'an erasure sweeps up what lies under the worker',
    seenWhen: 'the worker is erased',
    file: 'functions/flows/people/change-worker.ts',
    cut: '  await workers.sweep(workerId);',
  },
  {
    guard: 'a payment that was taken back is told to nobody',
    seenWhen: 'confirming: the payment is taken back',
    file: 'functions/domain/sending/confirmation.ts',
    cut: ' || !stillHolds(confirmation, worker, payment)',
  },
  {
    guard: 'who is not told yet goes on waiting',
    seenWhen: 'confirming: the worker is corrected',
    file: 'functions/flows/sending/paid-people.ts',
    cut: "(kind === 'done' || kind === 'not-owed' || told.has(workerId))",
    put: 'true',
  },
  {
    guard: 'what waits because of another payment is not dropped',
    seenWhen: 'confirming: it is taken back, and another one comes in',
    file: 'local/memory/confirmations.ts',
    cut: 'if (channel === confirmation.channel && reference === confirmation.reference)',
  },
  {
    guard: 'whose confirmation is gone may have a row that nobody has counted',
    seenWhen: 'confirming: one takes over from another who writes down no text',
    file: 'functions/flows/sending/paid-people.ts',
    cut: 'readFresh(all, slice)',
    put: 'readFresh([...confirmations.keys()], slice)',
  },
] as const satisfies readonly Readonly<{
  guard: string;
  seenWhen: string;
  file: string;
  cut: string | RegExp;
  put?: string;
}>[];

describe('without this guard the exploration finds a schedule that breaks it:', () => {
  it.concurrent.each(guards)('$guard', async ({ seenWhen, file, cut, ...given }) => {
    const house = copyOfTheHouse();
    try {
      const source = readFileSync(join(house, file), 'utf8');
      const without = source.replace(cut, 'put' in given ? given.put : '');
      expect(without, `${file} no longer has ${cut}`).not.toBe(source);
      writeFileSync(join(house, file), without);
      const { code, output } = await exploreIn(house, seenWhen);
      expect(output).toContain('BROKEN');
      expect(code).toBe(1);
      done.guards += 1;
    } finally {
      rmSync(house, { recursive: true });
    }
  });
});

function copyOfTheHouse(): string {
  const house = mkdtempSync(join(tmpdir(), 'ingat-guard-'));
  for (const part of ['package.json', 'functions', 'local/memory', 'test'])
    cpSync(part, join(house, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(house, 'node_modules'));
  return house;
}

function exploreIn(
  house: string,
  scenario: string,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['test/prove/explore.ts', scenario], { cwd: house });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => (output += data));
    child.on('close', (code) => resolve({ code, output }));
  });
}
