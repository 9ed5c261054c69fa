import { expect, it } from 'vitest';
import type { RunsAnswer } from '#flows/sending/show-runs';
import { csvOf, people } from '#local/made-up';
import { asAdmin } from '../stage/calls.ts';
import { startTestStage } from '../stage/stage.ts';

/** The eve of Monday 16 November is pushed from Sunday to Saturday. */
const eve = '2026-11-14';

it('a sender that breaks after each text leaves at most fifty unknown', async ({
  onTestFinished,
}) => {
  const stage = await startTestStage({ now: '2026-11-13T12:00+07:00' });
  onTestFinished(() => stage.stop());
  await stage.importCsv(csvOf(people(120)));
  await stage.faults({ sns: [{ kind: 'accept-then-timeout', count: 1_000 }] });
  await stage.clockTo('2026-11-14T12:00+07:00');
  expect(await stage.outbox()).toHaveLength(50);
  const { halted } = await stage.ask<RunsAnswer>('GET', `/api/runs?date=${eve}`, asAdmin());
  expect(halted).toMatchObject([{ step: 'eve', sent: 0, unknown: 50 }]);
});
