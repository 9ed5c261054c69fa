import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { App } from 'aws-cdk-lib';
import { ingatStack } from '#lib/ingat-stack';
import { stageNamed } from '#lib/stages';
import { type HandlerName, handlers } from '#triggers';

export type Resource = Readonly<{
  Type: string;
  Properties: Readonly<Record<string, unknown>>;
}>;
export type Resources = Readonly<Record<string, Resource>>;

/** A function as it is deployed: its folder as it was zipped, and what its template says of it. */
export type Deployed = Readonly<{
  folder: string;
  handler: string;
  timeoutSeconds: number;
  variables: Readonly<Record<string, unknown>>;
}>;

/**
 * `cdk synth` of staging with all bundles, outside of the repository, so that a bundle finds
 * nothing but itself.
 */
export function synthesize() {
  const folder = mkdtempSync(join(tmpdir(), 'ingat-bundles-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const app = new App({ context: { ...context, console: 'web/public' }, outdir: folder });
  const { templateFile } = ingatStack(app, stageNamed('staging'));
  app.synth();
  const template = readFileSync(join(folder, templateFile), 'utf8');
  const { Resources: resources }: { Resources: Resources } = JSON.parse(template);
  return { resources, functions: functionsIn(resources, folder) };
}

function functionsIn(resources: Resources, folder: string): ReadonlyMap<HandlerName, Deployed> {
  const all = Object.values(resources).filter(({ Type }) => Type === 'AWS::Lambda::Function');
  const names = Object.keys(handlers) as HandlerName[];
  return new Map(
    names.map((name) => {
      const wanted = `If it fails: ${handlers[name].ifItFails}`;
      const found = all.find(({ Properties }) => Properties.Description === wanted);
      if (!found) throw new Error(`The template has no function ${name}`);
      return [name, deployed(found, folder)];
    }),
  );
}

const deployed = ({ Properties }: Resource, folder: string): Deployed => ({
  folder: join(folder, `asset.${parse((Properties.Code as { S3Key: string }).S3Key).name}`),
  handler: Properties.Handler as string,
  timeoutSeconds: Properties.Timeout as number,
  variables: (Properties.Environment as { Variables: Record<string, unknown> }).Variables,
});
