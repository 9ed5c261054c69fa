/**
 * What AWS lets an account do before somebody asks for more. SNS's `Publish` calls a second by
 * region: https://docs.aws.amazon.com/general/latest/gr/sns.html; the rest:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html
 */
export const quotas = {
  publishesPerSecond: { 'ap-southeast-3': 300, 'ap-southeast-1': 1_500 },
  /** Write units a second of one partition; a rising sort key cannot be split over two. */
  writeUnitsOfPartition: 1_000,
  /** A new on-demand table, before it has grown or been warmed. */
  coldWriteUnits: 4_000,
  /** Of one table. */
  tableWriteUnits: 40_000,
} as const;

export const publishesIn = (region: string): number =>
  quotas.publishesPerSecond[region as keyof typeof quotas.publishesPerSecond] ??
  quotas.publishesPerSecond['ap-southeast-3'];
