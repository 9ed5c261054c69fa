import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { bucketName, credentials, region } from '#local/environment';
import { arrivalOf } from '#local/s3/arrival';
import { receiveBody } from '#local/s3/body';
import { queryOf } from '#local/s3/canonical';
import { corsHeaders, preflightAnswer } from '#local/s3/cors';
import type { ObjectStore, StoredObject } from '#local/s3/object-store';
import { rangeIn } from '#local/s3/range';
import { refusalXml, S3Refusal } from '#local/s3/refusal';
import { checkSignature } from '#local/s3/signature';
import { uploads } from '#triggers';

/** Below the public address, so that a browser reaches a presigned URL, after a restart too. */
export const s3Path = '/_s3';

type S3Options = Readonly<{
  objects: ObjectStore;
  /** How many events the next arrival makes: at least one, as in AWS. */
  timesTold: () => number;
  changed: () => void;
}>;
type Call = Readonly<{
  request: IncomingMessage;
  response: ServerResponse;
  key: string;
  query: ReadonlyMap<string, string>;
  /** Of the body, as it was signed. */
  sha256: string | null;
}>;
type Answer = Readonly<{ status: number; headers?: Readonly<Record<string, string | number>> }>;

/** The calls of S3 that are used, on one bucket, at `/_s3/<bucket>/<key>`. */
export function s3Listener(options: S3Options): RequestListener {
  return async (request, response) => {
    try {
      await answer(request, response, options);
    } catch (error) {
      // A caller who hung up hears no answer; any other error is a bug of the emulator.
      if (response.destroyed || (request.destroyed && !request.complete)) return;
      if (!(error instanceof S3Refusal)) console.error(error);
      refuse(response, request, error instanceof S3Refusal ? error : failed);
    }
  };
}

const failed = new S3Refusal(500, 'InternalError', 'We encountered an internal error.');

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: S3Options,
): Promise<void> {
  const { method = '', url: target = '/', headers } = request;
  if (method === 'OPTIONS')
    return end(response, { status: 200, headers: preflightAnswer(headers) });
  const sha256 = checkSignature(
    { method, target, headers },
    { ...credentials, region },
    Date.now(),
  );
  const call = { request, response, key: keyIn(target), query: queryOf(target), sha256 };
  const act = acts[method];
  if (!act) throw new S3Refusal(501, 'NotImplemented', `The stage does not know ${method}.`);
  await act(call, options);
}

function keyIn(target: string): string {
  const [path = ''] = target.slice(s3Path.length + 1).split('?');
  const [bucket, ...key] = path.split('/').map(decodeURIComponent);
  if (bucket !== bucketName)
    throw new S3Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist');
  return key.join('/');
}

const acts: Readonly<Record<string, (call: Call, options: S3Options) => Promise<void> | void>> = {
  PUT: putObject,
  GET: (call, { objects }) => getObject(call, objects),
  HEAD: (call, { objects }) => getObject(call, objects),
  DELETE: ({ response, key }, { objects }) => {
    objects.remove(key);
    end(response, { status: 204 });
  },
};

async function putObject(call: Call, { objects, timesTold, changed }: S3Options): Promise<void> {
  const { request, response, key, query, sha256 } = call;
  const file = objects.newFile();
  const crc = query.get('x-amz-checksum-crc32') ?? request.headers['x-amz-checksum-crc32'];
  const checksum = crc === undefined ? undefined : String(crc);
  try {
    const size = await receiveBody(request, objects.pathOf(file), { sha256, checksum });
    checkNoneMatch(request.headers['if-none-match'], objects.find(key));
    const type = request.headers['content-type'] ?? 'binary/octet-stream';
    const object = { key, file, size, etag: newTag(), type, at: Date.now() };
    const times = key.startsWith(uploads.prefix) ? timesTold() : 0;
    objects.put(
      object,
      Array.from({ length: times }, () => arrivalOf(object)),
    );
    end(response, { status: 200, headers: { ...corsHeaders(request.headers), etag: object.etag } });
    changed();
  } catch (error) {
    objects.drop(file);
    throw error;
  }
}

/** S3 knows no tags here, only whether anything is there. */
function checkNoneMatch(tag: string | undefined, found: StoredObject | undefined): void {
  if (tag !== undefined && tag !== '*')
    throw new S3Refusal(501, 'NotImplemented', 'If-None-Match of a PUT may only be *.');
  if (tag === '*' && found) throw conditionFailed();
}

const conditionFailed = (): S3Refusal =>
  new S3Refusal(412, 'PreconditionFailed', 'At least one of the pre-conditions failed.');

/** Of an object that is encrypted with a key of ours, the tag is no hash of its body. */
const newTag = (): string => `"${randomBytes(16).toString('hex')}"`;

async function getObject({ request, response, key, query }: Call, objects: ObjectStore) {
  const object = objects.find(key);
  if (!object) throw new S3Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
  const { 'if-match': tag = object.etag } = request.headers;
  if (tag !== object.etag && tag !== '*') throw conditionFailed();
  const range = rangeIn(request.headers.range, object.size);
  const { first, last } = range ?? { first: 0, last: object.size - 1 };
  const headers = {
    ...corsHeaders(request.headers),
    ...headersOf(object, query),
    'content-length': last - first + 1,
    ...(range && { 'content-range': `bytes ${first}-${last}/${object.size}` }),
  };
  begin(response, { status: range ? 206 : 200, headers });
  if (request.method === 'HEAD' || last < first) return void response.end();
  await pipeline(
    createReadStream(objects.pathOf(object.file), { start: first, end: last }),
    response,
  );
}

/** What a presigned URL asks to be said about the object instead is part of what was signed. */
const headersOf = ({ etag, type, at }: StoredObject, query: ReadonlyMap<string, string>) => {
  const disposition = query.get('response-content-disposition');
  return {
    etag,
    'content-type': query.get('response-content-type') ?? type,
    'last-modified': new Date(at).toUTCString(),
    'accept-ranges': 'bytes',
    ...(disposition && { 'content-disposition': disposition }),
  };
};

function refuse(response: ServerResponse, request: IncomingMessage, refusal: S3Refusal): void {
  // The rest of a body that is not wanted is not read: the connection ends with the answer.
  const headers = {
    ...corsHeaders(request.headers),
    'content-type': 'application/xml',
    ...(request.complete ? {} : { connection: 'close' }),
  };
  if (response.headersSent) return void response.destroy();
  begin(response, { status: refusal.status, headers });
  response.end(request.method === 'HEAD' ? undefined : refusalXml(refusal));
}

const end = (response: ServerResponse, answer: Answer): void => {
  begin(response, answer);
  response.end();
};

/** The date by the emulator's clock: by any other the SDK would sign for another time. */
const begin = (response: ServerResponse, { status, headers }: Answer): void =>
  void response.writeHead(status, {
    'x-amz-request-id': randomBytes(8).toString('hex').toUpperCase(),
    date: new Date().toUTCString(),
    ...headers,
  });
