import type { Rang } from '#local/cloudwatch/cloudwatch';
import type { Watched } from '#local/cloudwatch/watched';
import type { CallFault } from '#local/faults';
import type { HandlerName } from '#triggers';
import { json } from '../../stage/calls.ts';
import type { TestStage } from '../../stage/stage.ts';

/** What is made to happen, and the alarms that ring for it: these and no others. */
export type Trial = Readonly<{
  cause: string;
  make(stage: TestStage): Promise<unknown>;
  rings: readonly string[];
}>;

type Alarms = Readonly<{
  items: readonly Readonly<{ name: string; state: string }>[];
  rang: readonly Rang[];
}>;

/** From now on the stage is watched as the deployed stack would be. */
export const watch = (stage: TestStage, watched: Watched): Promise<Alarms> =>
  stage.ask('POST', '/_local/alarms', json(watched));

export const alarms = (stage: TestStage): Promise<Alarms> => stage.ask('GET', '/_local/alarms');

/** What rings until a quarter of an hour after it, each alarm once, by name. */
export async function rungBy(stage: TestStage, { make }: Trial): Promise<readonly Rang[]> {
  const before = (await alarms(stage)).rang.length;
  await make(stage);
  await stage.clockBy('PT15M');
  const { rang } = await alarms(stage);
  // So that they can ring again for the next: a window of three periods of five minutes.
  await stage.clockBy('PT15M');
  const byName = new Map(rang.slice(before).map((each) => [each.name, each]));
  return [...byName.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
}

type Until = Readonly<{ to: string; kind?: CallFault; count?: number }>;

/** The next calls of the function go wrong, three of them if not told, until `to`. */
export const broken =
  (handler: HandlerName, { to, kind = 'fail', count = 3 }: Until) =>
  async (stage: TestStage): Promise<void> => {
    await stage.faults({ lambda: [{ handler, kind, count }] });
    await stage.clockTo(to);
    await stage.faults({ lambda: [] });
  };

/** More than anything is tried within a trial. */
export const many = 1_000;

/** How CDK writes a construct of this id within a logical id. */
export const idOf = (handler: HandlerName): string => handler.replaceAll('-', '');
