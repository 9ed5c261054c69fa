import { Container, Header, KeyValuePairs } from '@cloudscape-design/components';
import { useTexts } from '../shared/language.tsx';
import { Empty, Loaded } from '../shared/loading/loaded.tsx';
import { Figure } from '../shared/page/figure.tsx';
import { PageLink } from '../shared/page/page-link.tsx';
import { useFormats } from '../shared/words/format.ts';
import { attentionTexts } from './attention-texts.ts';
import { type Counted, pageOf, useCounted } from './counted.ts';

/** How much of each kind waits for a person; kinds without any are not shown. */
export function AttentionToday() {
  const texts = useTexts(attentionTexts);
  const counted = useCounted();
  return (
    <Container
      header={
        <Header variant="h2">
          <PageLink page="attention" values={{ kind: 'unknown' }} isHeading>
            {texts.title}
          </PageLink>
        </Header>
      }
    >
      <Loaded query={counted} of={texts.title}>
        {({ items }) => <Kinds counted={items.filter(({ workers }) => workers > 0)} />}
      </Loaded>
    </Container>
  );
}

function Kinds({ counted }: Readonly<{ counted: readonly Counted[] }>) {
  const texts = useTexts(attentionTexts);
  const { number } = useFormats();
  if (counted.length === 0) return <Empty title={texts.none} />;
  return (
    <KeyValuePairs
      // Four in threes would leave the last alone in a row.
      columns={counted.length === 4 ? 4 : 3}
      items={counted.map(({ kind, workers, isAll }) => ({
        label: texts.kinds[kind].name,
        value: (
          <Figure
            value={isAll ? number(workers) : texts.atLeast(number(workers))}
            note={texts.kinds[kind].means}
            page={pageOf[kind]}
            values={{ kind }}
          />
        ),
      }))}
    />
  );
}
