import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Database } from '#aws/database';
import { countedIn } from '#aws/renewals/exported-rows';
import type { ExportedRows, TableExport } from '#flows/renewals/recount-store';

/** In place of an export: a scan, of one instant only while nobody writes. */
export const scannedTable = (database: Database): TableExport => ({
  take: async () => scanned(database),
});

async function* scanned({ client, tableName }: Database): AsyncGenerator<ExportedRows> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: tableName, ConsistentRead: true, ExclusiveStartKey: from }),
    );
    yield countedIn(page.Items ?? []);
    from = page.LastEvaluatedKey;
  } while (from);
}
