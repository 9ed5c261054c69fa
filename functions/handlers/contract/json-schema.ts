import * as z from 'zod';

/** As JSON Schema; what has an id stands under `$defs`, until `withComponents` gathers it. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  const { properties, $defs } = z.toJSONSchema(z.object({ schema }), {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema: made }) => {
      // Answers may gain fields; requests say themselves where they may not.
      if (io === 'output' && made.additionalProperties === false) delete made.additionalProperties;
      if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum;
      if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum;
    },
  });
  return { ...Object(properties?.schema), ...($defs && { $defs }) };
}

/** The document with all named schemas in one place, each with its example. */
export function withComponents<D extends Readonly<{ components: object }>>(
  examples: Readonly<Record<string, unknown>>,
  document: D,
) {
  const schemas: Record<string, object> = {};
  const gathered = JSON.parse(JSON.stringify(document), (name, value) => {
    if (name !== '$defs') return value;
    Object.assign(schemas, value);
    return undefined;
  });
  const sorted = Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1));
  const named = sorted.map(([name, schema]) => {
    const example = examples[name];
    return [name, example ? { ...schema, examples: [example] } : schema];
  });
  const components = { ...gathered.components, schemas: Object.fromEntries(named) };
  const whole = { ...gathered, components };
  return JSON.parse(JSON.stringify(whole).replaceAll('#/$defs/', '#/components/schemas/'));
}
