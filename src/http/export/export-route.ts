import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import { EXPORT_NAMES, type ExportName } from '../../load/export.ts';
import { decodeIdOf } from '../../schema/global-id.ts';
import { HttpError, sendJson } from '../error/http-error.ts';
import type { Log } from '../log.ts';
import { EXPORT_FORMATS, type FormatName } from './export-format.ts';
import type { ExportDocument } from './export-document.ts';
import type { ExportView } from './export-view.ts';
import { STALL_SECONDS, type Exporter } from './exporter.ts';
import { readRows } from './row-reader.ts';

/** What is asked for by a request for an export. */
interface Asked {
  readonly name: ExportName;
  readonly format: FormatName;
  /** The id after which it begins. */
  readonly after: string | null;
  readonly isGzip: boolean;
  readonly isHead: boolean;
}

/** The longest query string: `after` is an id. */
const MAX_QUERY_LENGTH = 200;

/**
 * Answers a request below `/export/`: rows are written as fast as the client reads them. What goes wrong after the first
 * byte breaks the response off, so that nobody takes a part for the whole.
 * @throws HttpError, or what the database says, before anything is sent
 */
export async function answerExport(
  request: IncomingMessage,
  response: ServerResponse,
  { exporter, log, isHead }: { readonly exporter: Exporter; readonly log: Log; readonly isHead: boolean },
): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  if (!exporter.isOpen) throw new HttpError('NOT_FOUND', 'This gateway makes no exports (BANMIAN_MAX_EXPORTS).');
  if (pathname === '/export/manifest.json') return sendJson(response, 200, await exporter.manifest());
  const [, name, format] = /^\/export\/(\w+)\.(\w+)$/.exec(pathname) ?? [];
  const document = EXPORT_NAMES.find((known) => known === name);
  if (document === undefined || format === undefined || !Object.hasOwn(EXPORT_FORMATS, format))
    throw new HttpError(
      'NOT_FOUND',
      `There is no such export; there are ${EXPORT_NAMES.join(', ')}, each as .ndjson and .csv, and manifest.json.`,
    );
  const asked: Asked = {
    name: document,
    format: format as FormatName,
    after: afterIn(search, exporter.documentOf(document)),
    isGzip: takesGzip(request),
    isHead,
  };
  await exporter.view((view) => sendRows(response, view, asked, exporter, log));
}

/** @throws HttpError BAD_REQUEST for any parameter but `after`, and for what is no id of the export */
function afterIn(search: string, { type }: ExportDocument): string | null {
  const parameters = new URLSearchParams(search.slice(0, MAX_QUERY_LENGTH + 1));
  const after = parameters.get('after');
  if (search.length > MAX_QUERY_LENGTH || parameters.size > (after === null ? 0 : 1))
    throw new HttpError('BAD_REQUEST', 'An export takes one parameter, `after`.');
  if (after === null) return null;
  try {
    return decodeIdOf(type, after, 'after');
  } catch (error) {
    throw new HttpError('BAD_REQUEST', (error as Error).message);
  }
}

/** Whether the client asks for gzip, and does not merely allow anything. */
function takesGzip({ headers }: IncomingMessage): boolean {
  const accepted = String(headers['accept-encoding'] ?? '').toLowerCase();
  return accepted.split(',').some((coding) => /^\s*(?:x-)?gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/.test(coding));
}

async function sendRows(
  response: ServerResponse,
  { queries, changes }: ExportView,
  asked: Asked,
  exporter: Exporter,
  log: Log,
): Promise<void> {
  response.writeHead(200, {
    'content-type': EXPORT_FORMATS[asked.format].contentType,
    'cache-control': 'no-store',
    vary: 'accept-encoding, authorization',
    ...(changes === null ? {} : { 'changes-cursor': changes }),
    ...(asked.isGzip ? { 'content-encoding': 'gzip' } : {}),
  });
  if (asked.isHead) return void response.end();
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Error('The export took too long.')), exporter.timeoutSeconds * 1_000);
  const source = Readable.from(unstalled(linesOf(exporter.documentOf(asked.name), queries, asked), stop), {
    objectMode: true,
    highWaterMark: 1,
  });
  try {
    // Each batch can be read as soon as it comes.
    if (asked.isGzip) await pipeline(source, createGzip({ flush: constants.Z_SYNC_FLUSH }), response, stop);
    else await pipeline(source, response, stop);
  } catch (error) {
    log.warn({ err: stop.signal.aborted ? stop.signal.reason : error, export: asked.name }, 'an export broke off');
    response.destroy();
  } finally {
    clearTimeout(timer);
  }
}

/** The text of the export, a batch at a time. One that goes on after an id has no header, so that parts can be joined. */
async function* linesOf(
  document: ExportDocument,
  queries: ExportView['queries'],
  { format, after }: Asked,
): AsyncGenerator<Buffer, void> {
  const { header, line } = EXPORT_FORMATS[format];
  const { columns } = document;
  const first = after === null ? header(columns) : '';
  if (first !== '') yield Buffer.from(first);
  for await (const rows of readRows(document, queries, after))
    yield Buffer.from(rows.map((row) => line(columns, row)).join(''));
}

/** The same chunks. When nobody takes the next one for too long, everything is stopped. */
async function* unstalled(chunks: AsyncGenerator<Buffer, void>, stop: AbortController): AsyncGenerator<Buffer, void> {
  for await (const chunk of chunks) {
    const timer = setTimeout(() => stop.abort(new Error('The client stopped reading.')), STALL_SECONDS * 1_000);
    try {
      yield chunk;
    } finally {
      clearTimeout(timer);
    }
  }
}
