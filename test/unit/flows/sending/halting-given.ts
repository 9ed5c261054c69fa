import { expect } from 'vitest';
import { releaseStep } from '#flows/sending/trial/release-step';
import type { InMemoryPorts } from '#local/memory/in-memory-ports';
import type { NextAnswer } from '#local/memory/state';
import { aMorning, outcomes, workersNamed, workOff } from '../given.ts';
import { settings as one } from '../settings.ts';

export const settings = { ...one, shards: 4 };

export const today = { date: '2026-11-11', step: 'before' };

export const bad = (count: number, answer: NextAnswer = { status: 'refused' }): NextAnswer[] =>
  Array.from({ length: count }, () => answer);

/** Nine o'clock for so many workers in four shards, and what SNS will answer. */
export async function morning(people: number, answers: readonly NextAnswer[] = []) {
  const { memory, meanwhile } = await aMorning({ workers: workersNamed(people), shards: 4 });
  memory.state.answers.push(...answers);
  return { memory, meanwhile };
}

export const work = (memory: InMemoryPorts) => workOff(memory, settings);

export const tally = (memory: InMemoryPorts) =>
  Object.fromEntries(
    [...Map.groupBy(outcomes(memory), (outcome) => outcome)].map(([outcome, all]) => [
      outcome,
      all.length,
    ]),
  );

export const release = (memory: InMemoryPorts) => releaseStep(today, 'admin', memory);

const phones = ({ state }: InMemoryPorts) => state.outbox.map(({ phone }) => phone);

export const expectNoneTwice = (memory: InMemoryPorts) =>
  expect(new Set(phones(memory)).size).toBe(phones(memory).length);
