import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { MembersOfMonth } from '#domain/renewals/members';
import { DownloadCsv } from '../../shared/csv/save-csv.tsx';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { type Column, Listing } from '../../shared/loading/listing.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { Lines } from '../charts/lazy.tsx';
import { type Asked, pathOf } from '../shared/asked.ts';
import { Drawn } from '../shared/drawn.tsx';
import { alreadyRead, useMembers } from '../shared/reading.ts';
import { renewalsTexts } from '../texts.ts';
import { Ageing } from './ageing.tsx';

export function MembersView({ asked }: Readonly<{ asked: Asked }>) {
  const { title } = useTexts(renewalsTexts).members;
  const members = useMembers(asked);
  return (
    <Loaded query={members} of={title}>
      {({ items, ageing }) => (
        <SpaceBetween size="l">
          <Members
            months={items.filter(({ opening, joined, closing }) => opening + joined + closing > 0)}
            asked={asked}
          />
          <Ageing ageing={ageing} asked={asked} />
        </SpaceBetween>
      )}
    </Loaded>
  );
}

function Members({ months, asked }: Readonly<{ months: readonly MembersOfMonth[]; asked: Asked }>) {
  const texts = useTexts(renewalsTexts);
  const { shortMonth, number } = useFormats();
  const columns = useColumns(asked.day);
  const { from, to, asOf } = asked;
  const names = months.map(({ month }) => shortMonth(month));
  if (months.length === 0) return <Empty title={texts.members.none} />;
  const line = (title: string, of: 'closing' | 'active') => ({
    title,
    points: months.map((each) => [shortMonth(each.month), each[of]] as const),
  });
  const most = Math.max(...months.map(({ closing }) => closing));
  return (
    <SpaceBetween size="l">
      <Drawn
        title={texts.members.title}
        description={texts.members.chart}
        terms={['members', 'collection']}
      >
        <Lines
          title={texts.members.chart}
          axis={texts.members.month}
          lines={[line(texts.members.closing, 'closing'), line(texts.members.active, 'active')]}
          domain={names}
          yDomain={[0, Math.max(5, Math.ceil(most * 1.1))]}
          write={number}
        />
      </Drawn>
      <Listing
        title={texts.table}
        actions={
          <DownloadCsv
            path={pathOf('/api/members.csv', { from, to, asOf })}
            text={texts.csv}
            about={texts.members.title}
          />
        }
        columns={columns}
        items={months}
        idOf={({ month }) => month}
        query={alreadyRead}
        empty={null}
      />
    </SpaceBetween>
  );
}

function useColumns(day: string): readonly Column<MembersOfMonth>[] {
  const texts = useTexts(renewalsTexts).members;
  const { month: monthName, number, percent, rupiah } = useFormats();
  return [
    {
      id: 'month',
      header: texts.month,
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
      cell: ({ active, closing }) => (
        <>
          {number(closing)}
          <Box color="text-body-secondary">
            {texts.active}: {number(active)}{' '}
            {closing > 0 && <span className="unbroken">({percent(active / closing)})</span>}
          </Box>
        </>
      ),
    },
    {
      id: 'collection',
      header: texts.collection,
      cell: ({ collection: { received, expected, rate } }) => (
        <>
          {percent(rate)}
          <Box color="text-body-secondary">{texts.of(rupiah(received), rupiah(expected))}</Box>
        </>
      ),
    },
  ];
}
