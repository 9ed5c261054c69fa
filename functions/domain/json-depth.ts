/**
 * Whether objects and lists are nested deeper than `most`. In one pass over the text, as whatever
 * looks at the parsed value (a schema, JSON.stringify) calls itself once a level and would
 * overflow the stack. Of text that is not JSON it says something; parsing refuses it.
 */
export function isDeeperThan(most: number, json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (isText && sign === '\\') at++;
    else if (sign === '"') isText = !isText;
    else if (isText) continue;
    else if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    if (depth > most) return true;
  }
  return false;
}
