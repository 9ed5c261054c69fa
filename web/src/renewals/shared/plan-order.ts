import type { Plan } from '#domain/plan/plan';
import { useRead } from '../../shared/reading.ts';

/** In the plan's order; steps that are no longer in it come last. */
export function usePlanOrder(): <S extends Readonly<{ step: string }>>(
  steps: readonly S[],
) => readonly S[] {
  const { data: plan } = useRead<Plan>('/api/plan');
  const place = (step: string): number => {
    const at = plan?.steps.findIndex(({ id }) => id === step) ?? -1;
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return (steps) => [...steps].sort((left, right) => place(left.step) - place(right.step));
}
