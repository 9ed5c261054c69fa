import { randomBytes } from 'node:crypto';
import { AwsError, awsJson, type Service } from '#local/http/aws-protocols';
import type { State } from '#local/state';

const prefix = 'arn:aws:secretsmanager:ap-southeast-3:000000000000:secret:';
export const nikSecretArn = `${prefix}nik`;
export const webhookSecretArn = `${prefix}webhook`;

/** Made at the first start and kept: with another NIK secret no worker would be recognised. */
export function startSecrets(
  state: State,
  given: Readonly<{ nik?: string }> = {},
): Readonly<{ service: Service; webhookSecret: string }> {
  const nik = kept(state, 'secret.nik', () => given.nik ?? randomBytes(32).toString('hex'));
  const webhook = kept(
    state,
    'secret.webhook',
    () => `whsec_${randomBytes(24).toString('base64')}`,
  );
  const secrets: Readonly<Record<string, string>> = {
    [nikSecretArn]: nik,
    [webhookSecretArn]: webhook,
  };
  const service = awsJson('1.1', {
    GetSecretValue({ SecretId }) {
      const secret = secrets[String(SecretId)];
      if (!secret)
        throw new AwsError(
          400,
          'ResourceNotFoundException',
          "Secrets Manager can't find the specified secret.",
        );
      return {
        ARN: SecretId,
        Name: String(SecretId).slice(prefix.length),
        SecretString: secret,
        VersionId: 'first',
        VersionStages: ['AWSCURRENT'],
      };
    },
  });
  return { service, webhookSecret: webhook };
}

/** The value under this name, made and written down if there is none. */
export function kept(state: State, name: string, make: () => string): string {
  const value = state.read(name) ?? make();
  state.write(name, value);
  return value;
}
