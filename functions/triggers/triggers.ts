/** Every way in: what lib/ provisions and local/ plays. A function has its handler's name. */

export * from './events.ts';
export * from './handlers.ts';
export * from './queues.ts';
export * from './routes.ts';
export * from './schedules.ts';
export * from './sign-in.ts';
