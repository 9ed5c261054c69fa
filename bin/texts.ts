import { connect } from './api-client.ts';
import { command, dataOption } from './command.ts';
import { checkPhone } from './typed.ts';

const usage = `npm run texts -- PHONE [--data DIR]

  Shows the texts that a phone got on this machine, oldest first.
  PHONE in any form: 0870…, +62870….

  Example: npm run texts -- 087000000100`;

type Outbox = Readonly<{ items: readonly Readonly<{ at: string; text: string }>[] }>;

await command(usage, dataOption, async (phone, { data }) => {
  checkPhone(phone);
  const api = await connect({ url: undefined, data });
  const { items } = await api.get<Outbox>(`/_local/outbox?phone=${encodeURIComponent(phone)}`);
  for (const { at, text } of items) console.log(`${inJakarta(at)}  ${text}`);
  console.log(items.length === 1 ? '1 text' : `${items.length} texts`);
});

function inJakarta(at: string): string {
  const format = { timeZone: 'Asia/Jakarta', dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Date(at).toLocaleString('en-GB', format);
}
