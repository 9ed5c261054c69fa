import { Tracer } from '@aws-lambda-powertools/tracer';

/**
 * X-Ray, with which calls of AWS a request spends its time. It is told nothing of people: neither answers (observe.ts) nor the words of errors
 * (lib/function.ts), and of a request the table or the queue alone. Outside of Lambda it does nothing.
 */
const options = { serviceName: 'ingat', captureHTTPsRequests: false };
export const tracer = new Tracer(options);

/** The client, each of whose calls is from now on a line in the trace. */
export const traced = <C>(client: C): C => tracer.captureAWSv3Client(client);
