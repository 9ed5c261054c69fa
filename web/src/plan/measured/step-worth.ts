import type { Step } from '#domain/plan/plan';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { lastFinal } from '../../renewals/summary/last-final.ts';
import { useCohorts } from './cohorts.ts';

type StepWorth = Readonly<{ month: string; breakEven: number; spendRupiah: number }>;

/** What a step cost in the last final month; null where it had another day then or was not sent. */
export function useStepWorth(): (step: Step) => StepWorth | null {
  const { data } = useCohorts();
  const told = data && lastFinal(data.items);
  return (step) => {
    const line = told?.last.steps.find((each) => isSame(each, step));
    return told && line && line.breakEven !== null
      ? { month: told.last.month, breakEven: line.breakEven, spendRupiah: line.spendRupiah }
      : null;
  };
}

const isSame = ({ step, planned }: Renewals['steps'][number], asked: Step): boolean =>
  step === asked.id && planned?.offsetDays === asked.offsetDays;
