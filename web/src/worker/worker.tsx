import { Alert, Button, Grid, SpaceBetween } from '@cloudscape-design/components';
import { useParams } from 'react-router';
import type { ShownWorker } from '#flows/people/show-worker';
import { addressOf, isFor } from '../shared/addresses.ts';
import { useFollow } from '../shared/follow.ts';
import { useTexts } from '../shared/language.tsx';
import { Loaded } from '../shared/loading/loaded.tsx';
import { useMe } from '../shared/me.tsx';
import { BackLink } from '../shared/page/back-link.tsx';
import { Page } from '../shared/page/page.tsx';
import { useRead } from '../shared/reading.ts';
import { mayAct, WorkerActions } from './acts/actions.tsx';
import { ForTheCaller } from './caller/caller.tsx';
import { AboutWorker, CopiedId } from './facts/about.tsx';
import { OwedByWorker } from './facts/owed.tsx';
import { Texting } from './facts/texting.tsx';
import { workerTexts } from './texts.ts';
import { Timeline } from './timeline/timeline.tsx';

/** One worker: what to tell them, what they owe, and why they were texted or not. */
export function WorkerPage() {
  const { id = '' } = useParams();
  const texts = useTexts(workerTexts);
  const { roles } = useMe();
  const query = useRead<ShownWorker>(`/api/workers/${encodeURIComponent(id)}`);
  if (query.error?.status === 404) return <NobodyHere />;
  const worker = query.data?.worker;
  return (
    <Page
      title={worker?.name ?? texts.title}
      description={<Below workerId={worker?.workerId} />}
      actions={
        query.data &&
        mayAct(roles) && (
          <WorkerActions key={worker?.workerId} {...query.data} reload={query.refetch} />
        )
      }
    >
      <Loaded query={query} of={texts.title}>
        {(shown) => <WorkerShown {...shown} />}
      </Loaded>
    </Page>
  );
}

const Below = ({ workerId }: Readonly<{ workerId: string | undefined }>) => (
  <SpaceBetween direction="horizontal" size="m">
    <BackLink page="workers" />
    {workerId && <CopiedId workerId={workerId} />}
  </SpaceBetween>
);

function WorkerShown({ worker, timeline, sharing }: ShownWorker) {
  const half = { default: 12, m: 6 };
  return (
    <SpaceBetween size="l">
      <Grid gridDefinition={[half, half, half, half].map((colspan) => ({ colspan }))}>
        <ForTheCaller worker={worker} />
        <Texting worker={worker} />
        <OwedByWorker worker={worker} />
        <AboutWorker worker={worker} sharing={sharing} />
      </Grid>
      <Timeline entries={timeline} worker={worker} />
    </SpaceBetween>
  );
}

function NobodyHere() {
  const texts = useTexts(workerTexts);
  const follow = useFollow();
  const maySearch = isFor('workers', useMe().roles);
  const search = (
    <Button href={addressOf('workers')} onFollow={follow}>
      {texts.notThere.find}
    </Button>
  );
  return (
    <Page title={texts.title}>
      <Alert type="warning" header={texts.notThere.title} action={maySearch && search}>
        {texts.notThere.text}
      </Alert>
    </Page>
  );
}
