import type { SkipReason } from '#domain/sending/reminder';
import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { useIs } from '../../shared/narrow.ts';
import { Note } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useStepName } from '../../shared/words/step-name.ts';
import { useTableRupiah } from '../../shared/words/table-rupiah.ts';
import { wordsTexts } from '../../shared/words/words.ts';
import { elsewhereId, type Line, type Reminders, skipped } from './line.ts';
import { stepsTexts } from './texts.ts';

export function useStepColumns(): readonly Column<Line>[] {
  const texts = useTexts(stepsTexts);
  const { status } = useTexts(wordsTexts);
  const { number } = useFormats();
  const rupiah = useTableRupiah();
  const stepName = useStepName();
  const isFolded = useIs('tooNarrowForTabs');
  const undelivered = (reminders: Reminders) => (
    <Note>
      {status.undelivered}: {number(reminders.undelivered)}
    </Note>
  );
  const sent: Column<Line> = {
    id: 'sent',
    header: texts.sent,
    width: isFolded ? 170 : 110,
    cell: ({ reminders }) => (
      <>
        {number(reminders.sent)}
        {isFolded && (
          <Note>
            {status.delivered}: {number(reminders.delivered)}
          </Note>
        )}
        {isFolded && undelivered(reminders)}
      </>
    ),
  };
  const delivered: Column<Line> = {
    id: 'delivered',
    header: status.delivered,
    width: 160,
    cell: ({ reminders }) => (
      <>
        {number(reminders.delivered)}
        {undelivered(reminders)}
      </>
    ),
  };
  const sums: Readonly<Record<string, string>> = {
    '': texts.together,
    [elsewhereId]: texts.elsewhere,
  };
  return [
    {
      id: 'step',
      header: texts.step,
      width: 200,
      cell: ({ id, sent }) => (sent ? stepName(sent) : <b>{sums[id]}</b>),
    },
    ...(isFolded ? [sent] : [sent, delivered]),
    {
      id: 'skipped',
      header: texts.skipped,
      width: 220,
      cell: ({ reminders }) => <Skipped reminders={reminders} />,
    },
    {
      id: 'problems',
      header: texts.problems,
      width: 150,
      cell: ({ reminders }) =>
        [reminders.failed, reminders.unknown, reminders.missed].map(number).join(' · '),
    },
    {
      id: 'spend',
      header: texts.spend,
      width: 170,
      cell: ({ spendRupiah, parts }) => (
        <>
          {rupiah(spendRupiah)}
          <Note>{texts.parts(number(parts))}</Note>
        </>
      ),
    },
  ];
}

function Skipped({ reminders }: Readonly<{ reminders: Reminders }>) {
  const texts = useTexts(stepsTexts);
  const reasons = useTexts(wordsTexts).skipped;
  const { number } = useFormats();
  return (
    <>
      {number(skipped(reminders))}
      {Object.entries(reminders.skipped)
        .sort(([, one], [, other]) => other - one)
        .map(([reason, count]) => (
          <Note key={reason}>
            {texts.reason(reasons[reason as SkipReason] ?? reason, number(count))}
          </Note>
        ))}
    </>
  );
}
