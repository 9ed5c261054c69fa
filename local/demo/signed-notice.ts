import { Webhook } from 'standardwebhooks';

type Notice = Readonly<{ id: string; at: Date; body: string }>;

/**
 * The headers by which `POST /api/payments` knows the sender (https://www.standardwebhooks.com).
 */
export const signedHeaders = (secret: string, { id, at, body }: Notice) => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
  'webhook-signature': new Webhook(secret).sign(id, at, body),
});
