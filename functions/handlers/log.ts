import { Logger } from '@aws-lambda-powertools/logger';

/** One line an event. Worker ids are logged; NIK, phone and name never. */
export const logger = new Logger({ serviceName: 'ingat' });
