import { migrate } from 'drizzle-orm/durable-sqlite/migrator';
import migrations from '../../migrations/ticket/migrations.js';
import { failPoint } from '../fail-points.ts';
import type { Database } from './ticket-store.ts';

/** Makes the tables, or brings those of an older release up to date. */
export async function migrateTables(db: Database): Promise<void> {
  await migrate(db, migrations);
  await failPoint('ticket-migrated');
}
