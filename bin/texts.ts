import { parseArgs } from 'node:util';
import { connect } from './api-client.ts';
import { command } from './command.ts';

const usage = `npm run texts -- PHONE [--data DIR]

  The texts that a phone has got from this machine's stage, oldest first. PHONE as anybody writes it: 0870…, +62870….`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string', default: '.ingat' } },
});

type Outbox = Readonly<{ items: readonly Readonly<{ at: string; text: string }>[] }>;

async function main(phone: string): Promise<void> {
  const api = await connect({ url: undefined, data: values.data });
  const { items } = await api.get<Outbox>(`/_local/outbox?phone=${encodeURIComponent(phone)}`);
  for (const { at, text } of items)
    console.log(
      `${new Date(at).toLocaleString('en-GB', { timeZone: 'Asia/Jakarta', dateStyle: 'medium', timeStyle: 'short' })}  ${text}`,
    );
  console.log(items.length === 1 ? '1 text' : `${items.length} texts`);
}

await command(usage, positionals, main);
