import { MAX_TEXT_BYTES, type PageText } from '../files/page-file.ts';
import { checkMetadata, MetadataError } from '../parse/metadata.ts';
import { FileError } from '../text/file-error.ts';
import { isChineseText } from '../text/running-text.ts';

/** The same bound as for paths inside an imported folder. */
const MAX_PATH_BYTES = 1_000;

/** A page that somebody gives as text, with the path by which the archive is to know it. */
export interface GivenPage {
  readonly text: string;
  readonly file: string;
  /** As in a metadata file; undefined for none. */
  readonly metadata: object | undefined;
}

/** A value that no page can have; `field` is its path, such as `metadata.publication.slug`. */
export class GivenPageError extends Error {
  override readonly name = 'GivenPageError';
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/**
 * Checks a given page as a file is checked when it is read.
 * @throws GivenPageError for a value that cannot be, FileError for a text that is no page
 */
export function readGivenPage({ text, file, metadata }: GivenPage): PageText {
  requirePath(file);
  const raw = text.replace(/^\ufeff/, '');
  if (Buffer.byteLength(raw) > MAX_TEXT_BYTES)
    throw new GivenPageError('text', `\`text\` is larger than ${MAX_TEXT_BYTES / (1024 * 1024)} MB.`);
  if (/\0|\p{Cs}/u.test(raw))
    throw new GivenPageError('text', '`text` holds NUL or half of a surrogate pair, which cannot be stored.');
  const stated = metadata === undefined ? null : readMetadata(metadata, file);
  if (!isChineseText(raw))
    throw new FileError(file, /\S/.test(raw) ? 'it holds no Chinese running text.' : 'it is empty.');
  return { raw, file, stated };
}

function readMetadata(metadata: object, file: string): PageText['stated'] {
  try {
    return checkMetadata(metadata, file);
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    const [key = ''] = error.keys;
    throw new GivenPageError(`metadata.${key}`, error.message.slice(`${file}: `.length));
  }
}

/** A path below a folder, in the form in which an import of that folder would store it. */
function requirePath(file: string): void {
  const names = file.split('/');
  const isPlain = names.every((name) => name !== '' && name !== '.' && name !== '..');
  if (isPlain && Buffer.byteLength(file) <= MAX_PATH_BYTES && !/[\p{Cc}\p{Cs}\\]/u.test(file)) return;
  throw new GivenPageError(
    'file',
    `\`file\` must be a path such as 2025-04-02/01.txt, of at most ${MAX_PATH_BYTES} bytes: without a slash at either end, without . and .., backslashes and control characters.`,
  );
}
