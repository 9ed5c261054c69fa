import { expect, it } from 'vitest';
import { identity } from '#aws/people/identity';

const nik = '9972015708950001';

it('is the same for the same NIK, today and in ten years', () => {
  // Worked out by hand: printf %s 9972015708950001 | openssl dgst -sha256 -hmac "a secret"
  expect(identity('a secret').workerIdOf(nik)).toBe('wrk_e0573c1ba7cf3cfca48a');
});

it('cannot be worked out without the secret', () => {
  expect(identity('another secret').workerIdOf(nik)).not.toBe(identity('a secret').workerIdOf(nik));
});

it('tells neighbours apart', () => {
  expect(identity('a secret').workerIdOf('9972015708960001')).not.toBe(
    identity('a secret').workerIdOf(nik),
  );
});
