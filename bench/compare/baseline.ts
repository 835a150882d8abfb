/**
 * As little as answers can be had for: bare node:http, one prepared statement a question, JSON made by Postgres and
 * sent as it is. There is no GraphQL in it: a request names the statement that answers it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import postgres from 'postgres';

const list = (item: string, rows: string, order: string) =>
  `(select coalesce(json_agg(${item} order by ${order}), '[]') from ${rows})`;
const named = (t: string) => `json_build_object('id', ${t}.id, 'name', ${t}.name)`;
const namedOfKind = (t: string) => `json_build_object('id', ${t}.id, 'name', ${t}.name, 'kind', ${t}.kind)`;

const article = `json_build_object('id', a.id, 'headline', a.headline, 'page', a.page,
  'issue', json_build_object('id', i.id, 'number', i.number, 'publishedOn', i.published_on))`;
const titles = list(
  "json_build_object('title', t.title)",
  'printed_titles t where t.article_id = x.article_id and t.person_id = x.person_id',
  't.ordinal',
);
const newest = (where: string) =>
  `select ${list(
    article,
    `(
    select id, headline, page, issue_id, published_on from articles ${where}
    order by published_on desc nulls last, id desc nulls last limit 20) a
  join issues i on i.id = a.issue_id`,
    'a.published_on desc nulls last, a.id desc',
  )}`;

const parties = (organisation: string) =>
  list(
    `json_build_object('organisation', ${organisation})`,
    'agreement_parties x join organisations o on o.id = x.organisation_id where x.agreement_id = g.id',
    'x.ordinal',
  );
const signatories = (signatory: string) =>
  list(
    signatory,
    `agreement_people x join people p on p.id = x.person_id left join organisations o on o.id = x.on_behalf_of_id
    where x.agreement_id = g.id and x.capacity = 'SIGNATORY'`,
    'x.ordinal',
  );
const tenures = (more: string) =>
  list(
    `json_build_object('title', t.title, 'modality', t.modality, ${more}'organisation', case when o.id is not null then ${named('o')} end)`,
    `(select * from tenures where person_id = p.id order by first_cited_on desc, id desc limit 20) t left join organisations o on o.id = t.organisation_id`,
    't.first_cited_on desc, t.id desc',
  );

const agreements = (where: string) =>
  `select ${list(
    `json_build_object('id', g.id, 'title', g.title, 'kind', g.kind, 'stage', g.stage, 'signedOn', g.signed_on,
    'article', (select json_build_object('id', a.id, 'headline', a.headline) from articles a where a.id = g.article_id),
    'parties', ${parties(namedOfKind('o'))},
    'signatories', ${signatories(`json_build_object('onBehalfOf', case when o.id is not null then ${named('o')} end,
      'person', json_build_object('id', p.id, 'name', p.name, 'tenures', ${tenures('')}))`)})`,
    `(select * from agreements ${where} order by signed_on desc nulls last, id desc nulls last limit 50) g`,
    'g.signed_on desc nulls last, g.id desc',
  )}`;

const statements: Readonly<Record<string, { readonly field: string; readonly text: string }>> = {
  newest: { field: 'articles', text: newest('') },
  newestOfPublication: { field: 'articles', text: newest('where publication_id = $1::uuid') },
  article: {
    field: 'article',
    text: `select json_build_object('id', a.id, 'headline', a.headline, 'body', a.body, 'page', a.page,
      'issue', (select json_build_object('id', i.id, 'number', i.number, 'publishedOn', i.published_on) from issues i where i.id = a.issue_id),
      'people', ${list(
        `json_build_object('titles', ${titles}, 'person', json_build_object('id', p.id, 'name', p.name, 'pinyin', p.pinyin))`,
        'article_people x join people p on p.id = x.person_id where x.article_id = a.id',
        'x.ordinal',
      )},
      'organisations', ${list(
        `json_build_object('organisation', ${namedOfKind('o')})`,
        'article_organisations x join organisations o on o.id = x.organisation_id where x.article_id = a.id',
        'x.ordinal',
      )},
      'agreements', ${list(
        `json_build_object('id', g.id, 'title', g.title, 'kind', g.kind, 'signedOn', g.signed_on, 'parties', ${parties(named('o'))},
        'signatories', ${signatories(`json_build_object('person', ${named('p')})`)})`,
        'agreements g where g.article_id = a.id',
        'g.ordinal',
      )})
      from articles a where a.id = $1::uuid`,
  },
  agreements: { field: 'agreements', text: agreements('') },
  agreementsOfPublication: { field: 'agreements', text: agreements('where publication_id = $1::uuid') },
  person: {
    field: 'person',
    text: `select json_build_object('id', p.id, 'name', p.name, 'pinyin', p.pinyin,
      'tenures', ${tenures("'firstCitedOn', t.first_cited_on, 'lastCitedOn', t.last_cited_on, ")},
      'articles', ${list(
        `json_build_object('titles', ${titles}, 'article', json_build_object('id', a.id, 'headline', a.headline,
        'issue', json_build_object('id', i.id, 'publishedOn', i.published_on)))`,
        `(
        select article_id, person_id, published_on from article_people where person_id = p.id
        order by published_on desc nulls last, article_id desc nulls last limit 20) x
        join articles a on a.id = x.article_id join issues i on i.id = a.issue_id`,
        'x.published_on desc nulls last, x.article_id desc',
      )},
      'agreements', ${list(
        `json_build_object('agreement', json_build_object('id', g.id, 'title', g.title, 'kind', g.kind, 'signedOn', g.signed_on))`,
        `(
        select agreement_id, signed_on from agreement_people where person_id = p.id and capacity = 'SIGNATORY'
        order by signed_on desc nulls last, agreement_id desc nulls last limit 20) x join agreements g on g.id = x.agreement_id`,
        'x.signed_on desc nulls last, x.agreement_id desc',
      )},
      'coAppearances', ${list(
        `json_build_object('count', c.count, 'person', ${named('o')})`,
        `(
        select * from co_appearances where person_id = p.id order by count desc nulls last, last_on desc nulls last, other_id desc nulls last limit 10) c
        join people o on o.id = c.other_id`,
        'c.count desc, c.last_on desc nulls last, c.other_id desc',
      )})
      from people p where p.id = $1::uuid`,
  },
  search: {
    field: 'search',
    text: `select ${list(
      article,
      `(select found.*, row_number() over () as place from compare.search_articles($1::text, $2::text, 20) found) a
      join issues i on i.id = a.issue_id`,
      'a.place',
    )}`,
  },
};

const sql = postgres(process.env['DATABASE_URL']!, {
  max: 4,
  fetch_types: false,
  types: { json: { to: 114, from: [114], serialize: String, parse: (json: string) => json } },
  connection: { application_name: 'baseline', plan_cache_mode: 'force_generic_plan' },
});
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { statement, parameters } = JSON.parse(String(Buffer.concat(chunks))) as {
      statement: string;
      parameters: (string | number)[];
    };
    const { field, text } = statements[statement]!;
    sql
      .unsafe(text, parameters, { prepare: true })
      .values()
      .then(
        ([row]) => {
          const body = Buffer.from(`{"data":{"${field}":${String(row?.[0] ?? null)}}}`);
          response
            .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
            .end(body);
        },
        (error: Error) => response.writeHead(500).end(error.message),
      );
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () =>
  console.log(`ready: http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`),
);
