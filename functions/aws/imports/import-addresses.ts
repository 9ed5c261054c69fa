import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { type Bucket, listKey, uploadKey } from '#aws/imports/import-files';
import { uploadSeconds } from '#domain/imports/import-view';
import type { ImportAddresses } from '#flows/imports/import-store';

const headers = { 'content-type': 'text/csv', 'if-none-match': '*' } as const;
const listSeconds = 300;

export const importAddresses = ({ client, bucket: Bucket }: Bucket): ImportAddresses => ({
  /** Signed with its length and type, and once only: S3 refuses any other file, and a second. */
  async upload(importId, bytes) {
    const command = new PutObjectCommand({
      ...{ Bucket, Key: uploadKey(importId), ContentLength: bytes },
      ...{ ContentType: headers['content-type'], IfNoneMatch: headers['if-none-match'] },
    });
    const url = await getSignedUrl(client, command, {
      expiresIn: uploadSeconds,
      signableHeaders: new Set(['host', 'content-length', ...Object.keys(headers)]),
    });
    return { method: 'PUT', url, headers };
  },

  list({ fileName, ...list }) {
    const name = `${fileName.replace(/\.csv$/i, '').replace(/[^\w.-]+/g, '-')}.refused.csv`;
    const command = new GetObjectCommand({
      ...{ Bucket, Key: listKey(list) },
      ResponseContentDisposition: `attachment; filename="${name}"`,
    });
    return getSignedUrl(client, command, { expiresIn: listSeconds });
  },
});
