import { SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { Loaded } from '../../shared/loading/loaded.tsx';
import { useFormats } from '../../shared/words/format.ts';
import type { Asked } from './asked.ts';
import { CohortChoice } from './choice.tsx';
import { useCohort } from './reading.ts';

type OneCohortProps = Readonly<{
  asked: Asked;
  title: (month: string) => string;
  children: (cohort: Renewals) => ReactNode;
}>;

/** A part about a single month, which is chosen above it. */
export function OneCohort({ asked, title, children }: OneCohortProps) {
  const { month } = useFormats();
  return (
    <SpaceBetween size="l">
      <CohortChoice asked={asked} />
      <Loaded query={useCohort(asked)} of={title(month(asked.month))}>
        {({ items: [cohort] }) => cohort && children(cohort)}
      </Loaded>
    </SpaceBetween>
  );
}
