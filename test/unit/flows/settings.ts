import type { Settings } from '#domain/settings';

/** One shard and 16 US cents a part, so that a text costs Rp2.640. */
export const settings: Settings = {
  stage: 'test',
  shards: 1,
  smsPartsPerSecond: 100,
  claimLeadMilliseconds: 200,
  priceUsdPerPart: 0.16,
  maxPriceUsdPerPart: 0.65,
  rupiahPerUsd: 16_500,
  lapseMonths: 3,
  reactivation: 'resume',
  jointLeaveMovesDueDate: false,
  senderId: null,
  approval: false,
};
