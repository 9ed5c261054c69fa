import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { sendersFor } from '#domain/sending/senders';
import { stageNamed } from '#lib/stages';
import { handlers } from '#triggers';
import { stackOf } from './staging.ts';

type Stage = Readonly<{ DependsOn?: readonly string[]; Properties: Record<string, unknown> }>;

describe.each(['staging', 'production'])('the API of %s', (name) => {
  const template = Template.fromStack(stackOf(name));
  const [stage] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage')) as Stage[];
  const { apiThrottle, paymentThrottle } = stageNamed(name);

  it('limits people and payments apart', () => {
    expect(stage?.Properties).toMatchObject({
      DefaultRouteSettings: {
        ThrottlingRateLimit: apiThrottle.rateLimit,
        ThrottlingBurstLimit: apiThrottle.burstLimit,
      },
      RouteSettings: {
        'POST /api/payments': {
          ThrottlingRateLimit: paymentThrottle.rateLimit,
          ThrottlingBurstLimit: paymentThrottle.burstLimit,
        },
      },
    });
  });

  it('is served after that route is there: API Gateway refuses settings of one that is not', () => {
    const [route] = Object.keys(
      template.findResources('AWS::ApiGatewayV2::Route', {
        Properties: { RouteKey: 'POST /api/payments' },
      }),
    );
    expect(stage?.DependsOn).toContain(route);
  });

  it('reserves nothing in an account that may have a concurrency of ten', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      ReservedConcurrentExecutions: Match.absent(),
    });
  });
});

describe('a reserve', () => {
  const reserving = (
    reservedConcurrency: Readonly<Partial<Record<keyof typeof handlers, number>>>,
  ) => stackOf('staging', {}, { reservedConcurrency });

  it('is that of the function which stages.ts names, and of no other', () => {
    const functions = Template.fromStack(reserving({ 'receive-payment': 20 })).findResources(
      'AWS::Lambda::Function',
    );
    const reserved = Object.values(functions).filter(
      ({ Properties }) => 'ReservedConcurrentExecutions' in Properties,
    );
    expect(reserved.map(({ Properties }) => Properties)).toMatchObject([
      {
        Description: `If it fails: ${handlers['receive-payment'].ifItFails}`,
        ReservedConcurrentExecutions: 20,
      },
    ]);
  });

  it('of the senders below what the queue starts at once is refused', () => {
    const few = sendersFor(10) - 1;
    expect(() => reserving({ 'send-reminders': few })).toThrow(
      `The reserve of send-reminders in stages.ts is ${few}`,
    );
    expect(() => reserving({ 'send-reminders': few + 1 })).not.toThrow();
  });
});
