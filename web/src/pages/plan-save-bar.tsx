import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useTexts } from '../language.tsx';
import { Status } from '../shared/status.tsx';
import { planTexts } from '../texts/plan.ts';
import { AskedFirst } from './plan-asked-first.tsx';
import type { PlanDraft } from './plan-draft.ts';
import { Differences } from './plan-words.tsx';

type Bar = Readonly<{ draft: PlanDraft; faults: number; isSaving: boolean; save: () => void }>;

/** Stays at the lower edge of the window as long as there is something to save. */
export function SaveBar({ draft, faults, isSaving, save }: Bar) {
  const texts = useTexts(planTexts).save;
  const [isAsking, setIsAsking] = useState(false);
  const count = draft.changes.length;
  if (count === 0) return null;
  return (
    <section className="save-bar" aria-label={texts.title}>
      <div role="status">{faults > 0 ? <Status type="error">{texts.faults(faults)}</Status> : <span>{texts.unsaved(count)}</span>}</div>
      <Button variant="inline-link" onClick={() => setIsAsking(true)}>
        {texts.look}
      </Button>
      <span className="save-bar-gap" />
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={draft.discard}>{texts.discard}</Button>
        <Button variant="primary" loading={isSaving} disabled={draft.isOvertaken} onClick={save}>
          {texts.save}
        </Button>
      </SpaceBetween>
      {isAsking && (
        <AskedFirst title={texts.unsaved(count)} size="large" close={() => setIsAsking(false)} buttons={null}>
          <Differences before={draft.base} changes={draft.changes} />
        </AskedFirst>
      )}
    </section>
  );
}
