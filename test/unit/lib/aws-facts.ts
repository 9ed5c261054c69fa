import {
  atLeast,
  atMost,
  document,
  type Fact,
  hasty,
  inlineOf,
  number,
  over,
  planting,
  together,
  whole,
} from './aws-fact-kinds.ts';

const lambda = 'Lambda developer guide, "Lambda quotas"';
const iam = 'IAM user guide, "IAM and AWS STS quotas"';
const cognito = 'Cognito developer guide, "Quotas in Amazon Cognito"';
const cloudWatch = 'CloudWatch API reference, PutMetricAlarm';
const perTable = 'DynamoDB, "Quotas": a table on demand, until the account’s quota is raised';
const warm = 'DynamoDB developer guide, "Understanding DynamoDB warm throughput": on demand';
const scheduler = 'EventBridge Scheduler API reference, CreateSchedule';

const long = (length: number) => ({ Statement: 'x'.repeat(length) });

/**
 * What AWS refuses at a deployment, and neither CDK nor cfn-lint knows. A fact answers which parts
 * of a template break it; `planted` is a resource that would.
 */
export const awsFacts: readonly Fact[] = [
  whole(
    'a stack has at most 500 resources',
    ({ Resources }) => Object.keys(Resources).length > 500,
    planting('AWS::SNS::Topic', {}, 501),
  ),
  whole(
    'a template has at most 1 MB',
    (template) => JSON.stringify(template).length > 1_000_000,
    planting('AWS::SNS::Topic', { DisplayName: 'x'.repeat(1_000_000) }),
  ),
  whole(
    'a stack has at most 200 outputs',
    ({ Outputs = {} }) => Object.keys(Outputs).length > 200,
    {
      Resources: {},
      Outputs: Object.fromEntries(Array.from({ length: 201 }, (_, of) => [of, {}])),
    },
  ),
  whole(
    'the description of a stack has at most 1,024 bytes',
    ({ Description = '' }) => Description.length > 1_024,
    { Resources: {}, Description: 'x'.repeat(1_025) },
  ),
  atMost(256, 'AWS::Lambda::Function', 'Description', 'Lambda API reference, CreateFunction'),
  atMost(64, 'AWS::Lambda::Function', 'FunctionName', 'Lambda API reference, CreateFunction'),
  document(4_096, 'AWS::Lambda::Function', 'Environment.Variables', lambda),
  number(900, 'AWS::Lambda::Function', 'Timeout', lambda),
  number(10_240, 'AWS::Lambda::Function', 'MemorySize', lambda),
  number(900, 'AWS::Lambda::EventSourceMapping', 'TumblingWindowInSeconds', lambda),
  number(300, 'AWS::Lambda::EventSourceMapping', 'MaximumBatchingWindowInSeconds', lambda),
  number(10_000, 'AWS::Lambda::EventSourceMapping', 'BatchSize', lambda),
  // A statement of a permission with its ARNs is about 400 bytes, of 20 KB.
  together(50, 'AWS::Lambda::Permission', 'FunctionName', lambda),
  atMost(64, 'AWS::IAM::Role', 'RoleName', iam),
  document(2_048, 'AWS::IAM::Role', 'AssumeRolePolicyDocument', iam),
  document(6_144, 'AWS::IAM::ManagedPolicy', 'PolicyDocument', iam),
  {
    fact: 'the inline policies of a role have at most 10,240 characters together',
    source: iam,
    breaches: (template) => over(inlineOf(template), 10_240),
    planted: planting('AWS::IAM::Policy', { Roles: ['one'], PolicyDocument: long(5_200) }, 2),
  },
  document(32_768, 'AWS::KMS::Key', 'KeyPolicy', 'KMS developer guide, "Quotas"'),
  document(20_480, 'AWS::S3::BucketPolicy', 'PolicyDocument', 'S3 user guide, "Bucket policies"'),
  document(
    5_120,
    'AWS::Logs::ResourcePolicy',
    'PolicyDocument',
    'CloudWatch Logs, PutResourcePolicy',
  ),
  atMost(512, 'AWS::Logs::LogGroup', 'LogGroupName', 'CloudWatch Logs, CreateLogGroup'),
  together(2, 'AWS::Logs::SubscriptionFilter', 'LogGroupName', 'CloudWatch Logs quotas'),
  together(100, 'AWS::Logs::MetricFilter', 'LogGroupName', 'CloudWatch Logs quotas'),
  atMost(80, 'AWS::SQS::Queue', 'QueueName', 'SQS API reference, CreateQueue'),
  number(1_209_600, 'AWS::SQS::Queue', 'MessageRetentionPeriod', 'SQS API reference, CreateQueue'),
  {
    fact: 'a queue hides a message for six times the time-out of the function that reads it',
    source: 'Lambda developer guide, "Configuring an Amazon SQS event source"',
    breaches: hasty,
    planted: {
      Resources: {
        Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 719 } },
        Reader: { Type: 'AWS::Lambda::Function', Properties: { Timeout: 120 } },
        Mapping: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: {
            EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
            FunctionName: { Ref: 'Reader' },
          },
        },
      },
    },
  },
  number(43_200, 'AWS::SQS::Queue', 'VisibilityTimeout', 'SQS API reference, CreateQueue'),
  atMost(64, 'AWS::Scheduler::Schedule', 'Name', scheduler),
  atMost(512, 'AWS::Scheduler::Schedule', 'Description', scheduler),
  number(185, 'AWS::Scheduler::Schedule', 'Target.RetryPolicy.MaximumRetryAttempts', scheduler),
  number(
    86_400,
    'AWS::Scheduler::Schedule',
    'Target.RetryPolicy.MaximumEventAgeInSeconds',
    scheduler,
  ),
  atMost(64, 'AWS::Scheduler::ScheduleGroup', 'Name', 'EventBridge Scheduler, CreateScheduleGroup'),
  atMost(255, 'AWS::CloudWatch::Alarm', 'AlarmName', cloudWatch),
  atMost(1_024, 'AWS::CloudWatch::Alarm', 'AlarmDescription', cloudWatch),
  number(10, 'AWS::CloudWatch::Alarm', 'Metrics', 'CloudWatch user guide, "CloudWatch quotas"'),
  number(20, 'AWS::DynamoDB::GlobalTable', 'GlobalSecondaryIndexes', 'DynamoDB, "Quotas"'),
  number(40_000, 'AWS::DynamoDB::GlobalTable', 'WarmThroughput.ReadUnitsPerSecond', perTable),
  number(40_000, 'AWS::DynamoDB::GlobalTable', 'WarmThroughput.WriteUnitsPerSecond', perTable),
  atLeast(12_000, 'AWS::DynamoDB::GlobalTable', 'WarmThroughput.ReadUnitsPerSecond', warm),
  atLeast(4_000, 'AWS::DynamoDB::GlobalTable', 'WarmThroughput.WriteUnitsPerSecond', warm),
  together(300, 'AWS::ApiGatewayV2::Route', 'ApiId', 'API Gateway, "Quotas for HTTP APIs"'),
  together(300, 'AWS::ApiGatewayV2::Integration', 'ApiId', 'API Gateway, "Quotas for HTTP APIs"'),
  number(100, 'AWS::Cognito::UserPoolClient', 'CallbackURLs', cognito),
  number(100, 'AWS::Cognito::UserPoolClient', 'LogoutURLs', cognito),
  together(100, 'AWS::Cognito::UserPoolGroup', 'UserPoolId', cognito),
  atMost(128, 'AWS::Cognito::UserPoolGroup', 'GroupName', 'Cognito API reference, CreateGroup'),
  atMost(2_048, 'AWS::Cognito::UserPoolGroup', 'Description', 'Cognito API reference, CreateGroup'),
  document(
    20_000,
    'AWS::Cognito::UserPool',
    'AdminCreateUserConfig.InviteMessageTemplate.EmailMessage',
    'Cognito API reference, MessageTemplateType',
  ),
  atMost(
    64,
    'AWS::CloudFront::OriginAccessControl',
    'OriginAccessControlConfig.Name',
    'CloudFront API reference, CreateOriginAccessControl',
  ),
  atMost(
    10_240,
    'AWS::CloudFront::Function',
    'FunctionCode',
    'CloudFront, "Quotas on CloudFront Functions"',
  ),
];
