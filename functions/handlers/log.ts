import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';

/** One line an event. Worker ids are logged; NIK, phone and name never. */
export const logger = new Logger({ serviceName: 'ingat' });

/** Log lines carry the request id, and nothing of the event, which holds people's data. */
export const observed = injectLambdaContext(logger, { logEvent: false, resetKeys: true });
