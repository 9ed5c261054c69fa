import { Alert, Button } from '@cloudscape-design/components';
import { useState } from 'react';
import type { Plan } from '#domain/plan/plan';
import { useTexts } from '../../shared/language.tsx';
import { Problem } from '../../shared/loading/failed.tsx';
import { ConflictDialog } from '../versions/conflict.tsx';
import { conflictTexts } from '../versions/conflict-texts.ts';
import { useSavedFirst } from '../versions/saved-by.ts';
import type { PlanDraft } from './draft.ts';
import { FaultList, type Faults } from './faults.tsx';
import { planFirst, type usePlanCall } from './save.tsx';
import { editingTexts } from './texts.ts';

type InTheWay = Readonly<{
  draft: PlanDraft;
  current: Plan;
  saving: ReturnType<typeof usePlanCall<Plan>>;
  faults: Faults;
}>;

export function WhatStandsInTheWay({ draft, current, saving, faults }: InTheWay) {
  const conflict = useTexts(conflictTexts);
  const { failed } = useTexts(editingTexts).save;
  const [isComparing, setIsComparing] = useState(false);
  const first = planFirst(saving.error);
  const theirs = first ?? (draft.isOvertaken ? current : null);
  const savedFirst = useSavedFirst(theirs?.version ?? null);
  const closed = () => {
    setIsComparing(false);
    saving.reset();
  };
  return (
    <>
      {theirs && (
        <Alert
          type="warning"
          header={conflict.title(theirs.version)}
          action={<Button onClick={() => setIsComparing(true)}>{conflict.compare}</Button>}
        >
          {savedFirst} {conflict.text(draft.base.version)}
        </Alert>
      )}
      {theirs && (isComparing || first) && (
        <ConflictDialog draft={draft} theirs={theirs} close={closed} />
      )}
      {saving.error && !first && saving.error.code !== 'invalid' && (
        <Alert type="error" header={failed}>
          <Problem error={saving.error} />
        </Alert>
      )}
      <FaultList faults={faults} plan={draft.plan} />
    </>
  );
}
