import { KeyValuePairs, SpaceBetween } from '@cloudscape-design/components';
import type { Plan } from '#domain/plan/plan';
import type { Preview } from '#flows/preview/preview-plan';
import { usePreview } from '../../plan/preview/preview-call.ts';
import { useTexts } from '../../shared/language.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { Figure } from '../../shared/page/figure.tsx';
import { Note } from '../../shared/page/note.tsx';
import { useRead } from '../../shared/reading.ts';
import { useFormats } from '../../shared/words/format.ts';
import { Card } from '../card.tsx';
import { NextDays } from './days.tsx';
import { nextTexts } from './texts.ts';

/** What leaves in the coming week under the plan in force, as its own page would preview it. */
export function NextTexts() {
  const texts = useTexts(nextTexts);
  const plan = useRead<Plan>('/api/plan');
  return (
    <Card page="plan" title={texts.title} fitHeight>
      <Loaded query={plan} of={texts.title}>
        {(inForce) => <Coming plan={inForce} />}
      </Loaded>
    </Card>
  );
}

function Coming({ plan }: Readonly<{ plan: Plan }>) {
  const texts = useTexts(nextTexts);
  const { preview, error, refetch } = usePreview(
    { ...plan, paused: false },
    { days: 7, workerId: null },
  );
  return (
    <Loaded query={{ data: preview ?? undefined, error, refetch }} of={texts.title}>
      {(found) => <Week preview={found} plan={plan} />}
    </Loaded>
  );
}

function Week({ preview, plan }: Readonly<{ preview: Preview; plan: Plan }>) {
  const texts = useTexts(nextTexts);
  const { number, shortRupiah } = useFormats();
  const { total, pastCohorts } = preview;
  // Without a past it is as if nobody paid, and often no more can leave than that.
  const isMore = total.mostReminders > total.expectedReminders;
  if (total.mostReminders === 0) return <Empty title={texts.none} />;
  return (
    <SpaceBetween size="s">
      <KeyValuePairs
        columns={2}
        minColumnWidth={190}
        items={[
          {
            label: texts.expected,
            value: (
              <Figure
                value={number(total.expectedReminders)}
                note={isMore && texts.atMost(number(total.mostReminders))}
              />
            ),
          },
          {
            label: texts.cost,
            value: (
              <Figure
                value={shortRupiah(total.expectedCostRupiah)}
                note={isMore && texts.atMost(shortRupiah(total.mostCostRupiah))}
              />
            ),
          },
        ]}
      />
      <NextDays preview={preview} plan={plan} />
      {plan.paused && <Note>{texts.paused}</Note>}
      {pastCohorts === 0 && <Note>{texts.noPast}</Note>}
    </SpaceBetween>
  );
}
