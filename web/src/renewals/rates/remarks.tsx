import { SpaceBetween } from '@cloudscape-design/components';
import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import { Note } from '../../shared/page/note.tsx';
import { PageLink } from '../../shared/page/page-link.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useWay } from '../shared/asked.ts';
import { hasPeople } from '../shared/reading.ts';
import { ratesTexts } from './texts.ts';

/** Links to the rows behind the figures, with a badge if the month cannot be compared. */
export function CohortName({ cohort: { month, partial, final } }: Readonly<{ cohort: Renewals }>) {
  const texts = useTexts(ratesTexts);
  const formats = useFormats();
  const { there } = useWay();
  return (
    <SpaceBetween size="xxs">
      <PageLink page="cohort" values={{ month, ...there }}>
        {formats.month(month)}
      </PageLink>
      {(partial || !final) && (
        <Note fontSize="body-s">{partial ? texts.badgePartial : texts.badgeNotFinal}</Note>
      )}
    </SpaceBetween>
  );
}

/** Explains the badges in use, and names missing months. */
export function Remarks({ all }: Readonly<{ all: readonly Renewals[] }>) {
  const texts = useTexts(ratesTexts);
  const { month, date } = useFormats();
  const cohorts = all.filter(hasPeople);
  const notFinal = cohorts.filter(({ partial, final }) => !partial && !final);
  const partial = cohorts.filter((cohort) => cohort.partial);
  const missing = all.filter((cohort) => !hasPeople(cohort));
  const named = (of: readonly Renewals[]): string =>
    of.map((cohort) => month(cohort.month)).join(', ');
  const remarks = [
    notFinal.length > 0 &&
      texts.notFinal(
        notFinal
          .map((cohort) => texts.finalOn(month(cohort.month), date(cohort.finalOn)))
          .join(', '),
      ),
    partial.length > 0 && texts.partial(named(partial), partial.length === 1),
    missing.length > 0 && texts.noPeople(named(missing)),
  ];
  return (
    <SpaceBetween size="xs">
      {remarks.map((remark) => remark && <Note key={remark}>{remark}</Note>)}
    </SpaceBetween>
  );
}
