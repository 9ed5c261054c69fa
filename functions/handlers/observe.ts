import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import { logger } from '#handlers/log';
import { tracer } from '#handlers/trace';

/**
 * Every chain begins with these: log lines carry the request id, and X-Ray sees the call. Events
 * and answers hold people's data, so neither is kept.
 */
export const observed = [
  injectLambdaContext(logger, { logEvent: false, resetKeys: true }),
  captureLambdaHandler(tracer, { captureResponse: false }),
];
