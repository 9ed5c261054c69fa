import { Duration, type Stack, Validations } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Trigger } from 'aws-cdk-lib/triggers';
import { Construct } from 'constructs';
import { sendersFor } from '#domain/sending/senders';
import { deadLetters } from '#lib/dead-letters';
import { type Ground, type IngatFunction, ingatFunction, shared } from '#lib/function';
import { allowTexts } from '#lib/messages/texts';
import { allowScheduling, type ScheduleGroup, scheduleGroup, upkeep } from '#lib/schedules';
import type { Secrets } from '#lib/secrets';
import { ringAt, ringWhenSilent, type Watch } from '#lib/watch';
import { deployTriggers, handlers, planSchedules, sliceQueue } from '#triggers';

/** What the API needs: the queue, for retries by hand, and the schedules, which follow the plan. */
export type Reminding = Readonly<{ queue: IQueue; scheduling: Firing }>;

/** The watchdog brings back imports that stopped half-way as well. */
type Behind = Pick<Secrets, 'nik'> & Readonly<{ pieces: IQueue }>;

/**
 * From the plan to the text: schedules → plan-run → the queue of slices → send-reminders, and the
 * watchdog behind them, which also queues the slices of confirmations.
 */
export function reminders(stack: Stack, { nik, pieces }: Behind, ground: Ground): Reminding {
  const scope = new Construct(stack, 'Reminders');
  const queue = slices(scope, ground.watch);
  const variables = { ...shared(ground), SLICES_QUEUE_URL: queue.queueUrl };
  const planRun = ingatFunction(scope, 'plan-run', variables, ground);
  const send = ingatFunction(scope, 'send-reminders', variables, ground);
  const watching = { ...variables, PIECES_QUEUE_URL: pieces.queueUrl };
  const watchdog = ingatFunction(scope, 'watchdog', watching, ground);
  for (const queuer of [planRun, send, watchdog]) allowQueueing(queuer, queue);
  allowQueueing(watchdog, pieces);
  const credit = ingatFunction(scope, 'spend-credit', shared(ground), ground);
  allowTexts(send);
  feed(send, queue, ground);
  ringWhenSilent(scope, 'WatchdogSilent', {
    metric: watchdog.lambda.metricInvocations(),
    sentence: handlers.watchdog.ifItFails,
    watch: ground.watch,
  });
  const schedules = scheduleGroup(scope, planSchedules.group, {
    letters: 'schedules',
    targets: [planRun.lambda],
    sentence: handlers['plan-run'].ifItFails,
    watch: ground.watch,
  });
  const scheduling = { planRun, schedules };
  const applyPlan = planApplied(scope, { ...scheduling, nik }, ground);
  upkeep(
    scope,
    {
      'apply-plan': applyPlan,
      'spend-credit': credit,
      watchdog,
    },
    ground.watch,
  );
  return { queue, scheduling };
}

/** Sending in batches needs no other permission. */
export const allowQueueing = ({ role }: IngatFunction, queue: IQueue): void => {
  role.addToPolicy(
    new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
  );
};

function slices(scope: Construct, watch: Watch): Queue {
  const sentence = `${handlers[sliceQueue.handler].ifItFails} The watchdog queues the slice again.`;
  const queue = new Queue(scope, sliceQueue.name, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(sliceQueue.visibilitySeconds),
    deadLetterQueue: {
      queue: deadLetters(scope, sliceQueue.handler, { sentence, watch }),
      maxReceiveCount: sliceQueue.maxReceives,
    },
  });
  watchOldest(scope, queue, watch);
  return queue;
}

/**
 * Senders take whatever is on the queue, also at night, in a pause and where a step is halted, so
 * a slice waits for its turn alone. A sender that died holds its slice for 12 minutes; on a day
 * with 384 slices (three zones, two steps) a round of all of them takes 20 minutes at any rate.
 */
const mostMinutesWaiting = 30;

function watchOldest(scope: Construct, queue: Queue, watch: Watch): void {
  const metric = queue.metricApproximateAgeOfOldestMessage({
    statistic: Stats.MAXIMUM,
    period: Duration.minutes(5),
  });
  const sentence =
    `A slice has waited for ${mostMinutesWaiting} minutes: no sender takes it, and workers who ` +
    'are due are not reminded. Is the queue’s mapping to send-reminders enabled?';
  ringAt(scope, 'OldestSlice', { metric, threshold: mostMinutesWaiting * 60, sentence, watch });
}

function feed({ lambda }: IngatFunction, queue: Queue, { stage }: Ground): void {
  const { batchSize } = sliceQueue;
  const maxConcurrency = sendersFor(stage.settings.smsPartsPerSecond);
  lambda.addEventSource(
    new SqsEventSource(queue, { batchSize, maxConcurrency, reportBatchItemFailures: true }),
  );
  Validations.of(lambda).acknowledge({
    id: 'Serverless-LambdaEventSourceMappingDestination',
    reason: 'Only mappings from streams have a failure destination; the queue has dead letters.',
  });
}

type Firing = Readonly<{ planRun: IngatFunction; schedules: ScheduleGroup }>;
type Applying = Firing & Pick<Secrets, 'nik'>;

/** The variables that a function needs to write schedules of the plan. */
export const scheduleVariables = ({ planRun, schedules }: Firing) => ({
  SCHEDULE_GROUP: planSchedules.group,
  PLAN_RUN_ARN: planRun.lambda.functionArn,
  SCHEDULE_ROLE_ARN: schedules.role.roleArn,
  SCHEDULE_DEAD_LETTER_ARN: schedules.deadLetters.queueArn,
});

/**
 * apply-plan runs whenever a deployment changes it. Its environment names all targets of the
 * schedules, so a changed target changes it too. It waits for the group and all policies: the
 * Scheduler refuses a role that it cannot assume yet, and that would undo the deployment.
 */
function planApplied(scope: Construct, scheduling: Applying, ground: Ground): IngatFunction {
  const { planRun, schedules, nik } = scheduling;
  const variables = {
    ...shared(ground),
    ...scheduleVariables(scheduling),
    NIK_SECRET_ARN: nik.secretArn,
    FIRST_PLAN_PAUSED: 'true',
  } as const;
  const applyPlan = ingatFunction(scope, 'apply-plan', variables, ground);
  allowScheduling(applyPlan, schedules);
  nik.grantRead(applyPlan.role);
  const atDeployment = { 'apply-plan': applyPlan } satisfies Record<
    (typeof deployTriggers)[number],
    IngatFunction
  >;
  for (const handler of deployTriggers) {
    const { lambda, role } = atDeployment[handler];
    new Trigger(scope, `${handler}-at-deployment`, {
      handler: lambda,
      timeout: Duration.seconds(handlers[handler].timeoutSeconds),
      executeAfter: [role, schedules.group, schedules.role, planRun.role],
    });
  }
  return applyPlan;
}
