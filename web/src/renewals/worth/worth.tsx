import { SpaceBetween } from '@cloudscape-design/components';
import { useTexts } from '../../shared/language.tsx';
import { Loaded } from '../../shared/loading/loaded.tsx';
import { Note } from '../../shared/page/note.tsx';
import type { Asked } from '../shared/asked.ts';
import { OneCohort } from '../shared/one-cohort.tsx';
import { hasPeople, useRenewals } from '../shared/reading.ts';
import { unlessChosen } from '../shared/unless-chosen.ts';
import { AllCohorts } from './all-cohorts.tsx';
import { CohortWorth } from './cohort-worth.tsx';
import { worthTexts } from './texts.ts';

/** What the texts for a month cost, beside the contributions that they brought. */
export function WorthView({ asked }: Readonly<{ asked: Asked }>) {
  const texts = useTexts(worthTexts);
  return (
    <SpaceBetween size="l">
      <Loaded query={useRenewals(asked)} of={texts.chart}>
        {({ items }) => (
          <SpaceBetween size="l">
            <OneCohort asked={unlessChosen(asked, items)} title={texts.title}>
              {(cohort) => <CohortWorth cohort={cohort} asked={asked} />}
            </OneCohort>
            <AllCohorts cohorts={items.filter(hasPeople)} asked={asked} />
          </SpaceBetween>
        )}
      </Loaded>
      <Note>{texts.onlyMonth}</Note>
    </SpaceBetween>
  );
}
