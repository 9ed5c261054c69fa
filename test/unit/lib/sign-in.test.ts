import { describe, expect, test } from 'vitest';
import { tokenTrigger } from '#triggers';
import { listOf, one, properties, statements } from './staging.ts';

const nameStaff = { 'Fn::GetAtt': [expect.stringContaining('namestaffFunction'), 'Arn'] };

describe('who signs in has a name', () => {
  test('from the trigger that may write into access tokens, on a plan that has it', () => {
    expect(one('AWS::Cognito::UserPool', 'Users')).toMatchObject({
      UserPoolTier: 'PLUS',
      LambdaConfig: {
        PreTokenGenerationConfig: { LambdaArn: nameStaff, LambdaVersion: tokenTrigger.version },
      },
    });
  });

  test('which this pool alone may invoke', () => {
    const permissions = properties('AWS::Lambda::Permission').filter((each) =>
      JSON.stringify(each.FunctionName).includes('namestaff'),
    );
    expect(permissions).toEqual([
      {
        Action: 'lambda:InvokeFunction',
        FunctionName: nameStaff,
        Principal: 'cognito-idp.amazonaws.com',
        SourceArn: { 'Fn::GetAtt': [expect.stringContaining('SignInUsers'), 'Arn'] },
      },
    ]);
  });

  test('that they cannot write themselves, nor an e-mail address that is not theirs', () => {
    expect(one('AWS::Cognito::UserPoolClient', 'Console').WriteAttributes).toEqual(['email']);
    expect(one('AWS::Cognito::UserPool', 'Users')).toMatchObject({
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    });
  });

  test('from a function that reaches nothing but its own log and its traces', () => {
    const actions = statements()
      .filter(({ policy }) => policy.includes('namestaff'))
      .flatMap(({ statement }) => listOf(statement.Action));
    expect(actions.sort()).toEqual([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });
});

describe('who is given a user', () => {
  test('is invited in both languages, with the address, and may take a week', () => {
    const { AdminCreateUserConfig, Policies } = one('AWS::Cognito::UserPool', 'Users') as {
      AdminCreateUserConfig: { InviteMessageTemplate: Record<string, unknown> };
      Policies: unknown;
    };
    const { EmailMessage, EmailSubject } = AdminCreateUserConfig.InviteMessageTemplate;
    const mail = JSON.stringify(EmailMessage);
    for (const part of ['{username}', '{####}', 'kata sandi', 'temporary password', 'DomainName'])
      expect(mail).toContain(part);
    expect(mail.match(/7 hari|7 days/g)).toHaveLength(2);
    expect(EmailSubject).toMatch(/Undangan.*Invitation/);
    expect(Policies).toMatchObject({ PasswordPolicy: { TemporaryPasswordValidityDays: 7 } });
  });

  test('needs a second factor, and gets back in by mail and by nothing else', () => {
    expect(one('AWS::Cognito::UserPool', 'Users')).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    });
  });
});
