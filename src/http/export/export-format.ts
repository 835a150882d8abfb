import type { Column } from './column.ts';
import { csvHeader, csvOf } from './column.ts';
import type { Row } from './row.ts';

/** How the rows of an export are written. */
export interface ExportFormat {
  readonly contentType: string;
  /** What stands before the first row. */
  readonly header: (columns: readonly Column[]) => string;
  readonly line: (columns: readonly Column[], row: Row) => string;
}

export const EXPORT_FORMATS = {
  /** A JSON object a line. */
  ndjson: {
    contentType: 'application/x-ndjson; charset=utf-8',
    header: () => '',
    line: (_, row) => `${JSON.stringify(row)}\n`,
  },
  /** RFC 4180. */
  csv: { contentType: 'text/csv; charset=utf-8; header=present', header: csvHeader, line: csvOf },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type FormatName = keyof typeof EXPORT_FORMATS;
