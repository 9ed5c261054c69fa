import { expect, it } from 'vitest';
import { inOneSentence, refusedAction } from '../../../bin/aws/faults.ts';

const fault = (name: string, message = ''): Error => Object.assign(new Error(message), { name });

it.each([
  ['CredentialsProviderError', 'There are no AWS credentials here'],
  ['TokenProviderError', 'Your AWS sign-in has expired: aws sso login'],
  ['ExpiredTokenException', 'Your AWS credentials have expired: sign in again'],
  ['UnrecognizedClientException', 'whether the region is enabled'],
])('%s is one sentence that says what to do', (name, sentence) => {
  expect(inOneSentence(fault(name)).message).toContain(sentence);
});

const by = 'User: arn:aws:iam::123456789012:user/dewi is not authorized to perform:';

it.each([
  [
    'AccessDeniedException',
    `${by} cognito-idp:AdminGetUser on resource: x`,
    'cognito-idp:AdminGetUser',
  ],
  [
    'AuthorizationErrorException',
    `${by} SNS:GetSMSAttributes on resource: x`,
    'SNS:GetSMSAttributes',
  ],
  ['AccessDenied', 'Access denied', 'sns:ListSubscriptionsByTopic'],
  ['ThrottlingException', `${by} a:B`, undefined],
])('%s names the permission that is missing', (name, message, action) => {
  expect(refusedAction(fault(name, message), 'sns:ListSubscriptionsByTopic')).toBe(action);
});

it('any other error stays as it is', () => {
  const error = fault('UserNotFoundException', 'User does not exist.');
  expect(inOneSentence(error)).toBe(error);
});
