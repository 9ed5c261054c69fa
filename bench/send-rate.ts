import { attempt, readOptions } from '../bin/command.ts';
import { usualTails } from './send-rate/latency.ts';
import { rateOf } from './send-rate/measured.ts';
import { simulate } from './send-rate/simulation.ts';

const usage = `node bench/send-rate.ts -- [--rate 1200] [--senders 64] [--texts 24000]
    [--limit 12000] [--transaction 20] [--sms 60] [--tails 0.001x12,0.01x4] [--seed 1]

  The whole of sendReminders over the ports in memory, in virtual time: so many senders, until so
  many texts of one part have left, under a month's limit of so many texts. A transaction, half of
  it for a single row, and a text take so many milliseconds, and a share of the calls so many times
  as long. Without --senders as many as the rate has. npm run bench -- send-rate prints the table.`;

const given = readOptions(
  {
    rate: { type: 'string', default: '1200' },
    senders: { type: 'string' },
    texts: { type: 'string', default: '24000' },
    limit: { type: 'string' },
    transaction: { type: 'string', default: '20' },
    sms: { type: 'string', default: '60' },
    tails: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
  usage,
);

const tailsOf = (text: string) =>
  text
    .split(',')
    .map((each) => each.split('x').map(Number))
    .map(([share = 0, times = 1]) => [share, times] as const);

await attempt(async () => {
  const { left, ...simulated } = await simulate({
    rate: Number(given.rate),
    texts: Number(given.texts),
    transaction: Number(given.transaction),
    sms: Number(given.sms),
    seed: Number(given.seed),
    tails: given.tails ? tailsOf(given.tails) : usualTails,
    ...(given.senders ? { senders: Number(given.senders) } : {}),
    ...(given.limit ? { limitInTexts: Number(given.limit) } : {}),
  });
  const reads = simulated.reads / left.length;
  console.log({ ...rateOf(left, Number(given.rate)), ...simulated, reads });
});
