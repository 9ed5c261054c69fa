import { App } from 'aws-cdk-lib';
import { ingatStack } from '#lib/ingat-stack';
import { stageNamed } from '#lib/stages';

/**
 * The CDK app: one stage at a time, `-c stage=production` or, unless told, staging; with
 * `-c unprotected=true` until its first deployment has gone through, and with `-c at-once=true` for
 * a repair that cannot wait for its canary.
 */
const app = new App();
const told = (name: string): string | undefined => app.node.tryGetContext(name);
const isTold = (name: string): boolean => told(name) === 'true';
ingatStack(
  app,
  stageNamed(told('stage') ?? 'staging', {
    unprotected: isTold('unprotected'),
    atOnce: isTold('at-once'),
  }),
);
