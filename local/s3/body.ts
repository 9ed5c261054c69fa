import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { S3Refusal } from '#local/s3/refusal';

/** What one call may bring; more needs several parts. */
const largestBody = 5 * 1024 ** 3;

/**
 * Streams a body into a new file for the owner's eyes, and answers how many bytes it has. Throws
 * where it is not what its headers say. `sha256`: the hash that was signed, if any. `checksum`:
 * base64 of the CRC-32, from a header or, where a presigned URL has it, from the query.
 */
export async function receiveBody(
  request: IncomingMessage,
  path: string,
  { sha256, checksum }: Readonly<{ sha256: string | null; checksum: string | undefined }>,
): Promise<number> {
  const length = request.headers['content-length'];
  if (length === undefined)
    throw new S3Refusal(411, 'MissingContentLength', 'You must provide the Content-Length header.');
  if (Number(length) > largestBody)
    throw new S3Refusal(400, 'EntityTooLarge', 'Your proposed upload exceeds 5 GB.');
  const seen = measured();
  await pipeline(request, seen.stream, createWriteStream(path, { mode: 0o600 }));
  const { size, sha, crc } = seen.result();
  if (sha256 !== null && sha !== sha256)
    throw new S3Refusal(400, 'XAmzContentSHA256Mismatch', 'The body is not the one signed.');
  if (checksum !== undefined && checksum !== crc)
    throw new S3Refusal(400, 'BadDigest', 'The CRC32 you specified did not match the body.');
  return size;
}

function measured() {
  const sha = createHash('sha256');
  let size = 0;
  let crc = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      sha.update(chunk);
      crc = crc32(chunk, crc);
      done(null, chunk);
    },
  });
  const result = () => ({
    ...{ size, sha: sha.digest('hex') },
    crc: Buffer.from(crc.toString(16).padStart(8, '0'), 'hex').toString('base64'),
  });
  return { stream, result };
}
