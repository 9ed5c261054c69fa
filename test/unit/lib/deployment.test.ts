import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import type { Template as Synthesized } from './aws-fact-kinds.ts';
import { awsFacts } from './aws-facts.ts';
import { stackOf } from './staging.ts';

const facts = awsFacts.map(({ fact, ...held }) => [fact, held] as const);

type Resource = Readonly<{
  Type: string;
  DeletionPolicy?: string;
  Properties?: Readonly<Record<string, unknown>>;
}>;

/** What AWS enforces and no linter knows, and what a failed creation leaves behind. */
describe.each(['staging', 'production'])('the first deployment of %s', (stage) => {
  const first = stackOf(stage, { unprotected: true });
  const template = Template.fromStack(first).toJSON() as Synthesized;
  const resources: Readonly<Record<string, Resource>> = template.Resources;
  const ofType = (type: string) =>
    Object.entries(resources).filter(([, { Type }]) => Type === type);

  it.each(facts)('is no more than AWS takes: %s', (_, { breaches, source }) => {
    expect(breaches(template), source).toEqual([]);
  });

  it('asks CloudFront for no log in a bucket of Jakarta, which AWS refuses', () => {
    const [[, distribution] = []] = ofType('AWS::CloudFront::Distribution');
    expect(first.region).toBe('ap-southeast-3');
    expect(distribution?.Properties?.DistributionConfig).not.toHaveProperty('Logging');
  });

  it('can be deleted where it failed, and made anew', () => {
    expect(first.terminationProtection).toBe(false);
    expect(JSON.stringify(resources)).not.toMatch(/"DeletionProtection(Enabled)?":(true|"ACTIVE")/);
  });

  it('keeps only what was once made: no key, secret or table of a creation that failed', () => {
    const kept = Object.values(resources).filter(({ DeletionPolicy }) =>
      DeletionPolicy?.startsWith('Retain'),
    );
    expect(kept.map(({ Type }) => Type)).toEqual(
      expect.arrayContaining(['AWS::DynamoDB::GlobalTable', 'AWS::Cognito::UserPool']),
    );
    expect(kept.filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain')).toEqual([]);
  });

  it('empties each bucket that is deleted: AWS deletes no other', () => {
    const emptied = ofType('Custom::S3AutoDeleteObjects').map(([, { Properties }]) =>
      JSON.stringify(Properties?.BucketName),
    );
    const deleted = ofType('AWS::S3::Bucket').filter(
      ([, { DeletionPolicy }]) => DeletionPolicy === 'Delete',
    );
    expect(deleted).toHaveLength(3);
    expect(emptied.toSorted()).toEqual(
      deleted.map(([id]) => JSON.stringify({ Ref: id })).toSorted(),
    );
  });

  it('keeps a distance from the limits of AWS: 500 resources, 1 MB', () => {
    expect(Object.keys(resources).length).toBeLessThan(475);
    expect(JSON.stringify(Template.fromStack(first).toJSON()).length).toBeLessThan(700_000);
  });

  it('is protected by every later one', () => {
    const later = stackOf(stage);
    const [table, users] = ['AWS::DynamoDB::GlobalTable', 'AWS::Cognito::UserPool'].map((type) =>
      JSON.stringify(Object.values(Template.fromStack(later).findResources(type))),
    );
    expect(later.terminationProtection).toBe(true);
    expect(table).toContain('"DeletionProtectionEnabled":true');
    expect(users).toContain('"DeletionProtection":"ACTIVE"');
  });
});

it.each(facts)('a template that breaks it is found: %s', (_, { breaches, planted }) => {
  expect(breaches(planted)).not.toEqual([]);
});
