import { Button } from '@cloudscape-design/components';
import { useParams } from 'react-router';
import { isMonth } from '#domain/calendar/dates';
import { addressOf } from '../../shared/addresses.ts';
import { useFollow } from '../../shared/follow.ts';
import { useTexts } from '../../shared/language.tsx';
import { Loaded } from '../../shared/loading/loaded.tsx';
import { Page } from '../../shared/page/page.tsx';
import { NotFoundPage } from '../../shared/page/plain-page.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useAsked, useWay } from '../shared/asked.ts';
import { useCohort } from '../shared/reading.ts';
import { renewalsTexts } from '../texts.ts';
import { Rows } from './rows.tsx';
import { cohortTexts } from './texts.ts';

/** The rows from which a cohort's figures are counted. */
export function CohortPage() {
  const { month = '' } = useParams();
  return isMonth(month) ? <Cohort month={month} /> : <NotFoundPage />;
}

function Cohort({ month }: Readonly<{ month: string }>) {
  const texts = useTexts(cohortTexts);
  const { standing } = useTexts(renewalsTexts);
  const formats = useFormats();
  const { asOf, day } = useAsked();
  const cohort = useCohort({ month, asOf });
  const title = texts.title(formats.month(month));
  return (
    <Page
      title={title}
      description={standing[asOf === null ? 'today' : 'past'](formats.date(day))}
      actions={<Back text={texts.back} />}
    >
      <Loaded query={cohort} of={title}>
        {({ items: [figures] }) => figures && <Rows figures={figures} asOf={asOf} title={title} />}
      </Loaded>
    </Page>
  );
}

function Back({ text }: Readonly<{ text: string }>) {
  const follow = useFollow();
  const { back } = useWay();
  return (
    <Button href={addressOf('renewals', back)} onFollow={follow}>
      {text}
    </Button>
  );
}
