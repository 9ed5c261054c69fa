import { LiveRegion } from '@cloudscape-design/components';
import { useTexts } from '../shared/language.tsx';
import { Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { findTexts } from './find-texts.ts';
import { useWorkerColumns } from './workers-columns.tsx';
import type { Found } from './workers-find.tsx';

export function FoundWorkers({ items }: Found) {
  const texts = useTexts(findTexts);
  const columns = useWorkerColumns();
  return (
    <>
      <LiveRegion hidden>
        {items.length === 0 ? texts.none.title : `${texts.found}: ${items.length}`}
      </LiveRegion>
      <Listing
        title={texts.found}
        counter={`(${items.length})`}
        columns={columns}
        items={items}
        idOf={({ workerId }) => workerId}
        query={answered}
        empty={<Empty title={texts.none.title}>{texts.none.text}</Empty>}
      />
    </>
  );
}

const answered = { isPending: false, error: null, refetch: () => undefined } as const;
