import {
  Alert,
  Box,
  Button,
  Container,
  FormField,
  Header,
  SpaceBetween,
} from '@cloudscape-design/components';
import { useState } from 'react';
import { heldOutNeeded, suggestedHoldout, visiblePoints } from '#domain/renewals/held-out-needed';
import { BreakEven } from '../../renewals/summary/break-even.tsx';
import { lastFinal } from '../../renewals/summary/last-final.ts';
import { useTexts } from '../../shared/language.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { useToday } from '../../shared/me.tsx';
import { useFormats } from '../../shared/words/format.ts';
import type { Editing } from '../editing/edited-plan.tsx';
import { WholeNumber } from '../steps/whole-number.tsx';
import { type Drawn, drawnOf, useCohorts } from './cohorts.ts';
import { usePercent } from './percent.ts';
import { measuredTexts } from './texts.ts';

type MeasuredProps = Readonly<{ editing: Editing }>;

/** What the texts had to bring and what was seen, and how many must be held out to see it. */
export function Measured({ editing }: MeasuredProps) {
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
              {drawn ? (
                <SpaceBetween size="l">
                  <Needed drawn={drawn} />
                  <Suggestion drawn={drawn} editing={editing} />
                </SpaceBetween>
              ) : (
                <Empty title={texts.none} />
              )}
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

/** Nothing changes unless an admin takes it: it is a draft as any other. */
function Suggestion({ drawn, editing }: MeasuredProps & Readonly<{ drawn: Drawn }>) {
  const texts = useTexts(measuredTexts);
  const { number } = useFormats();
  const percent = usePercent();
  const { workers } = drawn;
  const { holdoutPercent } = editing.plan;
  const suggested = suggestedHoldout(workers);
  if (holdoutPercent <= suggested) return null;
  const heldOut = (share: number): string => number((workers * share) / 100);
  const take = () => editing.edit((before) => ({ ...before, holdoutPercent: suggested }));
  return (
    <Alert
      type="info"
      header={texts.suggested(percent(suggested), heldOut(suggested))}
      action={<Button onClick={take}>{texts.take(percent(suggested))}</Button>}
    >
      {texts.why(percent(holdoutPercent), number(workers), heldOut(holdoutPercent))}
    </Alert>
  );
}
