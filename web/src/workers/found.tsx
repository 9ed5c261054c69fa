import { LiveRegion } from '@cloudscape-design/components';
import type { Found } from '#flows/people/show-workers';
import { useTexts } from '../shared/language.tsx';
import { Listing } from '../shared/loading/listing.tsx';
import { Empty } from '../shared/loading/loaded.tsx';
import { Note } from '../shared/page/note.tsx';
import { findTexts } from './find-texts.ts';
import { nameTexts } from './name-texts.ts';
import { useWorkerColumns } from './workers-columns.tsx';

/** `none`: what is said where nobody was found. */
export function FoundWorkers({ items, more, none }: Found & Readonly<{ none: string }>) {
  const texts = useTexts(findTexts);
  const { more: typeMore } = useTexts(nameTexts);
  const columns = useWorkerColumns();
  return (
    <>
      <LiveRegion hidden>
        {items.length === 0 ? texts.none.title : `${texts.found}: ${items.length}`}
      </LiveRegion>
      <Listing
        title={texts.found}
        counter={`(${items.length}${more ? '+' : ''})`}
        columns={columns}
        items={items}
        idOf={({ workerId }) => workerId}
        query={answered}
        empty={<Empty title={texts.none.title}>{none}</Empty>}
        footer={more && <Note>{typeMore}</Note>}
      />
    </>
  );
}

const answered = { isPending: false, error: null, refetch: () => undefined } as const;
