import { Tracer } from '@aws-lambda-powertools/tracer';

/**
 * X-Ray shows which AWS calls a request waits for. It learns nothing of people: no answers
 * (observe.ts), no errors (lib/function.ts), and of a request only its table or queue.
 */
const options = { serviceName: 'ingat', captureHTTPsRequests: false };
export const tracer = new Tracer(options);

/** Each call of the client becomes a line in the trace. */
export const traced = <C>(client: C): C => tracer.captureAWSv3Client(client);
