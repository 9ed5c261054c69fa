import type { MembersOfMonth } from '#domain/renewals/members';
import { useTexts } from '../../shared/language.tsx';
import type { Column } from '../../shared/loading/listing.tsx';
import { useIs } from '../../shared/narrow.ts';
import { Note } from '../../shared/page/note.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { useTableRupiah } from '../../shared/words/table-rupiah.ts';
import { membersTexts } from './texts.ts';

export function useColumns(day: string): readonly Column<MembersOfMonth>[] {
  const texts = useTexts(membersTexts).members;
  const { month: monthName, number, percent } = useFormats();
  const rupiah = useTableRupiah();
  const isTablet = useIs('tooNarrowForColumns');
  return [
    {
      id: 'month',
      header: texts.month,
      ...(isTablet ? { width: 130 } : {}),
      cell: ({ month }) =>
        `${monthName(month)}${month === day.slice(0, 7) ? ` (${texts.going})` : ''}`,
    },
    { id: 'opening', header: texts.opening, cell: ({ opening }) => number(opening) },
    {
      id: 'joined',
      header: texts.joined,
      cell: ({ joined, rejoined }) => texts.both(number(joined), number(rejoined)),
    },
    {
      id: 'lost',
      header: texts.lost,
      cell: ({ lapsed, left }) => texts.both(number(lapsed), number(left)),
    },
    {
      id: 'closing',
      header: texts.closing,
      ...(isTablet ? { width: 140 } : {}),
      cell: ({ active, closing }) => (
        <>
          {number(closing)}
          <Note>
            {texts.active}: {number(active)}{' '}
            {closing > 0 && <span className="unbroken">({percent(active / closing)})</span>}
          </Note>
        </>
      ),
    },
    {
      id: 'collection',
      header: texts.collection,
      cell: ({ collection: { received, expected, rate } }) => (
        <>
          {percent(rate)}
          <Note>{texts.of(rupiah(received), rupiah(expected))}</Note>
        </>
      ),
    },
  ];
}
