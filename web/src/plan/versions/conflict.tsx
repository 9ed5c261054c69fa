import { Button, ColumnLayout, Header, SpaceBetween } from '@cloudscape-design/components';
import { useQueryClient } from '@tanstack/react-query';
import type { Plan } from '#domain/plan/plan';
import { useTexts } from '../../shared/language.tsx';
import { AskedFirst } from '../../shared/page/asked-first.tsx';
import { changesBetween } from '../differences/changes.ts';
import { Differences } from '../differences/differences.tsx';
import type { PlanDraft } from '../editing/draft.ts';
import { conflictTexts } from './conflict-texts.ts';
import { useSavedFirst } from './saved-by.ts';

type Conflict = Readonly<{ draft: PlanDraft; theirs: Plan; close: () => void }>;

/** Two admins edited at once: what each changed, and which to keep. Choosing saves nothing. */
export function ConflictDialog({ draft, theirs, close }: Conflict) {
  const texts = useTexts(conflictTexts);
  const savedFirst = useSavedFirst(theirs.version);
  const client = useQueryClient();
  const settle = (choose: () => void) => () => {
    client.setQueryData(['/api/plan'], theirs);
    choose();
    close();
  };
  return (
    <AskedFirst
      title={texts.title(theirs.version)}
      close={close}
      size="large"
      buttons={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={settle(draft.discard)}>{texts.theirs}</Button>
          <Button variant="primary" onClick={settle(() => draft.bringAlong(theirs))}>
            {texts.together}
          </Button>
        </SpaceBetween>
      }
    >
      <p>
        {savedFirst} {texts.choose}
      </p>
      <ColumnLayout columns={2} borders="vertical">
        <div>
          <Header variant="h3">{texts.theirChanges(theirs.version)}</Header>
          <Differences before={draft.base} changes={changesBetween(draft.base, theirs)} />
        </div>
        <div>
          <Header variant="h3">{texts.yourChanges}</Header>
          <Differences before={draft.base} changes={draft.changes} />
        </div>
      </ColumnLayout>
    </AskedFirst>
  );
}
