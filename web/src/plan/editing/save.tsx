import { useQueryClient } from '@tanstack/react-query';
import type { BehindView } from '#domain/plan/behind/behind-view';
import type { WithheldView } from '#domain/plan/behind/withheld-steps';
import type { Plan } from '#domain/plan/plan';
import type { PlanStatus } from '#domain/plan/plan-version';
import type { Problem } from '#domain/problem';
import type { ApiError, Call } from '../../shared/api.ts';
import { useTexts } from '../../shared/language.tsx';
import { useNotify } from '../../shared/notices.tsx';
import { useProblemText } from '../../shared/problems/problem-text.ts';
import { useSend } from '../../shared/reading.ts';
import { BehindSaved, useBehindTitle } from '../behind/behind.tsx';
import { useWithheldTitle, WithheldLines } from '../withheld/withheld.tsx';
import { editingTexts } from './texts.ts';

/** What the calls that change the plan answer. */
type Saved = Plan &
  Readonly<{
    status: Extract<PlanStatus, 'current' | 'pending'>;
    warning?: Problem;
    behind: readonly BehindView[];
    withheld: WithheldView | null;
  }>;

/**
 * A call that saves a version of the plan, reports the result and reads the plan again.
 * `done` follows a success, which `said` can word.
 */
export function usePlanCall<Sent>(
  callOf: (sent: Sent) => Call,
  done: () => void = () => undefined,
  said?: (saved: Plan) => string,
) {
  const texts = useTexts(editingTexts).saved;
  const inWords = useProblemText();
  const notify = useNotify();
  const client = useQueryClient();
  const call = useSend<Sent, Saved>(callOf, ['/api/plan', '/api/renewals']);
  const behindTitle = useBehindTitle();
  const withheldTitle = useWithheldTitle();
  const told = ({ status, warning, behind, withheld, ...plan }: Saved): void => {
    if (status === 'current') client.setQueryData(['/api/plan'], plan);
    done();
    const isBehind = status === 'current' && behind.length > 0;
    if (isBehind)
      notify({
        type: 'warning',
        header: behindTitle(behind),
        content: <BehindSaved {...{ behind, plan, isUndoable: !said }} />,
      });
    if (status === 'current' && withheld)
      notify({
        type: 'warning',
        header: withheldTitle(withheld),
        content: <WithheldLines {...{ withheld, plan }} />,
      });
    if (warning) notify({ type: 'warning', header: texts.warning, content: inWords(warning) });
    else if (status === 'pending')
      notify({ type: 'info', header: texts.pending(plan.version), content: texts.pendingText });
    else if (!isBehind)
      notify({ type: 'success', content: said?.(plan) ?? texts.current(plan.version) });
  };
  return { ...call, send: (sent: Sent) => call.mutate(sent, { onSuccess: told }) };
}

/** The plan that another admin saved first. */
export const planFirst = (error: ApiError | null): Plan | null =>
  error?.status === 409
    ? ((error.body as Readonly<{ current?: Plan }> | null)?.current ?? null)
    : null;
