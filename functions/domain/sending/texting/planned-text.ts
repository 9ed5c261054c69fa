import { type Instant, localDate } from '#domain/calendar/dates';
import { composeReminder } from '#domain/messages/message';
import { amountOwed } from '#domain/people/amount-owed';
import type { Worker } from '#domain/people/worker';
import type { Plan, Step } from '#domain/plan/plan';
import { rulesOf } from '#domain/plan/rules';
import type { Reminder } from '#domain/sending/reminder';
import { type Became, claimOf, type Person, reminderRow } from '#domain/sending/reminder-row';
import { runIdOf, type Slice } from '#domain/sending/slice';
import type { Eligibility } from '#domain/sending/texting/eligibility';
import type { Settings } from '#domain/settings';

/** A row with the reason for no text, or a claim and its text. `rev` is of the worker we read. */
export type PlannedText = Readonly<{
  row: Reminder;
  rev: number;
  text: Readonly<{ phone: string; text: string }> | null;
}>;

/** The same for all workers of a slice. `holder` signs the rows. */
export type TextContext = Readonly<{
  slice: Slice;
  step: Step;
  plan: Plan;
  settings: Settings;
  holder: string;
  now: Instant;
  isHalted: boolean;
}>;

/** Null: no row. A closing pass texts nobody: those still to be texted were missed. */
export function plannedText(
  workerId: string,
  eligibility: Eligibility,
  terms: TextContext,
): PlannedText | null {
  if (eligibility.kind === 'unreadable') return setAside(workerId, eligibility, terms);
  if (eligibility.kind === 'skip')
    return rowOnly(eligibility.worker, { status: 'skipped', reason: eligibility.reason }, terms);
  if (eligibility.kind !== 'send') return null;
  if (owesNothing(eligibility.worker, terms))
    return rowOnly(eligibility.worker, { status: 'skipped', reason: 'paid' }, terms);
  if (terms.slice.state === 'closing')
    return rowOnly(eligibility.worker, { status: 'missed', reason: whyMissed(terms) }, terms);
  return claimWithText(eligibility.worker, terms);
}

function whyMissed({ slice, plan, isHalted }: TextContext): string | null {
  if (slice.rescheduled) return 'rescheduled';
  if (isHalted) return 'halted';
  return plan.paused ? 'paused' : null;
}

/** Nobody is asked for Rp0: credit that covers the amount owed counts as paid. */
const owesNothing = (worker: Worker, { slice, plan, settings, now }: TextContext): boolean =>
  amountOwed(worker, localDate(slice.zone, now), rulesOf(plan, settings)).amount === 0;

/** A text that fails must not stop others: its row says why. */
function claimWithText(worker: Worker, terms: TextContext): PlannedText {
  const { slice, step, plan, settings, now } = terms;
  try {
    const facts = {
      worker,
      step,
      month: slice.month,
      today: localDate(slice.zone, now),
      rules: rulesOf(plan, settings),
    };
    const { text, parts } = composeReminder(facts);
    const row = rowOf(worker, claimOf(text, parts), terms);
    return { row, rev: worker.rev, text: { phone: worker.phone ?? '', text } };
  } catch (error) {
    return rowOnly(
      worker,
      { status: 'failed', reason: error instanceof Error ? error.message : String(error) },
      terms,
    );
  }
}

/** Without a `rev` nothing can be written; the next fresh read finds the row again. */
function setAside(
  workerId: string,
  { reason, rev }: Readonly<{ reason: string; rev: number }>,
  terms: TextContext,
): PlannedText | null {
  if (!Number.isInteger(rev)) return null;
  const nobody = {
    workerId,
    province: '',
    sector: 'other',
    language: 'id',
    cycle: { heldOut: false },
  } as const;
  return {
    row: rowOf(nobody, { status: 'failed', reason: `row-unreadable: ${reason}`, parts: 0 }, terms),
    rev,
    text: null,
  };
}

const rowOnly = (
  worker: Worker,
  outcome: Pick<Reminder, 'status' | 'reason'>,
  terms: TextContext,
): PlannedText => ({
  row: rowOf(worker, { ...outcome, parts: 0 }, terms),
  rev: worker.rev,
  text: null,
});

const rowOf = (person: Person, outcome: Became, { slice, ...terms }: TextContext): Reminder =>
  reminderRow(person, outcome, {
    ...terms,
    month: slice.month,
    step: slice.step,
    runId: runIdOf(slice),
    planVersion: slice.planVersion,
  });
