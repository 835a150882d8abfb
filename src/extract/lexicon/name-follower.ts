import { followingVerbs } from './follower-verb.ts';
import { followingWords } from './follower-word.ts';

/**
 * Words that stand right after a person's name in news prose: what people do, and what joins them to the rest of the
 * sentence. Collected from the usage of local newspapers.
 */
export const followers: ReadonlySet<string> = new Set([...followingVerbs, ...followingWords]);
