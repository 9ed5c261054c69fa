import { writeFileSync } from 'node:fs';
import { openApi } from '#handlers/contract/openapi';

/** Writes the contract anew: run it after a change to a route, a request or an answer. */
writeFileSync('docs/api/openapi.json', `${JSON.stringify(openApi(), null, 1)}\n`);
