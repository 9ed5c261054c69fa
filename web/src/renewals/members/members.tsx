import { SpaceBetween } from '@cloudscape-design/components';
import type { MembersOfMonth } from '#domain/renewals/members';
import { useTexts } from '../../shared/language.tsx';
import { Empty, Loaded } from '../../shared/loading/loaded.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { Lines } from '../charts/lazy.tsx';
import { type Asked, spanPath } from '../shared/asked.ts';
import { Figures } from '../shared/figures.tsx';
import { useMembers } from '../shared/reading.ts';
import { Ageing } from './ageing.tsx';
import { useColumns } from './columns.tsx';
import { membersTexts } from './texts.ts';

export function MembersView({ asked }: Readonly<{ asked: Asked }>) {
  return (
    <Loaded query={useMembers(asked)} of={useTexts(membersTexts).members.title}>
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
  const texts = useTexts(membersTexts).members;
  const { shortMonth, number } = useFormats();
  const columns = useColumns(asked.day);
  if (months.length === 0) return <Empty title={texts.none} />;
  const line = (of: 'closing' | 'active') => ({
    title: texts[of],
    points: months.map((each) => [shortMonth(each.month), each[of]] as const),
  });
  const most = Math.max(...months.map(({ closing }) => closing));
  return (
    <Figures
      title={texts.title}
      description={texts.chart}
      terms={['members', 'collection']}
      csv={spanPath('/api/members.csv', asked)}
      columns={columns}
      items={months}
      idOf={({ month }) => month}
    >
      <Lines
        title={texts.chart}
        axis={texts.month}
        lines={[line('closing'), line('active')]}
        domain={months.map(({ month }) => shortMonth(month))}
        yDomain={[0, Math.max(5, Math.ceil(most * 1.1))]}
        write={number}
      />
    </Figures>
  );
}
