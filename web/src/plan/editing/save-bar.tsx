import { Button, SpaceBetween } from '@cloudscape-design/components';
import { useState } from 'react';
import type { BehindView } from '#domain/plan/behind-view';
import { useTexts } from '../../shared/language.tsx';
import { AskedFirst } from '../../shared/page/asked-first.tsx';
import { Status } from '../../shared/status.tsx';
import { useBehindTitle } from '../behind/behind.tsx';
import { Differences } from '../differences/differences.tsx';
import type { PlanDraft } from './draft.ts';
import { editingTexts } from './texts.ts';

type Bar = Readonly<{
  draft: PlanDraft;
  faults: number;
  behind: readonly BehindView[];
  isSaving: boolean;
  save: () => void;
}>;

/** Stays at the bottom of the window while there is something to save. */
export function SaveBar({ draft, faults, behind, isSaving, save }: Bar) {
  const texts = useTexts(editingTexts).save;
  const behindTitle = useBehindTitle();
  const [asked, ask] = useState<'look' | 'discard' | null>(null);
  const count = draft.changes.length;
  if (count === 0) return null;
  const close = () => ask(null);
  const discard = () => {
    close();
    draft.discard();
  };
  return (
    <section className="save-bar" aria-label={texts.title}>
      <div role="status">
        {faults > 0 ? (
          <Status type="error">{texts.faults(faults)}</Status>
        ) : (
          <span>{texts.unsaved(count)}</span>
        )}
        {behind.length > 0 && (
          <div>
            <Status type="warning">{behindTitle(behind)}</Status>
          </div>
        )}
      </div>
      <Button variant="inline-link" onClick={() => ask('look')}>
        {texts.look}
      </Button>
      <span className="save-bar-gap" />
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={() => ask('discard')}>{texts.discard}</Button>
        <Button variant="primary" loading={isSaving} disabled={draft.isOvertaken} onClick={save}>
          {texts.save}
        </Button>
      </SpaceBetween>
      {asked && (
        <AskedFirst
          title={asked === 'discard' ? texts.discardAsked : texts.unsaved(count)}
          size="large"
          close={close}
          buttons={
            asked === 'discard' && (
              <Button variant="primary" onClick={discard}>
                {texts.discardAll}
              </Button>
            )
          }
        >
          <Differences before={draft.base} changes={draft.changes} />
        </AskedFirst>
      )}
    </section>
  );
}
