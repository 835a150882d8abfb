import { one } from '../../query/relation.ts';
import { column, record } from '../../query/shape.ts';
import { printedNames } from '../../store/printed-name.ts';
import type { SearchType } from './condition.ts';

/** The texts that a search looks through, as they are stored. */
export const searchedRelations = {
  searchedArticle: one({
    key: 'a.id',
    shape: record({
      headline: column<string | null>('a.headline'),
      body: column<string>('a.body'),
      captions: column<readonly string[]>('a.captions'),
      byline: column<string | null>('a.byline'),
      source: column<string | null>('a.source'),
    }),
    from: 'articles a',
  }),
  searchedPerson: one({
    key: 'p.id',
    shape: record({
      name: column<string>('p.name'),
      aliases: column<readonly string[]>(
        `array(select n.name collate "C" from ${printedNames('person', 'p.id')} n where n.name <> p.name order by 1)`,
      ),
      titles: column<readonly string[]>(
        'array(select distinct t.title collate "C" from tenures t where t.person_id = p.id order by 1)',
      ),
    }),
    from: 'people p',
  }),
  searchedOrganisation: one({
    key: 'o.id',
    shape: record({
      name: column<string>('o.name'),
      aliases: column<readonly string[]>(
        `array(select n.name collate "C" from ${printedNames('organisation', 'o.id')} n where n.name <> o.name order by 1)`,
      ),
    }),
    from: 'organisations o',
  }),
  searchedAgreement: one({
    key: 'g.id',
    shape: record({
      instrumentTitle: column<string | null>('g.title'),
      place: column<string | null>('g.place'),
      quote: column<string>('g.quote'),
      parties: column<readonly string[]>(
        'array(select x.quote from agreement_parties x where x.agreement_id = g.id order by x.ordinal)',
      ),
      signatories: column<readonly string[]>(
        `array(select x.quote from agreement_people x where x.agreement_id = g.id and x.capacity = 'SIGNATORY' order by x.ordinal)`,
      ),
    }),
    from: 'agreements g',
  }),
};

/** By which of them the texts of a match are read. */
export const textsOf: Readonly<Record<SearchType, keyof typeof searchedRelations>> = {
  ARTICLE: 'searchedArticle',
  PERSON: 'searchedPerson',
  ORGANISATION: 'searchedOrganisation',
  AGREEMENT: 'searchedAgreement',
};
