import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logger } from '#handlers/log';

/** Log lines carry the request id, and nothing of the event, which holds people's data. */
export const observed = injectLambdaContext(logger, { logEvent: false, resetKeys: true });
