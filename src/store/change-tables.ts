/** The table of what changed in the archive, in the order in which it did. */
import { bigint, boolean, index, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';
import { nodeType } from './vocabulary.ts';

/**
 * The latest change of each node: one row a node, which moves to a new number whenever the node changes, and stays when
 * the node is removed. So whoever reads the rows in the order of their numbers, and goes on after the last one that was
 * read, learns of everything, and a first walk is as long as the archive.
 *
 * Triggers write it (the migration `record_changes`), so that no writer can forget to. They take the lock of
 * `withImportLock` before they take a number, and it is held until the transaction has ended: numbers are in the order
 * of commits, and none becomes visible after a higher one.
 *
 * A node changes with every row that an export prints of it. People and organisations also count as changed when an
 * article that names them comes, changes or goes.
 */
export const changes = pgTable(
  'changes',
  {
    type: nodeType().notNull(),
    id: uuid().notNull(),
    seq: bigint({ mode: 'bigint' }).notNull().generatedByDefaultAsIdentity(),
    at: timestamp({ precision: 3, withTimezone: true }).notNull(),
    isRemoved: boolean().notNull(),
    /** The node that answers in the place of a removed one. */
    supersededBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.type, t.id] }),
    index('changes_seq_idx').on(t.seq),
    index('changes_type_seq_idx').on(t.type, t.seq),
  ],
);
