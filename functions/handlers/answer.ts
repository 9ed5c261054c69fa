import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Refused, refusalStatus } from '#domain/refused';
import { logger } from '#handlers/log';

/** `trail` is what the audit keeps of a call besides who made it: ids, versions and counts, no names, no values. */
export type Answer = Readonly<{
  status?: number;
  body: unknown;
  trail?: Readonly<Record<string, unknown>>;
}>;
/** A file for the one who asks. */
export type Download = Readonly<{ csv: string; file: string }>;

export const json = (statusCode: number, body: unknown): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

export const download = ({ csv, file }: Download): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${file}"`,
    'cache-control': 'no-store',
  },
  body: csv,
});

export function refusal(error: unknown, routeKey: string): APIGatewayProxyStructuredResultV2 {
  if (error instanceof Refused) {
    const { code, message, fields } = error;
    return json(refusalStatus[code], { error: { code, message, ...(fields ? { fields } : {}) } });
  }
  logger.error('call failed', { routeKey, error: error as Error });
  return json(500, {
    error: {
      code: 'failed',
      message:
        'Something went wrong on our side and was reported. Nothing was half done: try again',
    },
  });
}
