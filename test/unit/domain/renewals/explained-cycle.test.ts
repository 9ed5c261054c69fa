import { expect, it } from 'vitest';
import { rulesOf } from '#domain/plan/rules';
import { explained } from '#domain/renewals/explained-cycle';
import { aWorker, settings } from '../../../builders.ts';
import { aReminder } from '../../../contract/builders.ts';
import { plan } from '../../../plan.ts';

it('lists the texts of a worker by their days, though they are stored by the names of their steps', () => {
  const worker = aWorker();
  const reminders = [
    ['after', '2026-11-23'],
    ['before', '2026-11-11'],
    ['eve', '2026-11-14'],
  ].map(([step = '', day]) =>
    aReminder({ step, status: 'sent', claimedAt: `${day}T02:00:00.000Z` }),
  );
  const { texts } = explained(
    { ...worker, payer: worker, closed: null, reminders },
    { asOf: '2026-12-01', rules: rulesOf(plan, settings), plannedOf: () => null },
  );
  expect(texts.map(({ step }) => step)).toEqual(['before', 'eve', 'after']);
});
