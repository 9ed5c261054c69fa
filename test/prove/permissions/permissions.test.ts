import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HandlerName, handlers } from '#triggers';
import { explained, neverMade, sentByNone } from './acknowledged.ts';
import { nameOf, readIn } from './calls.ts';
import { askedFor } from './deployed.ts';
import { everything } from './drive/everything.ts';
import { type Heard, heard, inWords } from './hearing.ts';
import { askedByLambda } from './lambda-itself.ts';
import { type Call, type Recorded, recorded } from './recorder.ts';
import { account, region } from './resolve.ts';
import { permissionsOf } from './roles.ts';
import { sdkNames } from './source/reach.ts';

/** A topic has an ARN, and no function may publish to one. */
const topic = `arn:aws:sns:${region}:${account}:topic`;

const all = Object.keys(handlers) as HandlerName[];
let seen: Recorded;
let ofCode: Heard;
let ofLambda: Heard;
let toTopics: Heard;
beforeAll(async () => {
  seen = await recorded(everything);
  ofCode = await heard(calls().flatMap(askedFor));
  ofLambda = await heard(all.flatMap(askedByLambda));
  toTopics = await heard(
    all.map((handler) => ({ handler, call: 'none', action: 'sns:Publish', resource: topic })),
  );
});

const calls = (): readonly Call[] => [...seen.calls.values()];
const commands = (): ReadonlySet<string> => new Set(calls().map(({ command }) => command));
const permissions = all.flatMap(permissionsOf);
const isUsed = (permission: (typeof permissions)[number]): boolean =>
  [ofCode, ofLambda, toTopics].some(({ used }) => used.has(permission));

it('every command that functions/aws/ names is sent by a function, or by none for a reason', () => {
  const named = new Set(sdkNames.flatMap(({ command }) => command ?? []));
  const unsent = [...named].filter((command) => !commands().has(command));
  expect(unsent.sort(), 'Let a function send it in drive/').toEqual(Object.keys(sentByNone).sort());
  expect([...seen.unknown], 'Say in needs.ts what IAM asks for it').toEqual([]);
});

it('what else the SDK gives to functions/aws/ sends nothing', () => {
  const others = sdkNames.filter(({ command }) => !command).map(({ name }) => name);
  const known = /(Client|Exception)$|^(unmarshall|fromEnv|getSignedUrl)$/;
  expect(others.filter((name) => !known.test(name))).toEqual([]);
});

it('every call that a function can make, by its code, is made by it here', () => {
  const found = all.flatMap((handler) => {
    const made = madeBy(handler);
    return readIn(handler)
      .filter((call) => !made.has(call))
      .map((call) => unmade(handler, call));
  });
  const known = neverMade.map(({ handler, call }) => unmade(handler, call));
  expect(found.filter((each) => !known.includes(each))).toEqual([]);
  expect(
    known.filter((each) => !found.includes(each)),
    'It is made now',
  ).toEqual([]);
});

it('every call that is made is found by reading: what is not driven cannot be overlooked', () => {
  const overlooked = all.flatMap((handler) => {
    const read = readIn(handler);
    return [...madeBy(handler)]
      .filter((call) => !read.includes(call))
      .map((call) => `${handler} sends ${call}, which source/ does not find in its code`);
  });
  expect(overlooked).toEqual([]);
});

it('the role of each function allows every call that it makes', () => {
  expect(ofCode.refused).toEqual([]);
});

it('the role of each function allows what Lambda does with it', () => {
  expect(ofLambda.refused).toEqual([]);
});

it('no function may publish to a topic', () => {
  expect(toTopics.refused).toHaveLength(all.length);
});

it('every permission is used, or explained one by one', () => {
  const idle = permissions.filter((permission) => !isUsed(permission));
  const unexplained = idle.filter((permission) => !explained.some(({ is }) => is(permission)));
  expect(unexplained.map(inWords), 'Take it out of lib/, or say in acknowledged.ts why').toEqual(
    [],
  );
  expect(explained.filter(({ is }) => !idle.some(is))).toEqual([]);
});

const unmade = (handler: HandlerName, call: string): string =>
  `${handler} can send ${call}, and nothing in drive/ lets it`;

function madeBy(handler: HandlerName): ReadonlySet<string> {
  return new Set(
    calls()
      .filter((call) => call.handler === handler)
      .map(nameOf),
  );
}

afterAll(() => {
  const kinds = all.reduce((sum, handler) => sum + madeBy(handler).size, 0);
  const functions = new Set(calls().map(({ handler }) => handler)).size;
  const idle = permissions.filter((permission) => !isUsed(permission)).length;
  const refused = ofCode.refused.length + ofLambda.refused.length;
  console.log(
    `${kinds} kinds of calls of ${functions} functions (of ${all.length}): ${refused} denied. ` +
      `${permissions.length} permissions: ${permissions.length - idle} used, ${idle} idle.`,
  );
});
