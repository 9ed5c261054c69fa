/**
 * Every way in: what lib/ provisions and local/ plays. A Lambda function has the name of its
 * handler; `handlerModule` says where the code of a handler is.
 */

export * from './events.ts';
export * from './handlers.ts';
export * from './queues.ts';
export * from './routes.ts';
export * from './schedules.ts';
export * from './sign-in.ts';
