import type { Random } from './random.ts';
import type { FixturePlace } from './fixture-place.ts';
import { crossheads, fields, firmStems, goals, instruments, remarks } from './vocabulary.ts';

/** An article before it is set: display lines, then paragraphs; a crosshead is a paragraph without an end mark. */
export interface Story {
  readonly display: readonly string[];
  readonly paragraphs: readonly string[];
}

type Writer = (place: FixturePlace, random: Random) => Story;

/** The kinds of article that fill such a page, signings most often. */
export const writers: readonly Writer[] = [
  writeSigning,
  writeSigning,
  writeUniversitySigning,
  writeBatchSigning,
  writeInspection,
  writeMeeting,
  writeAppointments,
  writeFeature,
];

function writeSigning(place: FixturePlace, random: Random): Story {
  const { stem, level, secretary, mayor } = place;
  const placeName = stem + level;
  const [firm, other] = random.sample(place.firms, 2);
  const deputies = random.sample(place.deputies, 3);
  const [head] = random.sample(place.heads, 1);
  const instrument = random.pick(instruments);
  return {
    display: [
      `${placeName}与${firm!.short}签署${instrument}`,
      ...(random.chance(0.5) ? [`${secretary} ${mayor} 出席`] : []),
    ],
    paragraphs: [
      `${day(random)}，${placeName}人民政府与${firm!.full}（以下简称“${firm!.short}”）签约仪式在${placeName}行政中心举行。${level}委书记${secretary}，${level}委副书记、${level}长${mayor}，${firm!.full}${firm!.person.post}${firm!.person.name}出席并见证签约。${deputies.map(({ post, name }) => post + name).join('，')}参加活动。`,
      `仪式上，${deputies[2]!.post}${deputies[2]!.name}与${firm!.short}${firm!.person.post}${firm!.person.name}代表双方签署《${placeName}人民政府 ${firm!.full}${instrument}》。`,
      `根据协议，双方将在${random.sample(fields, 3).join('、')}等领域开展合作，${random.pick(goals)}。${other!.full}${other!.person.post}${other!.person.name}，${head!.post}${head!.name}等参加。`,
      `${mayor}表示，${random.sample(remarks, 2).join('，')}。${firm!.person.name}说，${random.pick(remarks)}，${random.pick(goals)}。`,
      ...prose(random, 2),
    ],
  };
}

function writeUniversitySigning(place: FixturePlace, random: Random): Story {
  const placeName = place.stem + place.level;
  const [first, second] = place.universityPeople;
  const [deputy, host] = random.sample(place.deputies, 2);
  return {
    display: [`校地牵手 共谋发展`, `${placeName}与${place.university}签署合作框架协议`],
    paragraphs: [
      `${day(random)}，${placeName}与${place.university}举行合作框架协议签约仪式。${place.university}${first!.post}${first!.name}，${second!.post}${second!.name}，${place.level}委书记${place.secretary}出席。${deputy!.post}${deputy!.name}主持。`,
      `${first!.name}、${place.secretary}分别致辞。${host!.post}${host!.name}与${place.university}${second!.post}${second!.name}代表双方签署协议。`,
      random.pick(crossheads) + ' ' + random.pick(crossheads),
      `${first!.name}指出，${random.sample(remarks, 2).join('，')}。`,
      ...prose(random, 2),
    ],
  };
}

function writeBatchSigning(place: FixturePlace, random: Random): Story {
  const placeName = place.stem + place.level;
  const count = random.int(8, 30);
  return {
    display: [`${count}个项目集中签约`, `${placeName}举行重点产业项目签约仪式`],
    paragraphs: [
      `${day(random)}，${placeName}重点产业项目集中签约仪式举行，${count}个项目现场签约，总投资${random.int(10, 300)}.${random.int(1, 9)}亿元。${place.level}委副书记、${place.level}长${place.mayor}出席并讲话。`,
      `${random
        .sample(firmStems, 6)
        .map((stem) => `${stem}科技`)
        .join('、')}等企业与${placeName}签约。${place.firms
        .slice(0, 4)
        .map(({ full, person }) => `${full}${person.post}${person.name}`)
        .join('、')}作为企业代表发言。`,
      ...prose(random, 2),
    ],
  };
}

