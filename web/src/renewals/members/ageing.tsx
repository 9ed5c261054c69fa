import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Aged } from '#domain/renewals/ageing';
import { SaveCsv } from '../../shared/csv/save-csv.tsx';
import { useFormats } from '../../shared/format.ts';
import { useTexts } from '../../shared/language.tsx';
import { Listing } from '../../shared/loading/listing.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { StackedRows } from '../charts/lazy.tsx';
import type { Asked } from '../shared/asked.ts';
import { Drawn } from '../shared/drawn.tsx';
import { alreadyRead } from '../shared/reading.ts';
import { renewalsTexts } from '../texts.ts';

type Line = Readonly<{ name: string; workers: number; amount: number }>;

/** What is unpaid, by how long it has been due. */
export function Ageing({ ageing, asked }: Readonly<{ ageing: readonly Aged[]; asked: Asked }>) {
  const { ageing: texts, table, csv } = useTexts(renewalsTexts);
  const { date, number, rupiah } = useFormats();
  const lines: readonly Line[] = ageing.map(({ bucket, workers, amount }) => ({
    name: texts.buckets[bucket],
    workers,
    amount,
  }));
  const sum = (of: 'workers' | 'amount') => lines.reduce((total, line) => total + line[of], 0);
  const together = { name: texts.together, workers: sum('workers'), amount: sum('amount') };
  return (
    <SpaceBetween size="l">
      <Drawn
        title={texts.title}
        description={texts.description(date(asked.day))}
        terms={['ageing']}
      >
        {together.workers === 0 ? (
          <Empty title={texts.none} />
        ) : (
          <StackedRows
            title={texts.title}
            rows={lines.map(({ name, amount }) => ({
              name: `${name} · ${rupiah(amount)}`,
              parts: [{ title: texts.amount, color: 'late', value: amount, said: rupiah(amount) }],
            }))}
          />
        )}
      </Drawn>
      <Listing
        title={table}
        actions={
          <SaveCsv
            name={`ageing-${asked.day}.csv`}
            rows={() => [
              ['bucket', 'workers', 'amount'],
              ...ageing.map(({ bucket, workers, amount }) => [bucket, workers, amount]),
            ]}
            text={csv}
            about={texts.title}
          />
        }
        columns={[
          { id: 'bucket', header: texts.bucket, cell: ({ name }) => name },
          { id: 'workers', header: texts.workers, cell: ({ workers }) => number(workers) },
          { id: 'amount', header: texts.amount, cell: ({ amount }) => rupiah(amount) },
        ]}
        items={[...lines, together]}
        idOf={({ name }) => name}
        query={alreadyRead}
        empty={null}
      />
    </SpaceBetween>
  );
}
