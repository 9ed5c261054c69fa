import { KeyValuePairs, SpaceBetween } from '@cloudscape-design/components';
import { addDays } from '#domain/calendar/dates';
import type { Preview } from '#flows/preview/preview-plan';
import { useTexts } from '../../shared/language.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { useToday } from '../../shared/me.tsx';
import { useIs, useIsNarrow } from '../../shared/narrow.ts';
import { Figure } from '../../shared/page/figure.tsx';
import { Note } from '../../shared/page/note.tsx';
import { PageLink } from '../../shared/page/page-link.tsx';
import { Status } from '../../shared/status.tsx';
import { useFormats } from '../../shared/words/format.ts';
import type { Editing } from '../editing/edited-plan.tsx';
import { Budget } from './budget.tsx';
import { PreviewCalendar } from './calendar.tsx';
import { previewTexts } from './texts.ts';
import { whyMore } from './why-more.ts';

export function Shown({ preview, editing }: Readonly<{ preview: Preview; editing: Editing }>) {
  const texts = useTexts(previewTexts);
  const { number, rupiah } = useFormats();
  const isNarrow = useIsNarrow();
  const isTablet = useIs('tooNarrowForTabs');
  const { total, pastCohorts } = preview;
  // Without a past it is as if nobody paid, and often no more can leave than that.
  const isMore = total.mostReminders > total.expectedReminders;
  const most = isMore && texts.noMore(number(total.mostReminders));
  const why = whyMore(preview);
  return (
    <SpaceBetween size="l">
      <KeyValuePairs
        // Rp352.800.000.000 in large type needs a third of a wide page, or half of a tablet's.
        columns={isNarrow ? 1 : isTablet ? 2 : 3}
        items={[
          {
            label: texts.expected,
            value: (
              <>
                <Figure
                  value={number(total.expectedReminders)}
                  note={
                    pastCohorts === 0
                      ? most
                      : texts.atMost(number(total.mostReminders), number(total.reminders))
                  }
                />
                {why && <Note>{texts.more[why]}</Note>}
              </>
            ),
          },
          {
            label: texts.parts,
            value: <Figure value={number(total.parts)} note={texts.partsMeans} />,
          },
          {
            label: texts.expectedCost,
            value: (
              <Figure
                value={rupiah(total.expectedCostRupiah)}
                note={isMore && texts.noMore(rupiah(total.mostCostRupiah))}
              />
            ),
          },
        ]}
      />
      {pastCohorts === 0 && <Status type="info">{texts.noPast}</Status>}
      <Confirmed preview={preview} />
      <Budget preview={preview} />
      {preview.days.length === 0 ? (
        <NobodyTexted plan={editing.plan} />
      ) : (
        !isNarrow && <Calendar preview={preview} editing={editing} />
      )}
    </SpaceBetween>
  );
}

/** They leave on whatever day people pay: no day of the calendar has them. */
function Confirmed({ preview: { confirmations } }: Readonly<{ preview: Preview }>) {
  const texts = useTexts(previewTexts);
  const { number, rupiah, month } = useFormats();
  if (confirmations.length === 0) return null;
  return (
    <div>
      {texts.confirmations}
      <ul className="budgets">
        {confirmations.map((of) => (
          <li key={of.month}>
            {texts.confirmed(month(of.month), {
              expected: `${number(of.expectedReminders)} SMS, ${rupiah(of.expectedCostRupiah)}`,
              most: `${number(of.mostReminders)} SMS, ${rupiah(of.mostCostRupiah)}`,
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function NobodyTexted({ plan }: Pick<Editing, 'plan'>) {
  const texts = useTexts(previewTexts);
  return (
    <Empty title={texts.none}>
      {plan.onlyTo ? texts.whyNoneOnTrial : texts.whyNone}{' '}
      <PageLink page="import">{texts.toImport}</PageLink>
    </Empty>
  );
}

function Calendar({
  preview,
  editing: { plan, look },
}: Readonly<{ preview: Preview; editing: Editing }>) {
  const from = useToday();
  const texts = useTexts(previewTexts);
  return (
    <div>
      <PreviewCalendar
        from={from}
        to={addDays(from, look.days - 1)}
        days={preview.days}
        steps={plan.steps}
      />
      {plan.quietDays.length > 0 && <p className="hint">{texts.quietDays}</p>}
    </div>
  );
}
