import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import { logger } from '#handlers/log';
import { tracer } from '#handlers/trace';

/** What every chain begins with: each log line carries the request's id, and X-Ray sees the call. Events and answers are people's data: neither is kept. */
export const observed = [
  injectLambdaContext(logger, { logEvent: false, resetKeys: true }),
  captureLambdaHandler(tracer, { captureResponse: false }),
];
