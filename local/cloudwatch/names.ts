import type { Metric } from '#local/cloudwatch/watched';
import type { HandlerName } from '#triggers';

/** What things are called here that a template leaves to AWS to name. */
export const apiId = 'local';
export const accessLogGroup = 'access';
export const functionLog = (handler: HandlerName): string => `/aws/lambda/${handler}`;

/** AWS's own metrics, with the dimensions that alarms of one resource use. */
export const functionMetric = (handler: HandlerName, name: string): Metric => ({
  namespace: 'AWS/Lambda',
  name,
  dimensions: { FunctionName: handler },
});

export const queueMetric = (queue: string, name: string): Metric => ({
  namespace: 'AWS/SQS',
  name,
  dimensions: { QueueName: queue },
});

export const apiMetric = (name: string): Metric => ({
  namespace: 'AWS/ApiGateway',
  name,
  dimensions: { ApiId: apiId },
});

/** As functions/handlers/measure.ts writes it. */
export const ourMetric = (name: string): Metric => ({
  namespace: 'Ingat',
  name,
  dimensions: { service: 'ingat' },
});
