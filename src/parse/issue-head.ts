import { pinyinSlug } from '../text/pinyin.ts';
import { MetadataError } from './metadata.ts';
import type { StatedIssue, StatedPublication } from './metadata.ts';
import type { Masthead } from './parsed-issue.ts';

/**
 * The publication of pages that neither print nor state one. Nothing connects its pages, so each is an issue of its
 * own.
 */
export const UNKNOWN_PUBLICATION: StatedPublication = {
  slug: 'unknown',
  name: '未知报纸',
  frequency: null,
  district: null,
  city: null,
};

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
 * Puts together what the page prints of itself and what its metadata states. The stated publication wins, since a page
 * head may print a supplement's name; a day or number printed otherwise than stated is a MetadataError. A page of no
 * known publication belongs to UNKNOWN_PUBLICATION.
 */
export function issueHead(masthead: Masthead, stated: StatedIssue | null, file: string): IssueHead {
  const agreed = <T>(key: string, printed: T | null, said: T | null): T | null => {
    if (printed !== null && said !== null && printed !== said) {
      throw new MetadataError(
        file,
        `${key}: the page prints ${String(printed)}, the metadata states ${String(said)}.`,
        {
          keys: [key],
        },
      );
    }
    return printed ?? said;
  };
  const basis = masthead.publishedOn === null ? stated?.publishedOn?.basis : 'PRINTED';
  const day = agreed('publishedOn', masthead.publishedOn, stated?.publishedOn?.date ?? null);
  return {
    publication: stated?.publication ?? printedPublication(masthead),
    publishedOn: day === null || basis === undefined ? null : { date: day, basis },
    number: agreed('number', masthead.number, stated?.number ?? null),
    page: agreed('page', masthead.page, stated?.page ?? null),
  };
}

function printedPublication({ publication: name }: Masthead): StatedPublication {
  const slug = name === null ? '' : pinyinSlug(name);
  return name === null || slug === '' ? UNKNOWN_PUBLICATION : { ...UNKNOWN_PUBLICATION, slug, name };
}
