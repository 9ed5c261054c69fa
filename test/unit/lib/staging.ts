import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ingatStack } from '#lib/ingat-stack';
import { type Stage, stageNamed } from '#lib/stages';
import type { Resources } from '#local/cloudwatch/template-names';
import { type HandlerName, handlers } from '#triggers';

type Properties = Readonly<Record<string, unknown>>;

const folder = mkdtempSync(join(tmpdir(), 'ingat-infra-'));
process.once('exit', () => rmSync(folder, { recursive: true }));

/**
 * The stack of a stage like `cdk synth`, without the slow bundling, which `npm run synth` does. For
 * who changes it, or wants it anew.
 */
export function newStackOf(
  stage: string,
  told: Parameters<typeof stageNamed>[1] = {},
  facts: Partial<Stage> = {},
): Stack {
  const { context } = JSON.parse(
    readFileSync(new URL('../../../cdk.json', import.meta.url), 'utf8'),
  );
  const app = new App({
    context: { ...context, 'aws:cdk:bundling-stacks': [], console: 'web/public' },
    outdir: mkdtempSync(join(folder, stage)),
  });
  return ingatStack(app, { ...stageNamed(stage, told), ...facts });
}

type Asked = Parameters<typeof newStackOf>;
const stacks = new Map<string, Stack>();

/** For all who only read it: a synthesis takes a second. */
export function stackOf(...[stage, told = {}, facts = {}]: Asked): Stack {
  const key = JSON.stringify([stage, told, facts]);
  const stack = stacks.get(key) ?? newStackOf(stage, told, facts);
  stacks.set(key, stack);
  return stack;
}

const template = Template.fromStack(stackOf('staging'));

/** The resources of this type by their logical id. */
export const resources = (type: string): ReadonlyMap<string, Properties> =>
  new Map(
    Object.entries(template.findResources(type)).map(([id, { Properties }]) => [
      id,
      Properties as Properties,
    ]),
  );

export const properties = (type: string): readonly Properties[] => [...resources(type).values()];

/** What has to stand before the resources of this type are made. */
export const dependencies = (type: string): readonly string[] =>
  Object.values(template.findResources(type)).flatMap(({ DependsOn }) => DependsOn ?? []);

/** The one resource of this type whose logical id or properties hold this word. */
export function one(type: string, word: string): Properties {
  const [found, ...others] = [...resources(type)].filter(([id, each]) =>
    `${id} ${JSON.stringify(each)}`.includes(word),
  );
  if (!found || others.length > 0)
    throw new Error(
      `${others.length + (found ? 1 : 0)} of ${type} hold ${word}; there should be one`,
    );
  return found[1];
}

export const functionOf = (handler: HandlerName) =>
  one('AWS::Lambda::Function', `"If it fails: ${handlers[handler].ifItFails}"`);

export type Statement = Readonly<{
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}>;

/** Every statement that a role of the stack has, with the policy it stands in. */
export const statements = (): readonly Readonly<{ policy: string; statement: Statement }>[] =>
  [...resources('AWS::IAM::Policy')].flatMap(([policy, { PolicyDocument }]) =>
    (PolicyDocument as { Statement: Statement[] }).Statement.map((statement) => ({
      policy,
      statement,
    })),
  );

export const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? value : [value as T];

/** All resources of a stack, with their types. */
export const resourcesOf = (stack: Stack): Resources =>
  Template.fromStack(stack).toJSON().Resources;

export const allResources: Resources = template.toJSON().Resources;
