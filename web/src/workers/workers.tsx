import { Button } from '@cloudscape-design/components';
import { addressOf } from '../shared/addresses.ts';
import { useFollow } from '../shared/follow.ts';
import { useTexts } from '../shared/language.tsx';
import { useMe } from '../shared/me.tsx';
import { Page } from '../shared/page/page.tsx';
import { workersTexts } from './texts.ts';
import { FindWorker } from './workers-find.tsx';
import { FindByName } from './workers-named.tsx';
import { OwingWorkers } from './workers-owing.tsx';

/** Finds a worker; admins can also list those who owe a month. */
export function WorkersPage() {
  const texts = useTexts(workersTexts);
  const follow = useFollow();
  const isAdmin = useMe().roles.includes('admin');
  const importing = (
    <Button href={addressOf('import')} onFollow={follow} iconName="upload">
      {texts.import}
    </Button>
  );
  return (
    <Page title={texts.title} actions={isAdmin && importing}>
      <FindWorker />
      <FindByName />
      {isAdmin && <OwingWorkers />}
    </Page>
  );
}
