import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import {
  algorithm,
  type Credentials,
  queryOf,
  type Signature,
  type SignedRequest,
  signatureOf,
} from '#local/s3/canonical';
import { denied, S3Refusal } from '#local/s3/refusal';

/**
 * AWS Signature Version 4 as S3 checks it, in the query (a presigned URL) or in a header:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 * Throws what S3 would answer. Answers the hash that the body must have, or null for any.
 */
export function checkSignature(
  request: SignedRequest,
  credentials: Credentials,
  now: number,
): string | null {
  const query = queryOf(request.target);
  const signature = query.has('X-Amz-Signature')
    ? presigned(query, now)
    : inHeader(request.headers, now);
  checkScope(signature, credentials);
  checkCovered(request.headers, signature);
  const expected = signatureOf(request, signature, credentials);
  if (!isSame(expected, signature.signature))
    throw new S3Refusal(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. ' +
        'Check your key and signing method.',
    );
  return signature.payload === unsigned ? null : signature.payload;
}

const unsigned = 'UNSIGNED-PAYLOAD';
const week = 604_800;

function presigned(query: ReadonlyMap<string, string>, now: number): Signature {
  const of = (name: string): string => {
    const value = query.get(`X-Amz-${name}`);
    if (value === undefined) throw badQuery(`X-Amz-${name} is missing`);
    return value;
  };
  if (of('Algorithm') !== algorithm)
    throw badQuery('X-Amz-Algorithm only supports AWS4-HMAC-SHA256');
  const seconds = Number(of('Expires'));
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > week)
    throw badQuery(`X-Amz-Expires must be less than a week (in seconds) and above 0`);
  const signedAt = instantOf(of('Date'));
  if (signedAt > now + farthestAhead) throw denied('Request is not yet valid');
  if (now > signedAt + seconds * 1_000) throw denied('Request has expired');
  return {
    credential: of('Credential'),
    date: of('Date'),
    signedHeaders: of('SignedHeaders').split(';'),
    signature: of('Signature'),
    payload: query.get('X-Amz-Content-Sha256') ?? unsigned,
  };
}

const badQuery = (message: string): S3Refusal =>
  new S3Refusal(400, 'AuthorizationQueryParametersError', message);

const farthestAhead = 15 * 60_000;

function inHeader(headers: IncomingHttpHeaders, now: number): Signature {
  const { authorization = '', 'x-amz-date': date = '' } = headers;
  const parts = new Map(
    [...authorization.matchAll(/(Credential|SignedHeaders|Signature)=([^,\s]+)/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
  if (!authorization.startsWith(algorithm) || parts.size < 3) throw denied('Access Denied');
  if (Math.abs(instantOf(String(date)) - now) > farthestAhead)
    throw new S3Refusal(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    );
  const payload = String(headers['x-amz-content-sha256'] ?? '');
  if (payload.startsWith('STREAMING-'))
    throw new S3Refusal(501, 'NotImplemented', 'The stage takes no body in signed chunks.');
  return {
    credential: parts.get('Credential') ?? '',
    date: String(date),
    signedHeaders: (parts.get('SignedHeaders') ?? '').split(';'),
    signature: parts.get('Signature') ?? '',
    payload,
  };
}

/** `20261111T010000Z` in ms since 1970. */
function instantOf(date: string): number {
  const [, ...fields] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  const [year = 0, month = 0, ...rest] = fields.map(Number);
  if (fields.length === 0) throw denied('AWS authentication requires a valid Date or x-amz-date');
  const [day = 0, hour = 0, minute = 0, second = 0] = rest;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function checkScope({ credential, date }: Signature, { accessKeyId, region }: Credentials): void {
  const [key, ...scope] = credential.split('/');
  if (key !== accessKeyId)
    throw new S3Refusal(
      403,
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    );
  const right = [date.slice(0, 8), region, 's3', 'aws4_request'];
  if (scope.join('/') !== right.join('/'))
    throw new S3Refusal(
      400,
      'AuthorizationHeaderMalformed',
      `The credential scope is ${scope.join('/')}; ${right.join('/')} is expected.`,
    );
}

/** Whoever may use the URL may add nothing that S3 acts on. */
function checkCovered(headers: IncomingHttpHeaders, { signedHeaders }: Signature): void {
  const bare = Object.keys(headers).filter(
    (name) => name.startsWith('x-amz-') && !signedHeaders.includes(name),
  );
  if (!signedHeaders.includes('host') || bare.length > 0)
    throw denied('There were headers present in the request which were not signed');
}

const isSame = (expected: string, given: string): boolean =>
  expected.length === given.length && timingSafeEqual(Buffer.from(expected), Buffer.from(given));
