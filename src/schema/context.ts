import type { KeyHolder } from '../load/key-holder.ts';
import type { Load } from '../load/loaders.ts';
import type { ArchiveWriter } from './archive-writer.ts';

/** What resolvers get of a request. */
export interface Context {
  readonly load: Load;
  /** Who asks; null without a key. An answer of which any resolver has looked at it is kept for nobody else. */
  readonly viewer: KeyHolder | null;
  /** Changes the archive; after each change `load` reads anew. */
  readonly write: ArchiveWriter;
}
