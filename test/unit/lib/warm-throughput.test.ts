import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { type Stage, stageNamed } from '#lib/stages';
import { warmThroughput } from '#lib/warm-throughput';
import { stackOf } from './staging.ts';

it.each([
  ['what the stages are made for now', { textParts: 10, payments: 100 }, {}],
  ['the last rate that the default carries', { textParts: 40, payments: 280 }, {}],
  [
    'a payment a second more',
    { textParts: 40, payments: 281 },
    { table: { readUnitsPerSecond: 12_000, writeUnitsPerSecond: 4_013 } },
  ],
  [
    'a country on its peak day',
    { textParts: 1_200, payments: 1_200 },
    { table: { readUnitsPerSecond: 13_800, writeUnitsPerSecond: 26_400 } },
  ],
  [
    'payments that the index of who owes needs more for too',
    { textParts: 10, payments: 1_500 },
    {
      table: { readUnitsPerSecond: 12_000, writeUnitsPerSecond: 19_590 },
      due: { readUnitsPerSecond: 12_000, writeUnitsPerSecond: 4_500 },
    },
  ],
])('a table is warm for its rates, and no less than by default: %s', (_, rates, warm) => {
  expect(warmThroughput(rates)).toEqual(warm);
});

type Warm = Readonly<{ WarmThroughput?: object }>;
type Table = Warm & Readonly<{ GlobalSecondaryIndexes: readonly (Warm & { IndexName: string })[] }>;

const tableOf = (facts: Partial<Stage>): Table => {
  const stack = stackOf('production', {}, facts);
  const [found] = Object.values(
    Template.fromStack(stack).findResources('AWS::DynamoDB::GlobalTable'),
  );
  return found?.Properties as Table;
};

describe('the stack', () => {
  it('leaves a table of the rates of today to DynamoDB', () => {
    const table = tableOf({});
    for (const each of [table, ...table.GlobalSecondaryIndexes])
      expect(each).not.toHaveProperty('WarmThroughput');
  });

  it('asks for what the rates of its stage need, of the table and of the index', () => {
    const { settings } = stageNamed('production');
    const table = tableOf({
      settings: { ...settings, smsPartsPerSecond: 1_200 },
      paymentThrottle: { rateLimit: 1_500, burstLimit: 3_000 },
    });
    expect(table.WarmThroughput).toEqual({
      ReadUnitsPerSecond: 15_300,
      WriteUnitsPerSecond: 30_300,
    });
    expect(
      table.GlobalSecondaryIndexes.map(({ IndexName, WarmThroughput }) => [
        IndexName,
        WarmThroughput,
      ]),
    ).toEqual([
      ['due', { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 4_500 }],
      ['phone', undefined],
      ['credit', undefined],
      ['named', undefined],
    ]);
  });
});
