import { AwsError } from '#local/http/aws-protocols';

/** A refusal as S3 gives it: a status, and a code for programs in XML. */
export class S3Refusal extends AwsError {}

export const refusalXml = ({ code, message }: S3Refusal): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code>` +
  `<Message>${escaped(message)}</Message></Error>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

export const denied = (message: string): S3Refusal => new S3Refusal(403, 'AccessDenied', message);
