import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { Stage } from '#lib/stages';
import type { Aws } from '../aws/clients.ts';
import { inOneSentence } from '../aws/faults.ts';
import { bootstrap, region } from './account.ts';
import { subscriber } from './alarms.ts';
import { concurrency, tableWrites, textsPerSecond } from './capacity.ts';
import { type Line, type Look, look, standings } from './check.ts';
import { certificate, webAcl } from './console.ts';
import { deliveryLogGroups } from './delivery-logs.ts';
import { mail } from './mail.ts';
import { sandbox, senderId, spendLimit, spendQuota } from './messages.ts';

const looks: readonly Look[] = [
  look(region),
  look(bootstrap),
  look(deliveryLogGroups),
  look(spendQuota),
  look(certificate),
  look(webAcl),
  look(subscriber),
  look(concurrency),
  look(sandbox),
  look(senderId),
  look(spendLimit),
  look(textsPerSecond),
  look(tableWrites),
  look(mail),
];

export type Preflight = Readonly<{ account: string; caller: string; lines: readonly Line[] }>;

/** Reads whatever a deployment and a first text need, and writes nothing. */
export async function preflight(aws: Aws, stage: Stage): Promise<Preflight> {
  const { Account: account = '', Arn: caller = '' } = await aws.sts
    .send(new GetCallerIdentityCommand())
    .catch((error) => {
      throw inOneSentence(error);
    });
  const lines = await Promise.all(looks.map((each) => each(aws, { stage, account })));
  const order = ({ standing }: Line): number => standings.indexOf(standing);
  return { account, caller, lines: lines.toSorted((a, b) => order(a) - order(b)) };
}

export const shown = ({ standing, name, sentence }: Line): string =>
  `${standing.padEnd(Math.max(...standings.map(({ length }) => length)))}  ${name}: ${sentence}`;
