import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** The contract as it is committed; here an object has no fields but those that are named. */
const contract = JSON.parse(
  readFileSync(new URL('../../docs/api/openapi.json', import.meta.url), 'utf8'),
  (_, value) =>
    value?.type === 'object' && value.properties
      ? { additionalProperties: false, ...value }
      : value,
);
// The formats of days and moments have patterns of their own beside them.
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(contract, 'contract');

export type Answered = Readonly<{
  routeKey: string;
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer;
}>;

/** In what an answer is not as the contract says: a sentence each. */
export function answerFaults({ routeKey, status, headers, body }: Answered): readonly string[] {
  const [method = '', path = ''] = routeKey.split(' ');
  const place = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content'];
  const content = place.reduce((part, name) => part?.[name], contract);
  const type = headers['content-type']?.split(';')[0] ?? 'nothing';
  if (!content?.[type]) return [`${routeKey} may not answer ${status} with ${type}`];
  return type === 'application/json'
    ? schemaFaults([...place, type, 'schema'], JSON.parse(String(body))).map(
        (fault) => `${routeKey} answers ${status}: ${fault}`,
      )
    : [];
}

export function schemaFaults(place: readonly string[], value: unknown): readonly string[] {
  const pointer = place.map((name) => name.replaceAll('~', '~0').replaceAll('/', '~1'));
  const validate = ajv.getSchema(`contract#/${pointer.map(encodeURIComponent).join('/')}`);
  if (!validate) throw new Error(`The contract has no schema at ${place.join(' ')}`);
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
