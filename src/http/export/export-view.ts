import type { QueryClient } from '../../store/query-pool.ts';

/** The archive at one instant. */
export interface ExportView {
  readonly queries: QueryClient;
  /** The cursor of the last change that it has; null for an archive in which nothing ever was. */
  readonly changes: string | null;
}
