import { signedHeaders } from '#local/demo/signed-notice';
import { nowIn } from './sign-in.ts';
import { type Answers, type Asked, contentOf, type Given, json, type Step } from './step.ts';

/**
 * The signature is looked at first, so only a payment that is signed well is refused for its NIK.
 * Nothing of it is kept, neither as a payment nor as an unmatched one.
 */
export const payment: Step = {
  name: 'POST /api/payments, signed, with a NIK that has no date of birth',
  expected: '400, about the NIK',
  ask: (given, answers) => paymentSigned(given.webhookSecret, given, answers),
  holds: ({ status, body }) =>
    status === 400 &&
    (contentOf<Refusal>(body)?.error?.issues ?? []).some(({ code }) => code === 'nik-birth-date'),
};

type Refusal = Readonly<{ error: Readonly<{ issues?: readonly Readonly<{ code: string }>[] }> }>;

export const forged: Step = {
  name: 'POST /api/payments, signed with another secret',
  expected: '401',
  ask: (given, answers) => paymentSigned(otherSecret, given, answers),
  holds: ({ status }) => status === 401,
};

const otherSecret = `whsec_${Buffer.from('a secret that no stage has').toString('base64')}`;

function paymentSigned(secret: string, given: Given, answers: Answers): Asked {
  const now = nowIn(answers, given);
  const id = 'smoke-test';
  const body = JSON.stringify({
    ...{ reference: id, channel: id, nik: '9900000000000000', amount: 1, paidAt: now },
  });
  const headers = { ...json, ...signedHeaders(secret, { id, at: new Date(now), body }) };
  return { url: `${given.url}/api/payments`, method: 'POST', headers, body };
}
