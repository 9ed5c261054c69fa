import type { PaymentRecord } from '#domain/payments/payment';
import type { Change } from '#domain/people/worker';
import { type WorkerView, workerView } from '#domain/people/worker-view';
import type { Plan } from '#domain/plan/plan';
import type { Planned } from '#domain/plan/planned';
import { budgetMonth, rupiahOf } from '#domain/sending/budget';
import { shownAt } from '#domain/sending/delivery';
import type { Reminder } from '#domain/sending/reminder';
import { type TextAgain, textAgain } from '#domain/sending/texting/text-again';
import type { TextTerms } from '#domain/sending/texting/texting';
import type { Settings } from '#domain/settings';
import { type Sharing, sharingPhone } from '#flows/people/shared-phone';
import { currentTerms, nobody, type ShowPorts } from '#flows/people/show-workers';
import { plannedIn, plansOf } from '#flows/plan/planned-steps';
import { behindUnder } from '#flows/plan/show-behind';

export type TimelineEntry =
  | (Readonly<{ kind: 'reminder'; at: string }> &
      Omit<Reminder, 'at' | NotShown> &
      Readonly<{ planned: Planned; text: TextAgain | null }>)
  | (Readonly<{ kind: 'payment'; at: string }> & PaymentRecord)
  | (Readonly<{ kind: 'change'; at: string }> & Omit<Change, 'workerId' | 'id'>);

type NotShown =
  | 'claimId'
  | 'claimedAt'
  | 'textMark'
  | 'cycleSince'
  | 'leftOn'
  | 'memberSince'
  | 'group';

/** Newest first: the answer to "why was this person (not) texted?". */
export type ShownWorker = Readonly<{
  worker: WorkerView;
  timeline: readonly TimelineEntry[];
  sharing: Sharing;
}>;

export async function showWorker(
  workerId: string,
  ports: ShowPorts,
  settings: Settings,
): Promise<ShownWorker> {
  const [{ worker, reminders, payments, changes }, terms] = await Promise.all([
    ports.workers.timeline(workerId),
    currentTerms(ports, settings),
  ]);
  if (!worker) throw nobody(workerId);
  const now = ports.clock.now();
  const [versions, sharing, behind, budget] = await Promise.all([
    plansOf(reminders, ports.plans),
    sharingPhone(worker, ports),
    behindUnder(terms.plan, now, { ports, settings }),
    budgetLeft(terms.plan, ports, settings),
  ]);
  const plannedOf = plannedIn(versions);
  const textOf = (row: Reminder) =>
    textAgain(row, { worker, payments, plan: versions.get(row.planVersion), settings });
  const timeline: TimelineEntry[] = [
    ...reminders.map((row) =>
      reminderEntry({ ...row, planned: plannedOf(row), text: textOf(row) }, now),
    ),
    ...payments.map((payment) => ({ kind: 'payment' as const, at: payment.paidAt, ...payment })),
    ...changes.map(({ workerId: _, id: __, ...change }) => ({
      kind: 'change' as const,
      ...change,
    })),
  ];
  return {
    worker: workerView(worker, now, { ...terms, handled: reminders, behind, budget }),
    timeline: timeline.sort((a, b) => b.at.localeCompare(a.at)),
    sharing,
  };
}

/** What others hold in reserve may come back: it is not spent yet. */
async function budgetLeft(
  { monthlyBudgetRupiah: limit }: Plan,
  { slices, clock }: Pick<ShowPorts, 'slices' | 'clock'>,
  settings: Settings,
): Promise<TextTerms['budget']> {
  if (limit === null) return null;
  const month = budgetMonth(clock.now());
  const { spent } = await slices.budget(month);
  const rupiahPerPart = rupiahOf({ priceUsd: settings.priceUsdPerPart }, settings);
  return { month, parts: Math.floor((limit - spent) / rupiahPerPart) };
}

const reminderEntry = (
  {
    claimId: _,
    claimedAt: __,
    cycleSince: ___,
    leftOn: ____,
    memberSince: _____,
    textMark: ______,
    group: _______,
    ...of
  }: Reminder & Readonly<{ planned: Planned; text: TextAgain | null }>,
  now: string,
): TimelineEntry => ({ kind: 'reminder', ...shownAt(of, now) });
