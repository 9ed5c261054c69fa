import type { Renewals } from '#domain/renewals/cohorts/cohort';
import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { useIs } from '../../shared/narrow.ts';
import { Note, Noted } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useTableRupiah } from '../../shared/words/table-rupiah.ts';
import type { Asked } from '../shared/asked.ts';
import { renewalsTexts } from '../texts.ts';
import { worthTexts } from './texts.ts';
import { useWhyNoWorth } from './why.ts';

export function useWorthColumns(asked: Asked): readonly Column<Renewals>[] {
  const texts = useTexts(worthTexts);
  const { columns } = useTexts(renewalsTexts);
  const { month } = useFormats();
  const rupiah = useTableRupiah();
  const why = useWhyNoWorth(asked.day);
  const isFolded = useIs('tooNarrowForTabs');
  const brings: Column<Renewals> = {
    id: 'brings',
    header: texts.brings,
    width: 160,
    cell: ({ extraContribution }) => rupiah(extraContribution),
  };
  return [
    { id: 'month', header: columns.month, width: 140, cell: (cohort) => month(cohort.month) },
    {
      id: 'amountReceived',
      header: columns.amountReceived,
      width: 200,
      cell: ({ amountReceived, amountDue }) =>
        texts.ofDue(rupiah(amountReceived), rupiah(amountDue)),
    },
    { id: 'spend', header: texts.spend, width: 240, cell: (cohort) => <Spend of={cohort} /> },
    ...(isFolded ? [] : [brings]),
    {
      id: 'net',
      header: texts.net,
      width: 280,
      cell: (cohort) =>
        cohort.net === null ? (
          why(cohort)
        ) : (
          <Noted note={isFolded && `${texts.brings}: ${rupiah(cohort.extraContribution)}`}>
            <b>{rupiah(cohort.net)}</b>
          </Noted>
        ),
    },
  ];
}

function Spend({
  of: { spendRupiah, costPerRenewal, costPerExtraRenewal, net },
}: Readonly<{ of: Renewals }>) {
  const texts = useTexts(worthTexts);
  const rupiah = useTableRupiah();
  return (
    <>
      {rupiah(spendRupiah)}
      {costPerRenewal !== null && <Note>{texts.eachRenewal(rupiah(costPerRenewal))}</Note>}
      {net !== null && (
        <Note>
          {costPerExtraRenewal === null
            ? texts.noExtra
            : texts.eachExtra(rupiah(costPerExtraRenewal))}
        </Note>
      )}
    </>
  );
}
