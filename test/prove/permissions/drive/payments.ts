import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '#table';
import { json } from '../../../stage/calls.ts';
import { cast, comesLater, isUnknown } from './cast.ts';
import { eraseHalf, idOf } from './people.ts';
import { type Place, tableOf } from './place.ts';

const finance = (content: unknown) => ({ role: 'finance' as const, ...json(content) });

export async function bringMoney(place: Place): Promise<void> {
  // The first function of a deployment that maps NIKs writes the layout.
  const { client, tableName: TableName } = tableOf();
  await client.send(new DeleteCommand({ TableName, Key: keys.layout }));
  const { pays, paysTwice, isInGroup, isErased, isHalfErased } = cast;
  for (const { nik } of [pays, isInGroup, isErased, isHalfErased, comesLater, isUnknown])
    await place.pay({ reference: `P-${nik}`, nik, amount: 8_400 });
  await place.pay({ reference: 'P-2', nik: paysTwice.nik, amount: 16_800, months: 1 });
  const rows = ['pos', 'bank'].map(
    (channel, index) =>
      `F-${index},${channel},${[pays, isUnknown][index]?.nik},8400,2026-11-09T10:00:00+07:00,1`,
  );
  const body = ['reference,channel,nik,amount,paid_at,months', ...rows, ''].join('\n');
  await place.ask('POST', '/api/payments/import', { role: 'finance', body });
}

const channel = 'counter';

export async function setMoneyRight(place: Place): Promise<void> {
  const reason = 'Sent twice';
  const workerId = await idOf(place, cast.pays);
  const unknown = { channel, reference: `P-${isUnknown.nik}` };
  await place.ask('POST', '/api/payments/match', finance({ ...unknown, workerId }));
  const { nik } = cast.isHalfErased;
  await eraseHalf(place, cast.isHalfErased);
  for (const reference of [`P-${nik}`, `P-${cast.pays.nik}`])
    await place.ask('POST', '/api/payments/reverse', finance({ channel, reference, reason }));
  // Nothing before the first roster can be closed, and nothing since is final yet.
  const { client, tableName: TableName } = tableOf();
  const Item = { ...keys.firstImport, on: '2026-07-01' };
  await client.send(new PutCommand({ TableName, Item }));
  await place.ask('POST', '/api/closings', finance({ month: '2026-07' }));
  for (const path of ['closings', 'closings/2026-07'])
    await place.ask('GET', `/api/${path}`, { role: 'finance' });
  await place.ask('GET', '/api/payments?from=2026-11-10', { role: 'finance' });
}
