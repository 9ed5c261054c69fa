import { ListSubscriptionsByTopicCommand, type Subscription } from '@aws-sdk/client-sns';
import { findStack } from '../aws/stack.ts';
import type { About, Check } from './check.ts';

type Subscribers = Readonly<{ topicArn: string; subscriptions: readonly Subscription[] }>;

/** The people who hear of an alarm; null before the first deployment, which makes the topic. */
export const subscriber: Check<Subscribers | null> = {
  name: 'alarm subscriber',
  needs: 'sns:ListSubscriptionsByTopic',
  read: async ({ stacks, sns }, { stage }) => {
    const topicArn = (await findStack(stacks, stage))?.outputs.AlarmTopicArn;
    if (!topicArn) return null;
    const asked = new ListSubscriptionsByTopicCommand({ TopicArn: topicArn });
    return { topicArn, subscriptions: (await sns.send(asked)).Subscriptions ?? [] };
  },
  wanted: () => 'a confirmed one',
  judge: (found) =>
    found === null
      ? { standing: 'advice', found: 'no topic yet: the first deployment makes it' }
      : {
          standing: found.subscriptions.some(isConfirmed) ? 'ok' : 'stops the deployment',
          found: inWords(found.subscriptions),
        },
  ask: howToSubscribe,
  takes: 'as long as somebody needs to confirm the mail',
};

/** SNS writes a word in place of the ARN while it waits, and after an unsubscription. */
const isConfirmed = ({ SubscriptionArn }: Subscription): boolean =>
  SubscriptionArn?.startsWith('arn:') ?? false;

function inWords(subscriptions: readonly Subscription[]): string {
  const confirmed = subscriptions.filter(isConfirmed).length;
  const waiting = subscriptions.length - confirmed;
  return `${confirmed} confirmed${waiting > 0 ? `, ${waiting} not confirmed` : ''}`;
}

function howToSubscribe({ stage }: About): string {
  return (
    `aws sns subscribe --region ${stage.region} --protocol email --topic-arn TOPIC ` +
    '--notification-endpoint ADDRESS, where TOPIC is the output AlarmTopicArn of the stack, ' +
    'and confirm the mail'
  );
}
