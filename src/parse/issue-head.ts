import { pinyinSlug } from '../text/pinyin.ts';
import { MetadataError } from './metadata.ts';
import type { StatedIssue, StatedPublication } from './metadata.ts';
import type { Masthead } from './parsed-issue.ts';

/** Which issue of which publication a page belongs to. */
export interface IssueHead {
  readonly publication: StatedPublication;
  /** null: neither printed nor stated. */
  readonly publishedOn: IssueDay | null;
  readonly number: number | null;
  readonly page: number | null;
}

export interface IssueDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly basis: 'PRINTED' | 'STATED' | 'INFERRED';
}

/**
 * Puts together what the page prints of itself and what its metadata states. The stated publication wins, for a page
 * head may print a supplement's name; a day or number printed otherwise than stated is a MetadataError, as is a page
 * of no known publication.
 */
export function issueHead(masthead: Masthead, stated: StatedIssue | null, file: string): IssueHead {
  const agreed = <T>(key: string, printed: T | null, said: T | null): T | null => {
    if (printed !== null && said !== null && printed !== said) {
      throw new MetadataError(`${file}: ${key}: the page prints ${String(printed)}, the metadata states ${String(said)}.`);
    }
    return printed ?? said;
  };
  const day = agreed('publishedOn', masthead.publishedOn, stated?.publishedOn?.date ?? null);
  return {
    publication: stated?.publication ?? printedPublication(masthead, file),
    publishedOn: day === null ? null : { date: day, basis: masthead.publishedOn === null ? stated!.publishedOn!.basis : 'PRINTED' },
    number: agreed('number', masthead.number, stated?.number ?? null),
    page: agreed('page', masthead.page, stated?.page ?? null),
  };
}

function printedPublication({ publication: name }: Masthead, file: string): StatedPublication {
  const beside = file.replace(/(\.[^.]*)?$/, '.issue.json');
  if (name === null) throw new MetadataError(`${file}: the page prints no publication; state it in ${beside}.`);
  const slug = pinyinSlug(name);
  if (slug === '') throw new MetadataError(`${file}: ${name} makes no slug; state the publication in ${beside}.`);
  return { slug, name, frequency: null, district: null, city: null };
}
