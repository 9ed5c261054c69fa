import type { Aged } from '#domain/renewals/ageing';
import { useTexts } from '../../shared/language.tsx';
import { Empty } from '../../shared/loading/loaded.tsx';
import { useFormats } from '../../shared/words/format.ts';
import { StackedRows } from '../charts/lazy.tsx';
import type { Asked } from '../shared/asked.ts';
import { Figures } from '../shared/figures.tsx';
import { ageingRows } from './ageing-csv.ts';
import { membersTexts } from './texts.ts';

type Line = Readonly<{ name: string; workers: number; amount: number }>;

/** Unpaid contributions by days since due. */
export function Ageing({ ageing, asked }: Readonly<{ ageing: readonly Aged[]; asked: Asked }>) {
  const texts = useTexts(membersTexts).ageing;
  const { date, number, rupiah } = useFormats();
  const lines: readonly Line[] = ageing.map(({ bucket, workers, amount }) => ({
    name: texts.buckets[bucket],
    workers,
    amount,
  }));
  const sum = (of: 'workers' | 'amount') => lines.reduce((total, line) => total + line[of], 0);
  const together = { name: texts.together, workers: sum('workers'), amount: sum('amount') };
  return (
    <Figures
      title={texts.title}
      description={texts.description[asked.day === asked.wholeDay ? 'past' : 'today'](
        date(asked.day),
      )}
      terms={['ageing']}
      csv={{
        name: `ageing-${asked.day}.csv`,
        rows: () => ageingRows(ageing),
      }}
      columns={[
        { id: 'bucket', header: texts.bucket, cell: ({ name }) => name },
        { id: 'workers', header: texts.workers, cell: ({ workers }) => number(workers) },
        { id: 'amount', header: texts.amount, cell: ({ amount }) => rupiah(amount) },
      ]}
      items={[...lines, together]}
      idOf={({ name }) => name}
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
    </Figures>
  );
}
