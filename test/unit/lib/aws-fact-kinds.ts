/** Kinds of facts: what AWS limits, as a function of a template. aws-facts.ts has the numbers. */
type Resource = Readonly<{ Type: string; Properties?: Properties }>;
export type Template = Readonly<{
  Description?: string;
  Outputs?: Readonly<Record<string, unknown>>;
  Resources: Readonly<Record<string, Resource>>;
}>;
type Properties = Readonly<Record<string, unknown>>;
export type Fact = Readonly<{
  fact: string;
  source: string;
  breaches(template: Template): readonly string[];
  planted: Template;
}>;

const of = ({ Resources }: Template, type: string) =>
  Object.entries(Resources)
    .filter(([, { Type }]) => Type === type)
    .map(([id, { Properties = {} }]) => ({ id, ...Properties }) as Properties & { id: string });

const ids = (found: readonly Readonly<{ id: string }>[]): readonly string[] =>
  found.map(({ id }) => id);

/**
 * What a value of the template is at most as long as, once AWS has put an ARN for each reference.
 */
const arn = 'x'.repeat(130);
const lengthOf = (value: unknown): number =>
  JSON.stringify(value ?? '', (_, part) => (isReference(part) ? arn : part)).length;
const isReference = (part: unknown): boolean =>
  typeof part === 'object' && part !== null && /^{"(Ref|Fn::)/.test(JSON.stringify(part));

/** The keys by which more than `most` of these stand together. */
function crowded(parts: readonly unknown[], most: number): readonly string[] {
  const keys = parts.map((part) => JSON.stringify(part));
  return [...new Set(keys)].filter((key) => keys.filter((each) => each === key).length > most);
}

const within = (value: unknown, path: string): unknown =>
  path.split('.').reduce((part: unknown, name) => (part as Properties | undefined)?.[name], value);

/** A text of a resource that may not be longer. */
export const atMost = (most: number, type: string, path: string, source: string): Fact => ({
  fact: `${type}: ${path} has at most ${most} characters`,
  source,
  breaches: (template) =>
    ids(of(template, type).filter((each) => String(read(within(each, path))).length > most)),
  planted: planting(type, nested(path, 'x'.repeat(most + 1))),
});
const read = (value: unknown) => (typeof value === 'string' ? value : '');

export const planting = (Type: string, Properties: Properties, times = 1): Template => ({
  Resources: Object.fromEntries(
    Array.from({ length: times }, (_, index) => [`Planted${index}`, { Type, Properties }]),
  ),
});
const nested = (path: string, value: unknown): Properties =>
  path.split('.').reduceRight((inner: unknown, name) => ({ [name]: inner }), value) as Properties;

/** A document that may not be larger. */
export const document = (most: number, type: string, path: string, source: string): Fact => ({
  fact: `${type}: ${path} has at most ${most} bytes`,
  source,
  breaches: (template) =>
    ids(of(template, type).filter((each) => lengthOf(within(each, path)) > most)),
  planted: planting(type, nested(path, { Statement: 'x'.repeat(most) })),
});

/** So many resources of a type may share what stands at the path. */
export const together = (most: number, type: string, path: string, source: string): Fact => ({
  fact: `${type}: at most ${most} share one ${path}`,
  source,
  breaches: (template) =>
    crowded(
      of(template, type).map((each) => within(each, path)),
      most,
    ),
  planted: planting(type, nested(path, { Ref: 'One' }), most + 1),
});

/** A list or number that may not be more. */
export const number = (most: number, type: string, path: string, source: string): Fact => ({
  fact: `${type}: ${path} is at most ${most}`,
  source,
  breaches: (template) =>
    ids(of(template, type).filter((each) => amount(within(each, path)) > most)),
  planted: planting(type, nested(path, most + 1)),
});
/** A number that may not be less, where it stands. */
export const atLeast = (least: number, type: string, path: string, source: string): Fact => ({
  fact: `${type}: ${path} is at least ${least}`,
  source,
  breaches: (template) =>
    ids(of(template, type).filter((each) => amount(within(each, path) ?? least) < least)),
  planted: planting(type, nested(path, least - 1)),
});
const amount = (value: unknown): number =>
  Array.isArray(value) ? value.length : typeof value === 'number' ? value : 0;

export const whole = (
  fact: string,
  isBroken: (template: Template) => boolean,
  planted: Template,
): Fact => ({
  fact,
  source: 'CloudFormation user guide, "Understand CloudFormation quotas"',
  breaches: (template) => (isBroken(template) ? [fact] : []),
  planted,
});

export const inlineOf = (
  template: Template,
): readonly Readonly<{ role: string; length: number }>[] =>
  of(template, 'AWS::IAM::Policy').flatMap(({ Roles, PolicyDocument }) =>
    (Roles as readonly unknown[]).map((role) => ({
      role: JSON.stringify(role),
      length: lengthOf(PolicyDocument),
    })),
  );

/** Sums by key which are over the limit. */
export function over(parts: readonly Readonly<{ role: string; length: number }>[], most: number) {
  const sums = new Map<string, number>();
  for (const { role, length } of parts) sums.set(role, (sums.get(role) ?? 0) + length);
  return [...sums].filter(([, sum]) => sum > most).map(([role]) => role);
}

/** The queues that hide a message too briefly for the function that reads them. */
export function hasty(template: Template): readonly string[] {
  const { Resources } = template;
  const named = (id: string) => Resources[id]?.Properties ?? {};
  return of(template, 'AWS::Lambda::EventSourceMapping').flatMap(
    ({ EventSourceArn, FunctionName }) => {
      const [id = ''] = (within(EventSourceArn, 'Fn::GetAtt') ?? []) as readonly string[];
      if (Resources[id]?.Type !== 'AWS::SQS::Queue') return [];
      const visible = amount(named(id).VisibilityTimeout);
      return visible < 6 * amount(named(String(within(FunctionName, 'Ref'))).Timeout) ? [id] : [];
    },
  );
}
