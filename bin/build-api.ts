import { writeFileSync } from 'node:fs';
import { openApi } from '#handlers/contract/openapi';
import { readOptions } from './command.ts';

readOptions(
  {},
  `npm run build:api

  Writes docs/api/openapi.json anew: for after a change to a route, a request or an answer.

  Example: npm run build:api`,
);

writeFileSync('docs/api/openapi.json', `${JSON.stringify(openApi(), null, 1)}\n`);
