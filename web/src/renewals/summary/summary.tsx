import { Box, Container, Header, KeyValuePairs, SpaceBetween } from '@cloudscape-design/components';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { useIs } from '../../shared/narrow.ts';
import { Figure } from '../../shared/page/figure.tsx';
import { useFormats } from '../../shared/words/format.ts';
import type { Term } from '../definitions/definitions.ts';
import type { Asked } from '../shared/asked.ts';
import { Meaning } from '../shared/meaning.tsx';
import { useMembers } from '../shared/reading.ts';
import { BreakEven } from './break-even.tsx';
import { useFigures } from './figures.ts';
import { firstToCome, type LastFinal, lastFinal } from './last-final.ts';
import { summaryTexts } from './texts.ts';

const terms: readonly Term[] = ['renewal', 'final', 'members', 'net', 'breakEven'];

type SummaryProps = Readonly<{ cohorts: readonly Renewals[]; asked: Asked }>;

/** What can be told for good, before anything else; until then when that will be. */
export function Summary({ cohorts, asked }: SummaryProps) {
  const texts = useTexts(summaryTexts);
  const { month } = useFormats();
  const told = lastFinal(cohorts);
  const title = told ? texts.title(month(told.last.month)) : texts.none.title;
  if (!told) return <NoneYet cohorts={cohorts} />;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={texts.description}
          info={<Meaning of={terms} about={title} />}
        >
          {title}
        </Header>
      }
    >
      <Told {...told} asked={asked} />
    </Container>
  );
}

function NoneYet({ cohorts }: Pick<SummaryProps, 'cohorts'>) {
  const texts = useTexts(summaryTexts).none;
  const { month, date } = useFormats();
  const next = firstToCome(cohorts);
  return (
    <Container>
      <Empty title={texts.title}>
        {next ? texts.toCome(month(next.month), date(next.finalOn)) : texts.noMonth}
      </Empty>
    </Container>
  );
}

function Told({ last, before, asked }: LastFinal & Readonly<{ asked: Asked }>) {
  const figures = useFigures(asked);
  const isPhone = useIs('phone');
  return (
    <Loaded query={useMembers(asked)}>
      {({ items }) => (
        <SpaceBetween size="l">
          <KeyValuePairs
            // Rp352.800.000.000 in large type needs half a page.
            columns={isPhone ? 1 : 2}
            items={figures({ last, before, members: items }).map(({ label, value, notes }) => ({
              label,
              value: (
                <Figure
                  value={value}
                  note={notes.map((note) => (
                    <Box key={note} color="inherit" fontSize="body-s">
                      {note}
                    </Box>
                  ))}
                />
              ),
            }))}
          />
          <BreakEven of={last} />
        </SpaceBetween>
      )}
    </Loaded>
  );
}
