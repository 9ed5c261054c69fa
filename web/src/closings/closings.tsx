import { Button } from '@cloudscape-design/components';
import { useState } from 'react';
import type { ListedClosings, OpenMonth } from '#flows/closings/list-closings';
import { useTexts } from '../shared/language.tsx';
import { Listing } from '../shared/loading/listing.tsx';
import { Empty, Loaded } from '../shared/loading/loaded.tsx';
import { useToday } from '../shared/me.tsx';
import { Note } from '../shared/page/note.tsx';
import { Page } from '../shared/page/page.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { useRead } from '../shared/reading.ts';
import { useFormats } from '../shared/words/format.ts';
import { CloseMonth } from './close-month.tsx';
import { sumOf } from './lines.ts';
import { closingsTexts } from './texts.ts';

/** The months that finance has closed, and a way to close the next. */
export function ClosingsPage() {
  const texts = useTexts(closingsTexts);
  const closings = useRead<ListedClosings>('/api/closings');
  const today = useToday();
  const [isAsked, setIsAsked] = useState(false);
  const open = closings.data?.open ?? [];
  const closable = open.filter(({ finalOn }) => finalOn <= today);
  return (
    <Page
      title={texts.title}
      description={texts.description}
      actions={
        closable.length > 0 && (
          <Button variant="primary" onClick={() => setIsAsked(true)}>
            {texts.close}
          </Button>
        )
      }
    >
      <Loaded query={closings} of={texts.title}>
        {({ items }) => (
          <Closed
            items={items}
            closable={closable}
            next={open.find(({ finalOn }) => finalOn > today)}
          />
        )}
      </Loaded>
      {isAsked && <CloseMonth closable={closable} back={() => setIsAsked(false)} />}
    </Page>
  );
}

type ClosedProps = Pick<ListedClosings, 'items'> &
  Readonly<{ closable: readonly OpenMonth[]; next: OpenMonth | undefined }>;

function Closed({ items, closable, next }: ClosedProps) {
  const texts = useTexts(closingsTexts);
  const { month: named, date, moment, number, rupiah } = useFormats();
  return (
    <Listing
      title={texts.list}
      columns={[
        {
          id: 'month',
          header: texts.month,
          cell: ({ month }) => (
            <PageLink page="closing" values={{ month }}>
              {named(month)}
            </PageLink>
          ),
        },
        {
          id: 'received',
          header: texts.received,
          cell: ({ receipts }) => {
            const sum = sumOf(receipts);
            return texts.of(number(sum.payments), rupiah(sum.rupiah));
          },
        },
        { id: 'finalOn', header: texts.finalOn, cell: ({ finalOn }) => date(finalOn) },
        {
          id: 'closed',
          header: texts.closed,
          cell: ({ closedAt, byName }) => texts.by(moment(closedAt), byName),
        },
      ]}
      items={items}
      idOf={({ month }) => month}
      empty={<Empty title={texts.none} />}
      footer={
        <>
          {closable.length > 0 && (
            <Note>{texts.now(closable.map(({ month }) => named(month)).join(', '))}</Note>
          )}
          {next && <Note>{texts.next(named(next.month), date(next.finalOn))}</Note>}
        </>
      }
    />
  );
}
