import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { one, resources } from './staging.ts';

type Widget = Readonly<{
  type: string;
  properties: Readonly<{
    title?: string;
    query?: string;
    alarms?: readonly string[];
    metrics?: readonly (readonly unknown[])[];
  }>;
}>;

/** What CloudFormation fills in reads as the logical id of the resource. */
function bodyOf(): Readonly<{ widgets: readonly Widget[] }> {
  const { DashboardBody } = one('AWS::CloudWatch::Dashboard', 'Dashboard') as {
    DashboardBody: { 'Fn::Join': [string, readonly (string | Reference)[]] };
  };
  const [, parts] = DashboardBody['Fn::Join'];
  return JSON.parse(
    parts
      .map((part) => (typeof part === 'string' ? part : (part.Ref ?? part['Fn::GetAtt']?.[0])))
      .join(''),
  );
}
type Reference = Readonly<{ Ref?: string; 'Fn::GetAtt'?: readonly [string, string] }>;

const { widgets } = bodyOf();
const series = widgets.flatMap(({ properties: { title = '', metrics = [] } }) =>
  metrics.map((metric) => ({ title, metric })),
);
const isExpression = (metric: readonly unknown[]): boolean => typeof metric[0] === 'object';
const stored = series.filter(({ metric }) => !isExpression(metric));

/** What AWS itself measures of what the stack has, by its own documentation. */
const measuredByAws: Readonly<Record<string, readonly string[]>> = {
  'AWS/SQS': ['ApproximateAgeOfOldestMessage'],
  'AWS/SNS': ['SMSMonthToDateSpentUSD'],
  'AWS/Lambda': ['IteratorAge'],
  'AWS/ApiGateway': ['5xx', 'Latency'],
};

/** The names that functions count, in the files in which they do. */
const counting = globSync('functions/**/*.ts')
  .map((path) => readFileSync(path, 'utf8'))
  .filter((source) => /(metrics|counter)\.count\(/.test(source));
const isCounted = (name: string): boolean =>
  counting.some((source) => new RegExp(`count\\(\\s*'${name}'`).test(source)) ||
  counting.some((source) => source.includes('const name of') && source.includes(`'${name}'`));

describe('the dashboard', () => {
  it.each(stored)('shows in "$title" what something measures: $metric', ({ metric }) => {
    const [namespace, name, ...rest] = metric as readonly string[];
    if (namespace === 'Ingat') {
      expect(isCounted(name ?? '')).toBe(true);
      expect(rest.slice(0, 2)).toEqual(['service', 'ingat']);
    } else expect(measuredByAws[namespace ?? '']).toContain(name);
  });

  it('names only resources that are there', () => {
    const ids = ['AWS::SQS::Queue', 'AWS::Lambda::Function', 'AWS::ApiGatewayV2::Api']
      .flatMap((type) => [...resources(type).keys()])
      .concat(['ingat']);
    const values = stored
      .map(({ metric }) => metric.slice(2).filter((part) => typeof part === 'string'))
      .filter((dimensions) => dimensions.length > 0)
      .map((dimensions) => String(dimensions[1]));
    expect(values.filter((value) => !ids.some((id) => value.includes(id)))).toEqual([]);
  });

  it('shows every alarm, of which AWS takes a hundred', () => {
    const [shown] = widgets.flatMap(({ properties: { alarms } }) => (alarms ? [alarms] : []));
    expect(shown?.toSorted()).toEqual([...resources('AWS::CloudWatch::Alarm').keys()].toSorted());
    expect(shown?.length).toBeLessThanOrEqual(100);
  });

  it('counts payments by channel from the line that receive-payment logs', () => {
    const [query] = widgets.flatMap(({ properties: { query } }) => query ?? []);
    const source = readFileSync('functions/handlers/api/receive-payment.ts', 'utf8');
    const [, line = ''] = /logger\.info\('payment received', \{([^}]*)\}/.exec(source) ?? [];
    expect(query).toContain('message = "payment received"');
    for (const field of ['status', 'channel']) {
      expect(query).toContain(field);
      expect(line).toContain(field);
    }
  });
});
