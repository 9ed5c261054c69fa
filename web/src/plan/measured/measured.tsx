import { Box, Container, FormField, Header, SpaceBetween } from '@cloudscape-design/components';
import { useState } from 'react';
import { heldOutNeeded, visiblePoints } from '#domain/renewals/held-out-needed';
import { BreakEven } from '../../renewals/summary/break-even.tsx';
import { lastFinal } from '../../renewals/summary/last-final.ts';
import { useTexts } from '../../shared/language.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { useToday } from '../../shared/me.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { WholeNumber } from '../steps/whole-number.tsx';
import { type Drawn, drawnOf, useCohorts } from './cohorts.ts';
import { usePercent } from './percent.ts';
import { measuredTexts } from './texts.ts';

/** What the texts had to bring and what was seen, and how many must be held out to see it. */
export function Measured() {
  const texts = useTexts(measuredTexts);
  const today = useToday();
  return (
    <Container
      header={
        <Header variant="h2" description={texts.description}>
          {texts.title}
        </Header>
      }
    >
      <Loaded query={useCohorts()} of={texts.title}>
        {({ items }) => {
          const told = lastFinal(items);
          const drawn = drawnOf(items, today);
          return (
            <SpaceBetween size="l">
              {told && <BreakEven of={told.last} />}
              {drawn ? <Needed drawn={drawn} /> : <Empty title={texts.none} />}
            </SpaceBetween>
          );
        }}
      </Loaded>
    </Container>
  );
}

function Needed({ drawn }: Readonly<{ drawn: Drawn }>) {
  const texts = useTexts(measuredTexts);
  const { decimal, month, number } = useFormats();
  const percent = usePercent();
  const [points, setPoints] = useState(2);
  const needed = heldOutNeeded({ ...drawn, points });
  const visible = visiblePoints(drawn);
  const [workers, name] = [number(drawn.workers), month(drawn.month)];
  return (
    <SpaceBetween size="s">
      <FormField label={texts.points}>
        <WholeNumber value={points} onChange={setPoints} />
      </FormField>
      <Box>
        <b>
          {needed === null
            ? texts.impossible(workers, name)
            : texts.needed(
                ...([number(needed), percent((100 * needed) / drawn.workers)] as const),
                ...([workers, name] as const),
              )}
        </b>
      </Box>
      <Box>
        {visible === null ? texts.nobody : texts.now(number(drawn.heldOut), decimal(visible))}
      </Box>
    </SpaceBetween>
  );
}
