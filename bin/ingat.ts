import { App } from 'aws-cdk-lib';
import { ingatStack } from '#lib/ingat-stack';
import { stageNamed } from '#lib/stages';

/** The CDK app: one stage at a time, `-c stage=production` or, unless told, staging. */
const app = new App();
ingatStack(app, stageNamed(app.node.tryGetContext('stage') ?? 'staging'));
