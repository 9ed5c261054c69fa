import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { type HandlerName, handlers, routes } from '#triggers';
import { newStackOf, stackOf } from './staging.ts';

type Reference = Readonly<{ Ref: string }>;
type Resource = Readonly<{
  Type: string;
  Properties: Readonly<Record<string, unknown>>;
  DeletionPolicy?: string;
  UpdatePolicy?: unknown;
}>;
type Resources = Readonly<Record<string, Resource>>;

const resourcesOf = (stack: Stack): Resources => Template.fromStack(stack).toJSON().Resources;
const staging = resourcesOf(stackOf('staging'));
const ofType = (type: string, all = staging) =>
  Object.entries(all).filter(([, { Type }]) => Type === type);

const functionId = (handler: HandlerName): string =>
  ofType('AWS::Lambda::Function').find(([, { Properties }]) =>
    String(Properties.Description).endsWith(handlers[handler].ifItFails),
  )?.[0] ?? '';
const aliasOf = (handler: HandlerName) =>
  ofType('AWS::Lambda::Alias').find(
    ([, { Properties }]) => (Properties.FunctionName as Reference).Ref === functionId(handler),
  );
const called = [...new Set(routes.map(({ handler }) => handler))];
const others = (Object.keys(handlers) as HandlerName[]).filter(
  (handler) => !called.some((each) => each === handler),
);

describe.each(called)('a new version of %s', (handler) => {
  const [alias = '', { Properties, UpdatePolicy } = {}] = aliasOf(handler) ?? [];
  const group = staging[groupOf(UpdatePolicy)];

  it('gets a tenth of the calls of `live` for five minutes, then all of them', () => {
    expect(Properties?.Name).toBe('live');
    expect(group?.Properties).toMatchObject({
      DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      DeploymentStyle: { DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
    });
  });

  it('is taken back where the alarm of the function rings', () => {
    expect(group?.Properties).toMatchObject({
      AlarmConfiguration: { Enabled: true, Alarms: [{ Name: { Ref: alarmOf(handler) } }] },
      AutoRollbackConfiguration: {
        Enabled: true,
        Events: expect.arrayContaining(['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM']),
      },
    });
  });

  it('finds the version before it still there', () => {
    const versions = ofType('AWS::Lambda::Version').filter(
      ([, version]) => (version.Properties.FunctionName as Reference).Ref === functionId(handler),
    );
    expect(versions.map(([, { DeletionPolicy }]) => DeletionPolicy)).toEqual([
      'RetainExceptOnCreate',
    ]);
  });

  it('is reached through `live` alone, by the API and by what lets the API in', () => {
    const uris = ofType('AWS::ApiGatewayV2::Integration').map(
      ([, integration]) => integration.Properties.IntegrationUri,
    );
    expect(uris).toContainEqual({ Ref: alias });
    const invokers = ofType('AWS::Lambda::Permission').filter(
      ([, permission]) => permission.Properties.Principal === 'apigateway.amazonaws.com',
    );
    const own = invokers.filter(([, permission]) =>
      JSON.stringify(permission.Properties.FunctionName).includes(`"${alias}"`),
    );
    expect(own).toHaveLength(1);
  });
});

it('leads no call of the API, and lets none, past an alias', () => {
  const aliases = called.map((handler) => aliasOf(handler)?.[0]);
  const reached = [
    ...ofType('AWS::ApiGatewayV2::Integration').map(([, each]) => each.Properties.IntegrationUri),
    ...ofType('AWS::Lambda::Permission')
      .filter(([, each]) => each.Properties.Principal === 'apigateway.amazonaws.com')
      .map(([, each]) => each.Properties.FunctionName),
  ] as Reference[];
  expect(reached.filter(({ Ref }) => !aliases.includes(Ref))).toEqual([]);
});

it.each(others)('%s has no canary: between two mornings it would prove nothing', (handler) => {
  expect(aliasOf(handler)).toBeUndefined();
});

it('has one application and one role for all', () => {
  expect(ofType('AWS::CodeDeploy::Application')).toHaveLength(1);
  const roles = ofType('AWS::CodeDeploy::DeploymentGroup').map(([, { Properties }]) =>
    JSON.stringify(Properties.ServiceRoleArn),
  );
  expect([roles.length, new Set(roles).size]).toEqual([called.length, 1]);
});

it('can be left out for a repair, which keeps the groups for the next time', () => {
  const repair = resourcesOf(stackOf('production', { atOnce: true }));
  const aliases = ofType('AWS::Lambda::Alias', repair);
  expect(aliases.map(([, { UpdatePolicy }]) => UpdatePolicy)).toEqual(called.map(() => undefined));
  expect(ofType('AWS::CodeDeploy::DeploymentGroup', repair)).toHaveLength(called.length);
});

it('is the same template twice, or every deployment would replace every version', () => {
  expect(JSON.stringify(resourcesOf(newStackOf('staging')))).toBe(JSON.stringify(staging));
});

function groupOf(updatePolicy: unknown): string {
  const policy = updatePolicy as
    | Readonly<{ CodeDeployLambdaAliasUpdate: Readonly<{ DeploymentGroupName: Reference }> }>
    | undefined;
  return policy?.CodeDeployLambdaAliasUpdate.DeploymentGroupName.Ref ?? '';
}

function alarmOf(handler: HandlerName): string | undefined {
  return ofType('AWS::CloudWatch::Alarm').find(
    ([, { Properties }]) =>
      Properties.AlarmDescription === handlers[handler].ifItFails && Properties.Metrics,
  )?.[0];
}
