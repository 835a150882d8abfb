import type { GraphQLSchema } from 'graphql';
import { lastChange } from '../../load/change-feed.ts';
import { EXPORT_NAMES, type ExportName } from '../../load/export.ts';
import { runOn } from '../../query/run.ts';
import type { Database } from '../../store/database.ts';
import { withSnapshot } from '../../store/snapshot.ts';
import { HttpError, RETRY_AFTER } from '../error/http-error.ts';
import { readExportDocument, type ExportDocument } from './export-document.ts';
import type { ExportView } from './export-view.ts';
import { makeManifest, type Manifest } from './manifest.ts';

/** How long a client may read nothing; then its snapshot is given up. */
export const STALL_SECONDS = 60;

export interface ExportSettings {
  /** Exports at a time; 0: there are none. */
  readonly maxExports: number;
  /** How long one may take in all. */
  readonly exportTimeoutSeconds: number;
}

export interface Exporter {
  readonly timeoutSeconds: number;
  /** Whether exports are made at all. */
  readonly isOpen: boolean;
  documentOf(name: ExportName): ExportDocument;
  /**
   * Runs `work` over a view of the archive that stays as it is.
   * @throws HttpError TOO_MANY_EXPORTS when as many are under way as are allowed
   */
  view<T>(work: (view: ExportView) => Promise<T>): Promise<T>;
  /** What all exports would hold now. It reads all of them, unless nothing has changed since the last time. */
  manifest(): Promise<Manifest>;
}

/** Makes the exporter of an archive. */
export function createExporter(
  database: Database,
  schema: GraphQLSchema,
  { maxExports, exportTimeoutSeconds }: ExportSettings,
): Exporter {
  const documents = new Map<ExportName, ExportDocument>();
  let underWay = 0;
  let making: Promise<Manifest> | null = null;
  let made: Manifest | null = null;

  function documentOf(name: ExportName): ExportDocument {
    const document = documents.get(name) ?? readExportDocument(schema, name);
    documents.set(name, document);
    return document;
  }

  async function view<T>(work: (view: ExportView) => Promise<T>): Promise<T> {
    if (underWay >= maxExports)
      throw new HttpError('TOO_MANY_EXPORTS', 'As many exports as are allowed are under way (BANMIAN_MAX_EXPORTS).', {
        headers: RETRY_AFTER,
      });
    underWay += 1;
    try {
      return await withSnapshot(database, 2 * STALL_SECONDS, async (queries) =>
        work({ queries, changes: await lastChange(runOn(queries)) }),
      );
    } finally {
      underWay -= 1;
    }
  }

  async function newManifest(): Promise<Manifest> {
    const deadline = performance.now() + exportTimeoutSeconds * 1_000;
    return view(async (seen) => {
      if (made !== null && made.changes === seen.changes) return made;
      made = await makeManifest(EXPORT_NAMES.map(documentOf), schema, seen, deadline);
      return made;
    });
  }

  return {
    timeoutSeconds: exportTimeoutSeconds,
    isOpen: maxExports > 0,
    documentOf,
    view,
    manifest() {
      making ??= newManifest().finally(() => {
        making = null;
      });
      return making;
    },
  };
}
