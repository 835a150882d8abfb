import { byCodePoint } from '../../query/order.ts';
import { one } from '../../query/relation.ts';
import { expression, column, record } from '../../query/shape.ts';
import { agreementParties, agreementPeople, agreements } from '../../store/agreement-tables.ts';
import { tenures } from '../../store/derived-tables.ts';
import { printedNames } from '../../store/printed-name.ts';
import { articles, organisations, people } from '../../store/tables.ts';
import { aliased, table } from '../table-alias.ts';
import type { SearchType } from './condition.ts';

const a = aliased(articles, 'a');
const p = aliased(people, 'p');
const o = aliased(organisations, 'o');
const g = aliased(agreements, 'g');
const t = aliased(tenures, 't');
const party = aliased(agreementParties, 'x');
const participant = aliased(agreementPeople, 'x');

/** The other printed names of a person or an organisation. */
const otherNames = (subject: 'person' | 'organisation', { id, name }: typeof p | typeof o) =>
  `array(select ${byCodePoint('n.name')} from ${printedNames(subject, id)} n where n.name <> ${name} order by 1)`;

/** The texts that a search looks through, as they are stored. */
export const searchedRelations = {
  searchedArticle: one({
    key: a.id,
    shape: record({
      headline: column(a.headline),
      body: column(a.body),
      captions: column(a.captions),
      byline: column(a.byline),
      source: column(a.source),
    }),
    from: table(a),
  }),
  searchedPerson: one({
    key: p.id,
    shape: record({
      name: column(p.name),
      aliases: expression<readonly string[]>(otherNames('person', p)),
      titles: expression<readonly string[]>(
        `array(select distinct ${byCodePoint(t.title)} from ${table(t)} where ${t.personId} = ${p.id} order by 1)`,
      ),
    }),
    from: table(p),
  }),
  searchedOrganisation: one({
    key: o.id,
    shape: record({
      name: column(o.name),
      aliases: expression<readonly string[]>(otherNames('organisation', o)),
    }),
    from: table(o),
  }),
  searchedAgreement: one({
    key: g.id,
    shape: record({
      instrumentTitle: column(g.title),
      place: column(g.place),
      quote: column(g.quote),
      parties: expression<readonly string[]>(
        `array(select ${party.quote} from ${table(party)}
          where ${party.agreementId} = ${g.id} order by ${party.ordinal})`,
      ),
      signatories: expression<readonly string[]>(
        `array(select ${participant.quote} from ${table(participant)}
          where ${participant.agreementId} = ${g.id} and ${participant.capacity} = 'SIGNATORY'
          order by ${participant.ordinal})`,
      ),
    }),
    from: table(g),
  }),
};

/** The relation that reads the texts of a match. */
export const textsOf: Readonly<Record<SearchType, keyof typeof searchedRelations>> = {
  ARTICLE: 'searchedArticle',
  PERSON: 'searchedPerson',
  ORGANISATION: 'searchedOrganisation',
  AGREEMENT: 'searchedAgreement',
};
