import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { type Bucket, listKey, uploadKey } from '#aws/imports/import-files';
import { uploadSeconds } from '#domain/imports/import-view';
import type { ImportAddresses } from '#flows/imports/import-store';

const headers = { 'content-type': 'text/csv' } as const;
const listSeconds = 300;

export const importAddresses = ({ client, bucket: Bucket }: Bucket): ImportAddresses => ({
  /** Signed with its length and type: S3 refuses any other file. */
  async upload(importId, bytes) {
    const file = { Bucket, Key: uploadKey(importId), ContentLength: bytes };
    const command = new PutObjectCommand({ ...file, ContentType: headers['content-type'] });
    const url = await getSignedUrl(client, command, {
      expiresIn: uploadSeconds,
      signableHeaders: new Set(['host', 'content-type', 'content-length']),
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
