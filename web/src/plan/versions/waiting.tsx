import { Alert, Button } from '@cloudscape-design/components';
import { useState } from 'react';
import type { Plan } from '#domain/plan/plan';
import type { VersionView } from '#flows/plan/show-plan';
import { useTexts } from '../../shared/language.tsx';
import { useReadPages } from '../../shared/reading.ts';
import { useOwnName } from './saved-by.ts';
import { VersionDialog } from './version.tsx';
import { waitingTexts } from './waiting-texts.ts';

/** A proposal at the top of the page, so that it does not wait for a look at the history. */
export function WaitingProposals({ current }: Readonly<{ current: Plan }>) {
  const texts = useTexts(waitingTexts);
  const own = useOwnName();
  const { items } = useReadPages<VersionView>('/api/plan/versions');
  const [asked, ask] = useState<VersionView | null>(null);
  return (
    <>
      {items
        .filter(({ status }) => status === 'pending')
        .map((proposal) => (
          <Alert
            key={proposal.version}
            type="info"
            header={texts.title(proposal.version)}
            action={
              <Button ariaLabel={texts.lookAt(proposal.version)} onClick={() => ask(proposal)}>
                {texts.look}
              </Button>
            }
          >
            {proposal.savedBy === own ? texts.own : texts.text}
          </Alert>
        ))}
      {asked && (
        <VersionDialog
          act={asked.savedBy === own ? 'look' : 'approve'}
          version={asked}
          {...{ current, versions: items, close: () => ask(null) }}
        />
      )}
    </>
  );
}
