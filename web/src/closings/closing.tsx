import './print.css';
import { Button, SpaceBetween } from '@cloudscape-design/components';
import { useParams } from 'react-router';
import { isMonth } from '#domain/calendar/dates';
import { DownloadCsv } from '../shared/csv/save-csv.tsx';
import { useTexts } from '../shared/language.tsx';
import { Loaded } from '../shared/loading/loaded.tsx';
import { BackLink } from '../shared/page/back-link.tsx';
import { Page } from '../shared/page/page.tsx';
import { NotFoundPage } from '../shared/page/plain-page.tsx';
import { useFormats } from '../shared/words/format.ts';
import { closingTexts } from './closing-texts.ts';
import { Events } from './events.tsx';
import { Figures } from './figures.tsx';
import { useClosing } from './reading.ts';
import { Receipts } from './receipts.tsx';

export function ClosingPage() {
  const { month = '' } = useParams();
  return isMonth(month) ? <Closing month={month} /> : <NotFoundPage />;
}

/** What was frozen, beside what it is now and all that came between. On paper it is one A4. */
function Closing({ month }: Readonly<{ month: string }>) {
  const texts = useTexts(closingTexts);
  const { date, month: named, longMoment } = useFormats();
  const closing = useClosing(month);
  const of = closing.data?.closing;
  const title = texts.title(named(month));
  return (
    <Page
      title={title}
      description={
        of && texts.closed(longMoment(of.closedAt), of.byName, date(of.through), date(of.finalOn))
      }
      actions={of && <Actions month={month} title={title} />}
    >
      <div className="off-paper">
        <BackLink page="closings" />
      </div>
      <Loaded query={closing} of={title}>
        {(shown) => (
          <SpaceBetween size="l">
            <Receipts of={shown} />
            <Events of={shown.events} />
            <Figures of={shown.figures} finalOn={shown.closing.finalOn} />
          </SpaceBetween>
        )}
      </Loaded>
    </Page>
  );
}

function Actions({ month, title }: Readonly<{ month: string; title: string }>) {
  const texts = useTexts(closingTexts);
  return (
    <SpaceBetween size="xs" direction="horizontal">
      <DownloadCsv path={`/api/closings/${month}/csv`} text={texts.csv} about={title} />
      <Button iconName="file" onClick={() => window.print()}>
        {texts.print}
      </Button>
    </SpaceBetween>
  );
}
