import { setTimeout as sleep } from 'node:timers/promises';
import { localDate } from '#domain/calendar/dates';
import type { Plan, Step } from '#domain/plan/plan';
import type { RunsAnswer } from '#flows/sending/show-runs';
import { asAdmin, json } from '../../stage/calls.ts';
import { startTestStage, type TestStage } from '../../stage/stage.ts';
import { doing } from './acts.ts';
import { type AtSea, putToSea } from './at-sea.ts';
import { castSize, numbers, rosterOf } from './cast.ts';
import { begins, ends, lastDeath, type Round, rounds, stepDays } from './days.ts';
import { look } from './look.ts';
import { promises } from './promises/promises.ts';
import { type Act, scriptOf } from './script.ts';

export type Outcome = Readonly<{
  seed: number;
  broken: readonly string[];
  /** What was done and injected, by kind, and how the rows ended. */
  injected: Readonly<Record<string, number>>;
  rows: Readonly<Record<string, number>>;
  texts: number;
}>;

/** Plays the acts of a seed on a running stage, lets it calm down, and looks what became of it. */
export async function storm(
  seed: number,
  heard: (what: string) => void = () => undefined,
): Promise<Outcome> {
  const stage = await startTestStage({ now: begins, heldOut: true });
  try {
    const budget = seed % 3 === 0 ? 600 * 2_652 : null;
    await begin(stage, budget);
    const sea = await putToSea(stage);
    const script = scriptOf(seed);
    for (const [index, round] of rounds.entries()) {
      heard(`seed ${seed}: ${round.from}`);
      await play(
        sea,
        round,
        script.filter((act) => act.round === index),
      );
    }
    await sea.kill(lastDeath);
    await sea.clockTo(ends);
    heard(`seed ${seed}: looking`);
    const seen = await look(sea, { budget });
    const broken = promises.flatMap(({ promise, broken }) =>
      broken(seen).map((found) => `${promise}: ${found}`),
    );
    const rows = countBy(
      seen.rows.map(({ status, reason }) => (status === 'skipped' ? `skipped: ${reason}` : status)),
    );
    return { seed, broken, injected: sea.injected, rows, texts: seen.texts.length };
  } finally {
    await stage.stop();
  }
}

async function begin(stage: TestStage, monthlyBudgetRupiah: number | null): Promise<void> {
  for (let first = 1; first <= castSize; first += 80)
    await stage.importCsv(rosterOf(numbers(first, 80).map((number) => [number])));
  const plan = await stage.ask<Plan>('GET', '/api/plan', asAdmin());
  const steps = stepDays.map(({ step, from, toHeldOut }) =>
    stepOf(plan, { id: step, at: from, toHeldOut }),
  );
  await stage.ask('PUT', '/api/plan', {
    ...asAdmin({ ...plan, steps, monthlyBudgetRupiah, holdoutPercent: 15 }),
    headers: { 'if-match': String(plan.version) },
  });
}

/** A text says which step it is of, and for whom. */
function stepOf({ steps }: Plan, facts: Pick<Step, 'id' | 'at' | 'toHeldOut'>): Step {
  const like = steps.find(({ id }) => id === facts.id) ?? steps[0];
  if (!like) throw new Error('The first plan has no step');
  const text = `${facts.id} {name}, iuran BPJS Ketenagakerjaan {months} {amount}.`;
  return { ...like, ...facts, enabled: true, texts: { id: text, en: text }, priceChangeTexts: {} };
}

/** The clock goes to the end of the round while the acts are done, each in its turn. */
async function play(sea: AtSea, { from, to }: Round, acts: readonly Act[]): Promise<void> {
  await passHours(sea, { from: await sea.now(), to: from, each: 4 });
  const since = await sea.now();
  let isOver = false;
  const going = passHours(sea, { from, to, each: 1 }).then(() => {
    isOver = true;
  });
  const done: Promise<unknown>[] = [];
  for (const act of acts) {
    while (!isOver && (await sea.textsSince(since)) < act.after) await sleep(50);
    done.push(doing[act.kind](sea, act));
  }
  await Promise.all([going, ...done]);
  await calm(sea);
}

type Span = Pick<Round, 'from' | 'to'> & Readonly<{ each: number }>;

/** After each so many hours somebody lets go on what halted itself: nobody is missed for that. */
async function passHours(sea: AtSea, { from, to, each }: Span): Promise<void> {
  const end = Date.parse(to);
  const step = each * 3_600_000;
  for (let at = Date.parse(from) + step; at < end; at += step) {
    await sea.clockTo(new Date(at).toISOString());
    await letGoOn(sea);
  }
  await sea.clockTo(to);
  await letGoOn(sea);
}

async function letGoOn(sea: AtSea): Promise<void> {
  const date = localDate('Asia/Jakarta', await sea.now());
  const { body } = await sea.persist('GET', `/api/runs?date=${date}`, asAdmin());
  for (const { date, step } of (body as RunsAnswer).halted) {
    await sea.persist('POST', '/api/runs/release', asAdmin({ date, step }));
    sea.count('let go on');
  }
}

/** Nothing more goes wrong; a pause ends. */
async function calm(sea: AtSea): Promise<void> {
  await sea.countInjected();
  await sea.persist('POST', '/_local/faults', json({ sns: [], dynamodb: {} }));
  await sea.tell('resumed', 0, async () => {
    const { status } = await sea.persist('POST', '/api/plan/resume', asAdmin());
    return status < 300;
  });
}

const countBy = (names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(names, (name) => name)]
      .map(([name, each]): [string, number] => [name, each.length])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
