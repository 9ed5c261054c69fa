import type { Moto } from '../moto.ts';

export type Text = Readonly<{ phone: string; text: string }>;

/** Moto forgets a text that goes to a phone; its record of requests does not. */
export const recordTexts = ({ url }: Pick<Moto, 'url'>): Promise<unknown> =>
  fetch(`${url}/moto-api/recorder/start-recording`, { method: 'POST' });

/** What SNS was asked to send, oldest first. */
export async function textsSent({ url }: Pick<Moto, 'url'>): Promise<readonly Text[]> {
  const recorded = await (await fetch(`${url}/moto-api/recorder/download-recording`)).text();
  return recorded
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Readonly<{ body: string; body_encoded: boolean }>)
    .map(({ body, body_encoded: isEncoded }) =>
      isEncoded ? Buffer.from(body, 'base64').toString() : body,
    )
    .map((body) => new URLSearchParams(body))
    .filter((asked) => asked.get('Action') === 'Publish')
    .map((asked) => ({ phone: asked.get('PhoneNumber') ?? '', text: asked.get('Message') ?? '' }));
}
