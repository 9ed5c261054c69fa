import { attempt } from '../command.ts';

/** An opt-in region that is not enabled answers the same. */
const unknownCredentials =
  'AWS does not know these credentials in this region: check AWS_PROFILE, and with ' +
  'npm run preflight whether the region is enabled';

/** By the name of the SDK's error, for whoever typed the command. */
const withoutCredentials: Readonly<Record<string, string>> = {
  CredentialsProviderError:
    'There are no AWS credentials here: sign in with aws sso login, or set AWS_PROFILE',
  TokenProviderError: 'Your AWS sign-in has expired: aws sso login',
  ExpiredToken: 'Your AWS credentials have expired: sign in again',
  ExpiredTokenException: 'Your AWS credentials have expired: sign in again',
  InvalidClientTokenId: unknownCredentials,
  UnrecognizedClientException: unknownCredentials,
  SignatureDoesNotMatch: 'AWS does not accept these credentials: check the secret access key',
};

/** A sentence, where nothing can be asked with these credentials. */
const credentialsFault = ({ name }: Error): string | undefined => withoutCredentials[name];

/** The permission that was missing, as AWS names it; undefined for any other error. */
export function refusedAction({ name, message }: Error, asked: string): string | undefined {
  if (!/^(AccessDenied|AuthorizationError|UnauthorizedOperation)/.test(name)) return undefined;
  return /perform: ([\w-]+:\w+)/.exec(message)?.[1] ?? asked;
}

/** Undefined where AWS answers, by an error of this name, that there is none. */
export const ifThere = <T>(answer: Promise<T>, otherwise: string): Promise<T | undefined> =>
  answer.catch((error: Error) => {
    if (error.name === otherwise) return undefined;
    throw error;
  });

/** For a command's end: one sentence where AWS refused. */
export function inOneSentence(error: Error): Error {
  const action = refusedAction(error, 'an action that it does not name');
  const sentence =
    credentialsFault(error) ?? (action && `Your AWS role may not do this: it needs ${action}`);
  return sentence ? new Error(sentence) : error;
}

/** Runs a command whose errors may be AWS's. */
export const explained = (act: () => Promise<void>): Promise<void> =>
  attempt(() =>
    act().catch((error) => {
      throw inOneSentence(error);
    }),
  );
