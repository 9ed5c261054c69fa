import { expect, it } from 'vitest';
import { streamReader } from '#aws/renewals/stream-reader';

/** A service whose iterators are named by their place, and are refused where `refusal` says so. */
function streams(refusal: (iterator: string) => string | null) {
  const asked: string[] = [];
  const answers: Readonly<Record<string, (input: Record<string, string>) => object>> = {
    GetShardIterator: ({ SequenceNumber = 'begin' }) => {
      asked.push(SequenceNumber);
      return { ShardIterator: `${asked.length} after ${SequenceNumber}` };
    },
    GetRecords: ({ ShardIterator = '' }) => ({
      Records: [{ dynamodb: { SequenceNumber: '7' } }],
      NextShardIterator: `${ShardIterator}, on`,
    }),
  };
  const handle = async (request: { headers: Record<string, string>; body: Uint8Array }) => {
    const [, operation = ''] = request.headers['x-amz-target']?.split('.') ?? [];
    const input = JSON.parse(new TextDecoder().decode(request.body));
    const refused = operation === 'GetRecords' ? refusal(input.ShardIterator) : null;
    const body = refused
      ? { __type: `com.amazonaws.dynamodb.v20120810#${refused}`, message: refused }
      : answers[operation]?.(input);
    return {
      response: {
        statusCode: refused ? 400 : 200,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: new TextEncoder().encode(JSON.stringify(body)),
      },
    };
  };
  const reader = streamReader(
    {
      requestHandler: { handle } as never,
      region: 'ap-southeast-3',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    },
    'ingat',
  );
  return { reader, asked };
}

const aShard = () => ({
  ...{ id: 'shard', arn: 'arn:stream', parent: undefined, iterator: undefined, over: false },
});

it.each(['ExpiredIteratorException', 'TrimmedDataAccessException'])(
  'goes on after the last record taken where an iterator is answered with %s',
  async (refused) => {
    const { reader, asked } = streams((iterator) =>
      iterator === '1 after 5, on' ? refused : null,
    );
    const shard = aShard();
    await reader.next(shard, '5', 10);
    expect(await reader.next(shard, '7', 10)).toHaveLength(1);
    expect(asked).toEqual(['5', '7']);
    expect(shard.iterator).toBe('2 after 7, on');
  },
);

it('says what else is refused, and what is refused again', async () => {
  const other = streams(() => 'ResourceNotFoundException');
  await expect(other.reader.next(aShard(), '5', 10)).rejects.toThrow('ResourceNotFoundException');
  expect(other.asked).toEqual(['5']);
  const again = streams(() => 'ExpiredIteratorException');
  await expect(again.reader.next(aShard(), '5', 10)).rejects.toThrow('ExpiredIteratorException');
  expect(again.asked).toEqual(['5', '5']);
});
