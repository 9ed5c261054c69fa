import { expect, it } from 'vitest';
import { holdLayout, type Layout } from '#flows/hold-layout';
import { inMemoryPorts } from '#local/memory/in-memory-ports';

const ours: Layout = { shards: 64, nikSecret: 'a fingerprint' };

it('the first layout of a table is kept, and held by whoever has the same', async () => {
  const { layout } = inMemoryPorts();
  for (let time = 0; time < 3; time++) await holdLayout(layout, ours);
  expect(await layout.hold({ ...ours, shards: 4 })).toEqual(ours);
});

it.each<[string, Partial<Layout>, string]>([
  ['another number of shards', { shards: 4 }, 'laid out with 64 shards and cannot be used with 4'],
  ['another NIK secret', { nikSecret: 'another' }, 'put the old secret back'],
])('%s is refused, with the way out', async (_, other, sentence) => {
  const { layout } = inMemoryPorts();
  await holdLayout(layout, ours);
  await expect(holdLayout(layout, { ...ours, ...other })).rejects.toThrow(sentence);
  await holdLayout(layout, ours);
});
