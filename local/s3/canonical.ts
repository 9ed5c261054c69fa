import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { S3Refusal } from '#local/s3/refusal';

export type SignedRequest = Readonly<{
  method: string;
  /** As it was sent: path and query. */
  target: string;
  headers: IncomingHttpHeaders;
}>;
export type Credentials = Readonly<{
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
}>;

export type Signature = Readonly<{
  credential: string;
  /** `20261111T010000Z` */
  date: string;
  signedHeaders: readonly string[];
  signature: string;
  /** SHA-256 of the body in hex, or `UNSIGNED-PAYLOAD`. */
  payload: string;
}>;

export const algorithm = 'AWS4-HMAC-SHA256';

/** The signature that this request must have, in hex. */
export function signatureOf(
  { method, target, headers }: SignedRequest,
  { credential, date, signedHeaders, payload }: Signature,
  { secretAccessKey }: Credentials,
): string {
  const [path = '/'] = target.split('?');
  const canonical = [
    method,
    path.split('/').map(decoded).map(encoded).join('/'),
    [...queryOf(target)]
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .sort()
      .join('&'),
    ...signedHeaders.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    signedHeaders.join(';'),
    payload,
  ].join('\n');
  const [, ...scope] = credential.split('/');
  const key = scope.reduce(
    (secret: string | Buffer, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${secretAccessKey}`,
  );
  const text = [algorithm, date, scope.join('/'), sha256(canonical)].join('\n');
  return createHmac('sha256', key).update(text).digest('hex');
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Of a path or a query; a plus stands for itself, unlike in a form. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Refusal(400, 'InvalidURI', "Couldn't parse the specified URI.");
  }
};

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

export function queryOf(target: string): ReadonlyMap<string, string> {
  const [, query = ''] = target.split(/\?(.*)/s);
  const pairs = query.split('&').filter(Boolean);
  return new Map(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      return [decoded(name), decoded(value)];
    }),
  );
}
