/**
 * What IAM asks of each command of the SDK. `on`: the resource as the call names it, which is the
 * value of a variable of the function with such a name; `'*'` where an action knows no resource.
 * `inside`: an index of that table, a schedule of that group.
 */
export type Need = Readonly<{
  action: string;
  on: Named | '*' | typeof everySchedule;
  inside?: string;
  with?: Context;
}>;
export type Named = Readonly<{ variable: RegExp; value: string }>;
export const everySchedule = 'schedule/*/*';
export type Context = Readonly<Record<string, string>>;

type Input = Readonly<Record<string, unknown>>;

const table = (name: unknown): Named => ({ variable: /^TABLE_NAME$/, value: String(name) });

const onTable =
  (action: string) =>
  ({ TableName }: Input): readonly Need[] => [{ action, on: table(TableName) }];

const inBatch =
  (action: string) =>
  ({ RequestItems }: Input): readonly Need[] =>
    Object.keys(RequestItems ?? {}).map((name) => ({ action, on: table(name) }));

/** A transaction needs the permission of each of its parts and none of its own. */
export const parts = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
} as const;

const inTransaction = ({ TransactItems }: Input): readonly Need[] =>
  (TransactItems as Record<keyof typeof parts, Input | undefined>[]).flatMap((item) =>
    (Object.keys(parts) as (keyof typeof parts)[]).flatMap((part) =>
      item[part] ? onTable(parts[part])(item[part]) : [],
    ),
  );

const onQueue =
  (action: string) =>
  ({ QueueUrl }: Input): readonly Need[] => [
    { action, on: { variable: /QUEUE_URL$|^DEAD_LETTERS$/, value: String(QueueUrl) } },
  ];

const onObject =
  (action: string) =>
  ({ Bucket, Key }: Input): readonly Need[] => [
    { action, on: { variable: /^IMPORT_FILES$/, value: String(Bucket) }, inside: String(Key) },
  ];

const onSchedule =
  (action: string) =>
  ({ GroupName, Name, Target }: Input): readonly Need[] => [
    {
      ...{ action, inside: String(Name) },
      on: { variable: /^SCHEDULE_GROUP$/, value: String(GroupName) },
    },
    ...(Target ? passed(Target as Input) : []),
  ];

/** The Scheduler takes on the role that a schedule names: its caller must be allowed to give it. */
const passed = ({ RoleArn }: Input): readonly Need[] => [
  {
    action: 'iam:PassRole',
    on: { variable: /ROLE_ARN$/, value: String(RoleArn) },
    with: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
  },
];

/** A command that is not here fails the test: somebody has to say what it needs. */
export const needsOf: Readonly<Record<string, (input: Input) => readonly Need[]>> = {
  GetCommand: onTable('dynamodb:GetItem'),
  PutCommand: onTable(parts.Put),
  UpdateCommand: onTable(parts.Update),
  DeleteCommand: onTable(parts.Delete),
  BatchGetCommand: inBatch('dynamodb:BatchGetItem'),
  BatchWriteCommand: inBatch('dynamodb:BatchWriteItem'),
  QueryCommand: ({ TableName, IndexName }) => [
    {
      ...{ action: 'dynamodb:Query', on: table(TableName) },
      ...(IndexName === undefined ? {} : { inside: `index/${IndexName}` }),
    },
  ],
  TransactWriteCommand: inTransaction,
  GetSecretValueCommand: ({ SecretId }) => [
    {
      action: 'secretsmanager:GetSecretValue',
      on: { variable: /SECRET_ARN$/, value: String(SecretId) },
    },
  ],
  // A phone has no ARN. SNS sends the text through End User Messaging, in the caller's name.
  PublishCommand: () => [
    { action: 'sns:Publish', on: '*' },
    {
      action: 'sms-voice:SendTextMessage',
      on: '*',
      with: { 'aws:CalledViaLast': 'sns.amazonaws.com' },
    },
  ],
  GetObjectCommand: onObject('s3:GetObject'),
  PutObjectCommand: onObject('s3:PutObject'),
  DeleteObjectCommand: onObject('s3:DeleteObject'),
  // SQS knows no permission for batches.
  SendMessageBatchCommand: onQueue('sqs:SendMessage'),
  GetQueueAttributesCommand: onQueue('sqs:GetQueueAttributes'),
  CreateScheduleCommand: onSchedule('scheduler:CreateSchedule'),
  UpdateScheduleCommand: onSchedule('scheduler:UpdateSchedule'),
  GetScheduleCommand: onSchedule('scheduler:GetSchedule'),
  DeleteScheduleCommand: onSchedule('scheduler:DeleteSchedule'),
  // The Scheduler checks it against all groups, whichever is asked for (aws-cdk issue 38201).
  ListSchedulesCommand: () => [{ action: 'scheduler:ListSchedules', on: everySchedule }],
};
