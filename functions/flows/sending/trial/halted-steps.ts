import pMap from 'p-map';
import { addDays, type CalendarDate } from '#domain/calendar/dates';
import { type Zone, zones } from '#domain/calendar/zones';
import { textFingerprint } from '#domain/messages/text-mark';
import type { Planned } from '#domain/plan/planned';
import { stepOf } from '#domain/plan/step-of';
import type { Slice } from '#domain/sending/slice';
import { type Fared, type Trial, trialState } from '#domain/sending/trial';
import type { PlanReader } from '#flows/plan/plan-store';
import { withPlanned } from '#flows/plan/planned-steps';
import type { SliceStore } from '#flows/sending/slice-store';
import type { TrialStore } from '#flows/sending/trial/trial-store';

export type HaltedPorts = Readonly<{
  trials: Pick<TrialStore, 'list'>;
  slices: Pick<SliceStore, 'list'>;
  plans: Pick<PlanReader, 'version'>;
}>;

/** The slices of a day whose text halted itself, and that are not over. */
export async function haltedOn(
  date: CalendarDate,
  { trials, slices, plans }: HaltedPorts,
): Promise<readonly Readonly<{ trial: Trial; waiting: readonly Slice[] }>[]> {
  const halted = (await trials.list(date)).filter((trial) => trialState(trial) === 'halted');
  if (halted.length === 0) return [];
  const listed = (await Promise.all(zones.map((zone) => slices.list(zone, date)))).flat();
  const open = listed.filter(({ state }) => state === 'open');
  const versions = [...new Set(open.map(({ planVersion }) => planVersion))];
  const plansOf = new Map(
    await pMap(versions, async (version) => [version, await plans.version(version)] as const),
  );
  const waitsFor = ({ step, planVersion }: Slice, trial: Trial): boolean => {
    const plan = plansOf.get(planVersion)?.plan;
    const said = plan && stepOf(plan, step);
    return step === trial.step && said !== undefined && textFingerprint(said) === trial.text;
  };
  return halted
    .map((trial) => ({ trial, waiting: open.filter((slice) => waitsFor(slice, trial)) }))
    .filter(({ waiting }) => waiting.length > 0);
}

/** `zones`: where people wait. */
export type HaltedStep = Readonly<{
  date: CalendarDate;
  step: string;
  planVersion: number;
  planned: Planned;
  zones: readonly Zone[];
}> &
  Fared;

/** The longest catch-up: a day before that has nobody left to text. */
const lookBackDays = 7;

/** As one sees them on `date`: also those of days that are still being caught up with. */
export async function haltedSteps(
  date: CalendarDate,
  ports: HaltedPorts,
): Promise<readonly HaltedStep[]> {
  const dates = Array.from({ length: lookBackDays + 1 }, (_, days) => addDays(date, -days));
  const halted = await pMap(dates, (each) => haltedOn(each, ports));
  const shown = halted.flat().map(({ trial, waiting }) => {
    const { date: on, step, sent, failed, unknown, overParts } = trial;
    return {
      ...{ date: on, step, sent, failed, unknown, overParts },
      planVersion: waiting[0]?.planVersion ?? trial.planVersion,
      zones: zones.filter((zone) => waiting.some((slice) => slice.zone === zone)),
    };
  });
  return withPlanned(shown, ports.plans);
}
