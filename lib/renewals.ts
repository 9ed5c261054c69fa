import { Duration, type Stack } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import {
  FilterCriteria,
  FilterRule,
  type IFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { deadLetters } from '#lib/dead-letters';
import { type Ground, type IngatFunction, ingatFunction } from '#lib/function';
import { ringAt, ringWhenSilent } from '#lib/watch';
import { handlers, tableStream } from '#triggers';

/** From rows to counters: the table's stream → tally, which tries again for the stream's 24 h. */
export function renewals(stack: Stack, ground: Ground): IngatFunction {
  const scope = new Construct(stack, 'Renewals');
  const { handler } = tableStream;
  const { ifItFails } = handlers[handler];
  const tally = ingatFunction(scope, handler, { TABLE_NAME: ground.data.table.tableName }, ground);
  tally.lambda.addEventSource(
    new DynamoEventSource(ground.data.table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: tableStream.batchSize,
      maxBatchingWindow: Duration.seconds(tableStream.gatherSeconds),
      tumblingWindow: Duration.seconds(tableStream.windowSeconds),
      parallelizationFactor: 1,
      bisectBatchOnError: true,
      filters: tableStream.keysFrom.map((start) =>
        FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(start) } } } }),
      ),
      onFailure: new SqsDlq(
        deadLetters(scope, handler, {
          sentence: `${ifItFails} Recount the rows (npm run recount).`,
          watch: ground.watch,
        }),
      ),
    }),
  );
  watchAge(scope, tally.lambda, ground);
  // The watchdog writes into the stream each quarter of an hour: a mapping that is off shows no
  // age.
  ringWhenSilent(scope, 'TallySilent', {
    metric: tally.lambda.metricInvocations(),
    sentence: ifItFails,
    watch: ground.watch,
  });
  return tally;
}

/** Older figures mislead; after 24 hours the stream drops what was never counted. */
const mostMinutesBehind = 15;

function watchAge(scope: Construct, lambda: IFunction, { watch }: Ground): void {
  const metric = lambda.metric('IteratorAge', {
    statistic: Stats.MAXIMUM,
    period: Duration.minutes(5),
  });
  const sentence = `Counting is ${mostMinutesBehind} minutes behind: finance misses renewals.`;
  ringAt(scope, 'Behind', { metric, threshold: mostMinutesBehind * 60_000, sentence, watch });
}
