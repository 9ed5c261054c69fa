import { Stack, Validations } from 'aws-cdk-lib';
import {
  LambdaApplication,
  LambdaDeploymentConfig,
  LambdaDeploymentGroup,
} from 'aws-cdk-lib/aws-codedeploy';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, CfnAlias } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { IngatFunction } from '#lib/function';
import type { Stage } from '#lib/stages';

/** The alias that people and channels reach, and behind which versions change. */
const liveAlias = 'live';

/**
 * Gives a function its alias `live`. A new version gets a tenth of the calls for five minutes, and
 * all of them only if the function's alarm has not rung: else CodeDeploy puts the old one back, and
 * CloudFormation the whole stack.
 */
export function canaries(stack: Stack, { isAtOnce }: Stage): (deployed: IngatFunction) => Alias {
  const scope = new Construct(stack, 'Canaries');
  const application = new LambdaApplication(scope, 'Application');
  const role = deployingRole(scope);
  return ({ lambda, alarm }) => {
    const beside = lambda.node.scope ?? lambda;
    const alias = new Alias(beside, 'Live', {
      aliasName: liveAlias,
      version: lambda.currentVersion,
    });
    new LambdaDeploymentGroup(beside, 'Canary', {
      application,
      role,
      alias,
      alarms: [alarm],
      deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
    });
    if (isAtOnce) skipCanary(alias);
    return alias;
  };
}

/** One role for all groups: it moves aliases and looks at alarms. */
function deployingRole(scope: Construct): Role {
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('codedeploy.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  });
  const policy =
    'arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited';
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM4[Policy::${policy}]`,
    reason:
      'AWS documents no other list of what CodeDeploy calls: move aliases, read alarms. It is ' +
      'used while a deployment runs, in an account that holds nothing else.',
  });
  return role;
}

/**
 * CodeDeploy begins nothing while the alarm rings, or where somebody has moved the alias by hand:
 * a repair has to get past both.
 */
function skipCanary(alias: Alias): void {
  if (alias.node.defaultChild instanceof CfnAlias)
    alias.node.defaultChild.cfnOptions.updatePolicy = undefined;
}