function writeInspection(place: FixturePlace, random: Random): Story {
  const { level, secretary } = place;
  const deputies = random.sample(place.deputies, 2);
  const heads = random.sample(place.heads, 3);
  return {
    display: [`${secretary}调研${random.pick(fields)}工作时强调`, `${random.pick(goals)}`],
    paragraphs: [
      `${day(random)}，${level}委书记${secretary}深入${place.stem}街道、${place.firms[0]!.full}，调研${random.pick(fields)}工作。${deputies.map(({ post, name }) => post + name).join('，')}参加调研。`,
      `在${place.firms[0]!.full}，${secretary}听取了${place.firms[0]!.person.post}${place.firms[0]!.person.name}的介绍，详细了解企业生产经营情况。${heads.map(({ post, name }) => post + name).join('，')}陪同。`,
      `${secretary}强调，${random.sample(remarks, 3).join('；')}。`,
      ...prose(random, 3),
    ],
  };
}

function writeMeeting(place: FixturePlace, random: Random): Story {
  const { level, mayor } = place;
  const [chair] = place.deputies;
  const heads = random.sample(place.heads, 4);
  return {
    display: [`全${level}${random.pick(fields)}工作会议召开`],
    paragraphs: [
      `${day(random)}，全${level}${random.pick(fields)}工作会议召开。${level}委副书记、${level}长${mayor}出席会议并讲话，${chair!.post}${chair!.name}主持会议。`,
      `会上，${heads.map(({ post, name }) => post + name).join('，')}作交流发言。`,
      `${mayor}要求，${random.sample(remarks, 3).join('。')}。`,
      ...prose(random, 2),
    ],
  };
}

function writeAppointments(place: FixturePlace, random: Random): Story {
  const { level, stem } = place;
  const [one, two, three] = random.sample(place.heads, 3);
  return {
    display: [`${level}人大常委会举行第${random.int(11, 40)}次会议`],
    paragraphs: [
      `${day(random)}，${stem}${level}人大常委会举行会议。${level}人大常委会主任${place.deputies[6]!.name}主持会议。`,
      `会议决定任命${one!.name}为${one!.post.split('、').at(-1)!}，任命${two!.name}为${two!.post.split('、').at(-1)!}；免去${three!.name}的${three!.post.split('、').at(-1)!}职务。`,
      ...prose(random, 1),
    ],
  };
}

function writeFeature(place: FixturePlace, random: Random): Story {
  const [speaker, second] = random.sample(place.heads, 2);
  return {
    display: [`“小切口”做好“大文章”`, `${place.stem}${place.level}${random.pick(fields)}见闻`],
    paragraphs: [
      `“这几年变化真大。”居民${place.reporters[3]!}告诉记者，${random.pick(goals)}。`,
      `${speaker!.post}${speaker!.name}介绍，今年以来，全${place.level}投入资金${random.int(100, 9000)}万元，${random.pick(remarks)}。`,
      random.pick(crossheads),
      ...prose(random, 3),
      `“下一步，${random.pick(remarks)}。”${second!.name}说。`,
    ],
  };
}

/** Running prose without names, as most of a page is. */
function prose(random: Random, count: number): string[] {
  return Array.from(
    { length: count },
    () =>
      `${random.pick(['据了解', '今年以来', '近年来', '截至目前', '下一步'])}，${Array.from({ length: random.int(2, 5) }, () => `${random.pick(fields)}方面，${random.pick(remarks)}，${random.pick(goals)}`).join('。')}。`,
  );
}

const day = (random: Random): string =>
  `${random.int(1, 12)}月${random.int(1, 28)}日${random.pick(['', '上午', '下午'])}`;
