import { mayBuyWithCredit } from '#domain/payments/credit';
import { type Rules, rulesOf } from '#domain/plan/rules';
import type { Slice } from '#domain/sending/slice';
import { eligibilityOf } from '#domain/sending/texting/eligibility';
import { plannedText } from '#domain/sending/texting/planned-text';
import { trialState } from '#domain/sending/trial';
import { buyWithCredit } from '#flows/payments/spend-credit';
import {
  type People,
  type PlannedBatch,
  type Planning,
  type Progress,
  pageSize,
  type SendContext,
  writtenBefore,
} from '#flows/sending/batch/send-context';

export const owingPeople: People = {
  async next({ ports }, slice) {
    const { items, next } = await ports.workers.owing(slice, slice.cursor, pageSize);
    return { ids: items, more: next !== null };
  },
  plan,
};

async function plan(
  { ports, settings, step, supersededBy, holder }: SendContext,
  { slice, trial, again: all }: Progress,
  { plan, now, again }: Planning,
): Promise<PlannedBatch> {
  // A closing pass walks over everybody once more, and most have their row: so does a slice anew.
  const rowsOf = slice.state === 'closing' || slice.anew ? all : again;
  const fresh = await readPaidUp({ all, rowsOf }, slice, { ports, rules: rulesOf(plan, settings) });
  const judged = [...fresh].map(([workerId, readFresh]) => ({
    workerId,
    eligibility: eligibilityOf({ ...readFresh, slice, step, supersededBy, plan, now }),
  }));
  const isHalted = trialState(trial) === 'halted';
  const terms = { slice, step, plan, settings, holder, now, isHalted };
  return {
    plannedTexts: judged.flatMap(
      ({ workerId, eligibility }) => plannedText(workerId, eligibility, terms) ?? [],
    ),
    written: writtenBefore(
      judged.map(({ workerId, eligibility: { kind } }) => ({ workerId, kind })),
      again,
    ),
    withheld: judged.flatMap(({ workerId, eligibility: { kind } }) =>
      kind === 'withheld' ? [workerId] : [],
    ),
    afterwards: async () => {},
  };
}

/** Credit buys the month before a row says so: coverage and reminder tell the same. */
async function readPaidUp(
  { all, rowsOf }: Readonly<{ all: readonly string[]; rowsOf: readonly string[] }>,
  slice: Slice,
  { ports, rules }: Pick<SendContext, 'ports'> & Readonly<{ rules: Rules }>,
): ReturnType<SendContext['ports']['reminders']['readFresh']> {
  const fresh = await ports.reminders.readFresh(all, slice, rowsOf);
  const rich = [...fresh.values()].flatMap(({ worker }) =>
    worker && mayBuyWithCredit(worker) ? [worker] : [],
  );
  const bought = await Promise.all(rich.map((worker) => buyWithCredit(worker, ports, rules)));
  return bought.some(Boolean) ? ports.reminders.readFresh(all, slice, rowsOf) : fresh;
}
