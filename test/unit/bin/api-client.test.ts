import { createServer } from 'node:http';
import { expect, it, vi } from 'vitest';
import { close, listen } from '#local/http/aws-protocols';
import { connect } from '../../../bin/api-client.ts';

// nodejs #46375; cht-core #10296
it('what counts twice if it is said twice is said once, though its answer was lost', async () => {
  let calls = 0;
  const server = createServer(({ socket }) => {
    calls += 1;
    socket.destroy();
  });
  vi.stubEnv('INGAT_TOKEN', 'token');
  const url = `http://127.0.0.1:${await listen(server, 0)}`;
  const api = await connect({ url, data: '.ingat' });
  await expect(api.post('/', { body: '{}', safeToRepeat: false })).rejects.toThrow(
    'cannot be reached. It may have been done all the same: look before you run the command again',
  );
  expect(calls).toBe(1);
  await close(server);
});
