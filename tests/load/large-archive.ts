import { PUBLICATION, idOf } from '../support/archive.ts';
import type { TestDatabase } from '../support/database.ts';

/** Somebody present in every fourth article of the large archive, and an organisation that is in as many. */
export const OFFICIAL = idOf('person', '林澄');
export const DISTRICT = idOf('organisation', '云溪区');

/**
 * Makes the hand-made archive one of 20,000 articles in 2,000 issues of ten newspapers, with 8,000 more people and
 * 2,000 more organisations, three of each in an article, 4,000 agreements, and titles, mentions, tenures and names.
 * Rows that no list reads are left out.
 */
export async function lengthenArchive({ sql }: TestDatabase): Promise<void> {
  const evidence = `'BODY', 0, 1, '某', 'test', 0, 1, 1`;
  const evidenceColumns = 'field, start, "end", quote, rule, raw_start, raw_end, line';
  const nth = (kind: string, n: string) => `md5('${kind}' || ${n})::uuid`;
  const one = (kind: string, known: string) =>
    `case when i = 0 and n % 4 = 0 then '${known}'::uuid else ${nth(kind, '(n * 7 + i * 331) % 2000 + 1')} end`;
  const publication = (n: string) =>
    `case when ${n} % 10 = 0 then '${PUBLICATION.id}'::uuid else ${nth('publication', `(${n} % 10)`)} end`;
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`; // Without checking foreign keys, which would take most of the time.
    await tx.unsafe(`
      insert into publications (id, slug, name) select ${nth('publication', 'n')}, 'p' || n, '报' || n from generate_series(1, 9) n;
      insert into issues (id, publication_id, key, published_on, published_on_basis, number)
        select ${nth('issue', 'n')}, ${publication('n')}, 'n' || n, date '1950-01-01' + n, 'STATED', 1000 + n from generate_series(1, 2000) n;
      insert into pages (id, issue_id, key, file, content_hash, number, raw)
        select ${nth('page', 'n')}, ${nth('issue', 'n')}, '1', n || '.txt', '', 1, '' from generate_series(1, 2000) n;
      insert into articles (id, issue_id, page_id, position, page, genre, headline_lines, body, paragraphs, captions, is_incomplete,
          has_continued_from, has_continued_on, published_on, event_on, event_on_basis, source, publication_id)
        select ${nth('article', 'n')}, ${nth('issue', '(n / 10 + 1)')}, ${nth('page', '(n / 10 + 1)')}, n, n % 12, 'NEWS', '{}', '', '[]', '{}', false, false, false,
          date '1950-01-01' + n / 10, case when n % 33 > 0 then date '1950-01-01' + n / 10 - 1 end,
          case when n % 33 > 0 then date_basis 'INFERRED' end, '来源' || n % 50, ${publication('(n / 10 + 1)')} from generate_series(1, 20000) n;
      insert into people (id, name, pinyin)
        select ${nth('person', 'n')}, '某' || n, 'mou ' || n from generate_series(1, 8000) n;
      insert into organisations (id, key, canonical, name, kind)
        select ${nth('organisation', 'n')}, '某' || n || '公司', '某' || n || '公司', '某' || n || '公司', (enum_range(null::organisation_kind))[n % 11 + 1] from generate_series(1, 2000) n;
      insert into article_people (article_id, person_id, ordinal, profile_id, publication_id, is_present, published_on, cited_on, event_id)
        select ${nth('article', 'n')}, ${one('person', OFFICIAL)}, i, ${nth('profile', 'n')}, ${publication('(n / 10 + 1)')}, i < 2, date '1950-01-01' + n / 10, date '1950-01-01' + n / 10 - 1, ${nth('article', 'n')}
        from generate_series(1, 20000) n, generate_series(0, 2) i;
      insert into co_appearances
        select x.person_id, y.person_id, count(*), min(x.cited_on), max(x.cited_on)
        from article_people x join article_people y on y.article_id = x.article_id and y.ordinal = 1 - x.ordinal and y.confidence = 0
        where x.confidence = 0 group by 1, 2;
      insert into article_person_roles (article_id, person_id, role, ${evidenceColumns})
        select article_id, person_id, 'ATTENDED', ${evidence} from article_people where ordinal = 0 and confidence = 0;
      insert into printed_titles (article_id, person_id, ordinal, title, organisation_id, is_owner_inferred, modality, post, office, cited_on, ${evidenceColumns})
        select article_id, person_id, 0, '职' || n % 500, ${nth('organisation', 'n')}, false, 'FULL', '职' || n % 500, n || '职' || n % 500, cited_on, ${evidence}
        from article_people, lateral (select ordinal * 300 + extract(day from cited_on)::int * 7 as n) numbered where confidence = 0;
      insert into article_organisations (article_id, organisation_id, ordinal, is_implied, publication_id, published_on)
        select ${nth('article', 'n')}, ${one('organisation', DISTRICT)}, i, false, ${publication('(n / 10 + 1)')}, date '1950-01-01' + n / 10
        from generate_series(1, 20000) n, generate_series(0, 2) i;
      insert into mentions (article_id, ordinal, person_id, name, is_implied, ${evidenceColumns})
        select article_id, ordinal, person_id, '某', false, ${evidence} from article_people where confidence = 0;
      insert into mentions (article_id, ordinal, organisation_id, name, is_implied, ${evidenceColumns})
        select article_id, 10 + ordinal, organisation_id, '某', false, ${evidence} from article_organisations where article_id in (select article_id from article_people where confidence = 0);
      insert into agreements (id, article_id, ordinal, kind, stage, signed_on, signed_on_basis, is_renewal, publication_id, ${evidenceColumns})
        select ${nth('agreement', 'n')}, ${nth('article', 'n')}, 0, (enum_range(null::agreement_kind))[n % 9 + 1], (enum_range(null::agreement_stage))[n % 3 + 1],
          date '1950-01-01' + n / 10, 'STATED', false, ${publication('(n / 10 + 1)')}, ${evidence} from generate_series(5, 20000, 5) n;
      insert into agreement_parties (agreement_id, organisation_id, ordinal, signed_on, ${evidenceColumns})
        select ${nth('agreement', 'n')}, ${one('organisation', DISTRICT)}, i, date '1950-01-01' + n / 10, ${evidence} from generate_series(5, 20000, 5) n, generate_series(0, 2) i;
      insert into agreement_people (agreement_id, person_id, capacity, ordinal, signed_on, ${evidenceColumns})
        select ${nth('agreement', 'n')}, ${one('person', OFFICIAL)}, 'SIGNATORY', i, date '1950-01-01' + n / 10, ${evidence} from generate_series(5, 20000, 5) n, generate_series(0, 2) i;
      insert into tenures (id, person_id, organisation_id, title, post, office, modality, seat, holder, first_cited_on, last_cited_on)
        select ${nth('tenure', 'n')}, ${nth('person', 'n')}, ${nth('organisation', 'n')}, '职' || n % 500, '职' || n % 500, n || '职' || n % 500, 'FULL', 'seat ' || n, '某' || n, '1950-01-01', '1950-02-01' from generate_series(1, 2000) n;
      insert into search_documents (id, type, person_id, names, text, lexemes)
        select ${nth('person', 'n')}, 'PERSON', ${nth('person', 'n')}, array['某' || n, 'mou' || n], '', '' from generate_series(1, 2000) n;
      insert into search_documents (id, type, organisation_id, names, text, lexemes)
        select ${nth('organisation', 'n')}, 'ORGANISATION', ${nth('organisation', 'n')}, array['某' || n || '公司'], '', '' from generate_series(1, 2000) n;
      insert into search_documents (id, type, publication_id, day, article_id, names, text, lexemes)
        select ${nth('article', 'n')}, 'ARTICLE', ${publication('(n / 10 + 1)')}, date '1950-01-01' + n / 10, ${nth('article', 'n')}, '{}', '', '' from generate_series(1, 20000) n;
      insert into doubts (article_id, ordinal, kind, ${evidenceColumns})
        select ${nth('article', 'n')}, 0, (enum_range(null::doubt_kind))[n % 3 + 1], ${evidence} from generate_series(1, 20000) n`);
  });
  await sql`vacuum analyze`;
}
