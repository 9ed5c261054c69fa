import { Button, SpaceBetween } from '@cloudscape-design/components';
import { useState } from 'react';
import type { BehindView } from '#domain/plan/behind/behind-view';
import type { WithheldView } from '#domain/plan/behind/withheld-steps';
import type { Plan } from '#domain/plan/plan';
import { useTexts } from '../../shared/language.tsx';
import { AskedFirst } from '../../shared/page/asked-first.tsx';
import { Status } from '../../shared/status.tsx';
import { useBehindTitle } from '../behind/behind.tsx';
import { Differences } from '../differences/differences.tsx';
import { asksFirst } from './asks-first.ts';
import type { PlanDraft } from './draft.ts';
import { useOutlook } from './outlook.ts';
import { OutlookLine } from './outlook-line.tsx';
import { SaveAsked } from './save-asked.tsx';
import { editingTexts } from './texts.ts';

type Bar = Readonly<{
  draft: PlanDraft;
  /** The plan in force. */
  current: Plan;
  faults: number;
  behind: readonly BehindView[];
  /** By a list that the draft puts up; null where it puts up none. */
  withheld: WithheldView | null;
  isSaving: boolean;
  save: () => void;
}>;

/** Stays at the bottom of the window while there is something to save. */
export function SaveBar(bar: Bar) {
  return bar.draft.changes.length > 0 ? <Unsaved {...bar} /> : null;
}

function Unsaved({ draft, current, faults, behind, withheld, isSaving, save }: Bar) {
  const texts = useTexts(editingTexts).save;
  const behindTitle = useBehindTitle();
  const [asked, ask] = useState<'look' | 'discard' | 'save' | null>(null);
  const outlook = useOutlook(current, draft.plan);
  const count = draft.changes.length;
  const close = () => ask(null);
  const mayAsk = faults === 0 && asksFirst(draft.changes, behind);
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
        {faults === 0 && <OutlookLine outlook={outlook} />}
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
        <Button
          variant="primary"
          loading={isSaving}
          disabled={draft.isOvertaken}
          onClick={mayAsk ? () => ask('save') : save}
        >
          {texts.save}
        </Button>
      </SpaceBetween>
      {asked === 'save' && <SaveAsked {...{ draft, outlook, behind, withheld, close, save }} />}
      {(asked === 'look' || asked === 'discard') && (
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
