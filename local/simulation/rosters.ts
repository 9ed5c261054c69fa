import { addMonths, type CalendarDate, type Month, monthOf } from '#domain/calendar/dates';
import { isReminded } from '#domain/people/worker';
import { importWorkers } from '#flows/people/import-workers';
import { csvOf, type Person } from '#local/made-up';
import { between, oneOf } from '#local/simulation/chance';
import { shares } from '#local/simulation/habits';
import { drawnPerson, leavingOf } from '#local/simulation/people';
import type { Play } from '#local/simulation/play';

/** The roster comes ten days before the first month: that month's cohort is whole. */
export const rosterOn = (from: Month): CalendarDate => `${addMonths(from, -1)}-21`;

/** Everybody at the beginning; on the third of each month those who come and leave. */
export async function comeAndGo(play: Play, date: CalendarDate): Promise<void> {
  const { made, people, chance, from, first } = play;
  if (date === rosterOn(from)) {
    const begun = Array.from({ length: made.workers }, (_, index) =>
      drawnPerson(
        first + index,
        oneOf(chance('covered', index), {
          [addMonths(from, -2)]: 6,
          [addMonths(from, -1)]: 90,
          [addMonths(from, 2)]: 4,
        }),
        chance,
      ),
    );
    for (let taken = 0; taken < begun.length; taken += 1_000)
      await takeIn(play, begun.slice(taken, taken + 1_000));
    return;
  }
  if (!date.endsWith('-03')) return;
  const joining = Math.round(made.workers * shares.joining);
  const joined = Array.from({ length: joining }, (_, index) =>
    drawnPerson(first + people.size + index, addMonths(monthOf(date), -1), chance),
  );
  if (joining > 0) await takeIn(play, joined);
  for (let left = 0; left < Math.round(made.workers * shares.leaving); left += 1)
    await leave(play, date, left);
}

const takeIn = async (play: Play, people: readonly Person[]): Promise<void> => {
  for (const person of people) play.people.set(play.memory.identity.workerIdOf(person.nik), person);
  await bring(play, csvOf(people));
};

async function leave(play: Play, date: CalendarDate, number: number): Promise<void> {
  const { people, workers, chance } = play;
  const workerId =
    [...people.keys()][between(chance('leaves', date, number), 0, people.size - 1)] ?? '';
  const [worker, person] = [workers.get(workerId), people.get(workerId)];
  if (!worker || !person || !isReminded(worker)) return;
  const reason = oneOf(chance('reason', workerId), { employed: 7, abroad: 2, died: 1 });
  await bring(play, leavingOf({ ...person, coveredThrough: worker.coveredThrough }, date, reason));
}

export async function bring({ memory, settings }: Play, text: string): Promise<void> {
  const { rejected, conflicts } = await importWorkers(
    { text, firstLine: undefined, dryRun: false, by: 'simulation' },
    memory,
    settings,
  );
  const [wrong] = [...rejected, ...conflicts];
  if (wrong) throw new Error(`A made-up roster was not taken in: ${JSON.stringify(wrong)}`);
}
