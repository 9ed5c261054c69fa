import { randomBytes, randomUUID } from 'node:crypto';
import { bucketName } from '#local/environment';
import type { StoredObject } from '#local/s3/object-store';

/** EventBridge's event of an object that came, as a rule hands it to a function. */
export const arrivalOf = ({ key, size, etag, at }: StoredObject) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: '000000000000',
  time: `${new Date(at).toISOString().slice(0, 19)}Z`,
  region: 'ap-southeast-3',
  resources: [`arn:aws:s3:::${bucketName}`],
  detail: {
    version: '0',
    bucket: { name: bucketName },
    object: { key, size, etag: etag.replaceAll('"', ''), sequencer: at.toString(16).toUpperCase() },
    'request-id': randomBytes(8).toString('hex').toUpperCase(),
    requester: '000000000000',
    'source-ip-address': '127.0.0.1',
    reason: 'PutObject',
  },
});
