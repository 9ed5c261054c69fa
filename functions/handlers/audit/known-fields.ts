import type { RouteKey } from '#triggers';

/** The fields of the bodies that calls take; a test holds them against docs/api/openapi.json. */
export const knownFields: Readonly<Partial<Record<RouteKey, readonly string[]>>> = {
  'POST /api/workers/find': ['phone', 'nik', 'workerId', 'name', 'province', 'group'],
  'PATCH /api/workers/{id}': [
    ...['name', 'phone', 'province', 'sector', 'income', 'jht', 'language'],
    ...['governmentPaid', 'group', 'memberSince', 'ended', 'was'],
  ],
  'POST /api/workers/{id}/stop': ['until', 'sharing'],
  'PUT /api/plan': [
    ...['version', 'status', 'warning', 'steps', 'paidText', 'quietHours', 'quietDays'],
    ...['catchUpDays', 'holdoutPercent', 'monthlyBudgetRupiah', 'holidays', 'onlyTo'],
    ...['testPhones', 'paused'],
  ],
  'POST /api/plan/restore': ['version'],
  'POST /api/plan/approve': ['version'],
  'POST /api/plan/test': ['step', 'language', 'phone', 'plan'],
  'POST /api/plan/preview': ['plan', 'from', 'to', 'workerId'],
  'POST /api/runs/release': ['date', 'step'],
  'POST /api/attention/resolve': ['kind', 'id', 'ids', 'note'],
  'POST /api/attention/restore': ['kind', 'ids'],
  'POST /api/payments/reverse': ['channel', 'reference', 'reason'],
  'POST /api/closings': ['month'],
  'POST /api/imports': ['kind', 'fileName', 'bytes', 'dryRun'],
  'POST /api/payments/match': ['channel', 'reference', 'workerId'],
};
