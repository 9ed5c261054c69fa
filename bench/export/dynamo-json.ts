/** A row as a line of an export. Undefined fields are left out, as the document client does. */
export const lineOf = (row: Readonly<Record<string, unknown>>): string =>
  `{"Item":${fieldsOf(row)}}`;

const fieldsOf = (row: object): string =>
  `{${Object.entries(row)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}:${attribute(value)}`)
    .join(',')}}`;

function attribute(value: unknown): string {
  if (typeof value === 'string') return `{"S":${JSON.stringify(value)}}`;
  if (typeof value === 'number') return `{"N":"${value}"}`;
  if (typeof value === 'boolean') return `{"BOOL":${value}}`;
  if (value === null) return '{"NULL":true}';
  if (Array.isArray(value)) return `{"L":[${value.map(attribute).join(',')}]}`;
  return `{"M":${fieldsOf(Object(value))}}`;
}
