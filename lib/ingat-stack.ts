import { type App, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { api, httpApi } from '#lib/api';
import { consoleOf } from '#lib/console';
import { consoleFiles } from '#lib/console/files';
import { dataOf } from '#lib/data';
import { exportBucket } from '#lib/exports';
import type { Ground } from '#lib/function';
import { imports, pieceQueueOf } from '#lib/imports';
import { smsAccount } from '#lib/messages';
import { payments } from '#lib/payments';
import { reminders } from '#lib/reminders';
import { renewals } from '#lib/renewals';
import { secrets } from '#lib/secrets';
import { signIn } from '#lib/sign-in';
import { type Stage, stackName } from '#lib/stages';
import { alarmTopic, watchCounts } from '#lib/watch';
import { dashboard } from '#lib/watch/dashboard';
import { watchSilences } from '#lib/watch/silences';

/**
 * All of one stage, in the account of whoever deploys. Nothing is looked up there, so the stack
 * can be synthesized anywhere. A finding of cdk-nag stops the synthesis, unless it is acknowledged
 * with a reason beside its construct.
 */
export function ingatStack(app: App, stage: Stage): Stack {
  const stack = new Stack(app, stackName(stage), {
    env: { region: stage.region },
    description:
      'Reminds informal workers by SMS before a contribution is due and before membership lapses',
    terminationProtection: stage.isProtected,
  });
  const ground: Ground = { stage, watch: alarmTopic(stack), data: dataOf(stack, stage) };
  const kept = secrets(stack, ground.data.key);
  smsAccount(stack, ground);
  const pieces = pieceQueueOf(stack, ground.watch);
  const reminding = reminders(stack, { ...kept, pieces }, ground);
  const receivePayment = payments(stack, kept, ground);
  const http = httpApi(stack);
  const hosted = consoleOf(stack, http, stage);
  const begin = imports(stack, { nik: kept.nik, pieces, consoleOrigin: hosted.origin }, ground);
  const users = signIn(stack, ground, hosted.url);
  consoleFiles(stack, hosted, { users, stage });
  const tally = renewals(stack, ground);
  // Last, because it shows the dead-letter queues of all the others.
  api(http, { ...reminding, secrets: kept, receivePayment, imports: begin, signIn: users }, ground);
  exportBucket(stack);
  watchCounts(stack, ground.watch);
  watchSilences(stack, ground.watch);
  // After all alarms, which it shows.
  dashboard(stack, { queue: reminding.queue, http, tally, receivePayment });
  Validations.of(stack).addPlugins(
    new AwsSolutionsChecks(app, { verbose: true }),
    new ServerlessChecks(app, { verbose: true }),
  );
  return stack;
}
