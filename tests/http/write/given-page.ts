import { generatePage } from '../../../bench/generate-page.ts';
import { createFixturePlace } from '../../../bench/fixture-place.ts';
import { createRandom } from '../../../bench/random.ts';
import type { StatedIssue } from '../../../src/parse/metadata.ts';

/** The first page has to wait for the reader to be loaded, which takes long where many tests run. */
export const PATIENCE = { BANMIAN_REQUEST_TIMEOUT_SECONDS: '60' };

/** A page as `importPage` takes it. */
interface Given {
  readonly text: string;
  readonly file: string;
  readonly metadata: StatedIssue;
}

/** The page of a day of March 2025: of one article, that names nobody of another day. */
export function givenPage(day: number): Given {
  const date = `2025-03-0${day}`;
  const publication = { slug: 'yunxiu-bao', name: '云岫报', frequency: null, district: '云岫区', city: '上海市' };
  return {
    text: `第${day}期工作会议召开\n\n　　本报讯（记者 冯知远）3月${day}日，云岫区召开第${day}次城市更新推进会，区长罗启明${'甲乙丙'[day - 1]}出席并讲话。会议要求，各部门要抓紧落实，按时完成今年的各项任务。\n`,
    file: `yunxiu/${date}/01.txt`,
    metadata: { publication, publishedOn: { date, basis: 'STATED', note: null }, number: null, page: 1 },
  };
}

/** A page as papers print them, with many articles. */
export function printedPage(seed: number, day: string): string {
  const place = createFixturePlace(createRandom(7));
  return generatePage(seed, { place, name: '云岫报', day: new Date(day), number: 301 });
}
