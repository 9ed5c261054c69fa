import './editing.css';
import { type ReactNode, useState } from 'react';
import type { Plan } from '#domain/plan/plan';
import type { Call } from '../../shared/api.ts';
import { useTexts } from '../../shared/language.tsx';
import { Loaded } from '../../shared/loading/loaded.tsx';
import { useRead } from '../../shared/reading.ts';
import { BehindAlert } from '../behind/behind.tsx';
import { WhyNobodyIsTexted } from '../pause/pause.tsx';
import { type PreviewCall, usePreview } from '../preview/preview-call.ts';
import { planTexts } from '../texts.ts';
import { WithheldAlert } from '../withheld/withheld.tsx';
import { type PlanDraft, usePlanDraft } from './draft.ts';
import { type Faults, useFaultsInWords } from './faults.tsx';
import { WhatStandsInTheWay } from './in-the-way.tsx';
import { usePlanCall } from './save.tsx';
import { SaveBar } from './save-bar.tsx';

export type Editing = PlanDraft &
  Readonly<{
    /** The plan in force. */
    current: Plan;
    faults: Faults;
    previewed: PreviewCall;
    look: Look;
    lookAt(look: Look): void;
  }>;

/** Days of the preview, and the worker whose facts fill the samples (null: made-up facts). */
type Look = Readonly<{ days: number; workerId: string | null }>;

/** Shared by both pages about the plan: the draft, its faults, and the bar for saving. */
export function EditedPlan({ children }: Readonly<{ children: (editing: Editing) => ReactNode }>) {
  const current = useRead<Plan>('/api/plan');
  const { title } = useTexts(planTexts);
  return (
    <div className="stack">
      <WhyNobodyIsTexted />
      <Loaded query={current} of={title}>
        {(plan) => <WithDraft current={plan}>{children}</WithDraft>}
      </Loaded>
    </div>
  );
}

const putting = ({ version, ...plan }: Plan): Call => ({
  ...{ method: 'PUT', path: '/api/plan', json: plan, headers: { 'if-match': String(version) } },
});

function WithDraft({
  current,
  children,
}: Readonly<{ current: Plan; children: (editing: Editing) => ReactNode }>) {
  const [look, lookAt] = useState<Look>({
    days: 60,
    workerId: new URLSearchParams(location.search).get('worker'),
  });
  const draft = usePlanDraft(current);
  const previewed = usePreview(draft.plan, look);
  const saving = usePlanCall(putting, draft.discard);
  const edit: PlanDraft['edit'] = (change) => {
    saving.reset();
    draft.edit(change);
  };
  const refused = saving.error?.code === 'invalid' ? saving.error.issues : [];
  const inWords = useFaultsInWords(draft.plan.steps);
  const isChanged = draft.changes.length > 0;
  const isOurs = isChanged || previewed.isJudged;
  const faults = isOurs ? { ...inWords(refused), ...inWords(previewed.faults) } : {};
  const behind = isChanged ? (previewed.preview?.behind ?? []) : [];
  const putsUpList = draft.plan.onlyTo !== null && current.onlyTo === null;
  const withheld = putsUpList ? (previewed.preview?.withheld ?? null) : null;
  return (
    <div className="stack">
      <WhatStandsInTheWay draft={draft} current={current} saving={saving} faults={faults} />
      <BehindAlert behind={behind} plan={draft.plan} />
      {withheld && <WithheldAlert withheld={withheld} plan={draft.plan} />}
      {children({ ...draft, edit, current, faults, previewed, look, lookAt })}
      <SaveBar
        draft={draft}
        current={current}
        faults={Object.keys(faults).length}
        behind={behind}
        withheld={withheld}
        isSaving={saving.isPending}
        save={() => saving.send(draft.plan)}
      />
    </div>
  );
}
