import { Logger } from '@aws-lambda-powertools/logger';

/** One line an event, key = value. Worker ids yes; NIK, phone and name never. */
export const logger = new Logger({ serviceName: 'ingat' });
