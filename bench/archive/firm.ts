import type { Random } from '../random.ts';
import { trades } from '../vocabulary.ts';
import { organisation } from './subject.ts';
import type { Organisation, Post } from './subject.ts';

const heads = [...'华中恒金天万新远博海云智绿启瑞宏嘉鼎盛和凯星凌德'];
const tails = [...'辰晟岳合丰曜达源川帆维能铭航禾图益峰元润越澜昌'];
/** Of which firms' names are invented. */
export const firmCharacters = [...heads, ...tails].join('');
const places = '江东 东川 南山 北岭 华岳 云州 西原 海陵 中汇 长河'.split(' ');

type Maker = (place: string, random: Random) => Organisation;

/** Bodies that come and go in the news of a place: mostly firms. */
const makers: readonly Maker[] = [
  inventFirm,
  inventFirm,
  inventFirm,
  inventFirm,
  (place, random) =>
    organisation(
      `${place}第${random.pick([...'一二三四五六七八九十'])}${random.pick(['中学', '小学', '幼儿园', '职业学校'])}`,
      'SCHOOL',
    ),
  (place, random) => organisation(`${place}${random.pick(tails)}${random.pick(heads)}医院`, 'HOSPITAL'),
  (place, random) =>
    organisation(
      `${place}${random.pick(trades)}${random.pick(['行业协会', '商会', '志愿者协会', '合作社联合会'])}`,
      'ASSOCIATION',
    ),
  (place, random) =>
    organisation(
      `${place}${random.pick(heads)}${random.pick(tails)}${random.pick(['村', '社区', '文化广场', '产业园'])}`,
      'PLACE',
    ),
];

function inventFirm(place: string, random: Random): Organisation {
  const stem = random.pick(heads) + random.pick(tails);
  const trade = random.pick(trades);
  const isGroup = random.chance(0.3);
  const name = `${place}${stem}${trade}${isGroup ? '集团' : ''}${random.pick(['有限公司', '股份有限公司', '有限责任公司'])}`;
  return organisation(name, 'COMPANY', null, isGroup ? `${stem}集团` : `${stem}${trade}`);
}

export function inventBody(place: string, random: Random): Organisation {
  return random.pick(makers)(place, random);
}

/** Universities, institutes and firms that every newspaper writes about, the best known first. */
export function sharedBodies(count: number, random: Random): Organisation[] {
  const known = new Map<string, Organisation>();
  // The names are finite: a large archive has as many as there are.
  for (let tries = 0; known.size < count && tries < count * 20; tries += 1) {
    const made = random.chance(0.25) ? university(random) : inventFirm(random.pick(places), random);
    if (!known.has(made.name)) known.set(made.name, made);
  }
  return [...known.values()];
}

function university(random: Random): Organisation {
  const place = random.pick(places);
  const field = random.pick(['农业', '理工', '师范', '医科', '财经', '交通', '海洋', '工业']);
  const school = `${place}${field}大学`;
  return random.chance(0.6)
    ? organisation(school, 'UNIVERSITY', null, `${place[0]!}${field[0]!}大`)
    : organisation(`${place}${random.pick(trades)}研究院`, 'RESEARCH');
}

const titles: Partial<Record<Organisation['of'], readonly string[]>> = {
  COMPANY: ['董事长', '总经理', '党委书记、董事长', '副总经理', '总裁'],
  UNIVERSITY: ['校长', '党委书记', '副校长', '党委常委、副校长'],
  SCHOOL: ['校长', '副校长', '党支部书记'],
  RESEARCH: ['院长', '副院长'],
  HOSPITAL: ['院长', '副院长', '党委书记'],
  ASSOCIATION: ['会长', '秘书长', '名誉会长'],
};

/** A post of somebody who speaks for the body. */
export function postAt(owner: Organisation, random: Random): Post {
  const title = random.pick(titles[owner.of] ?? ['负责人', '党支部书记', '主任']);
  const last = title.split('、').at(-1)!;
  const modality = last.startsWith('副') ? 'DEPUTY' : last.startsWith('名誉') ? 'HONORARY' : 'FULL';
  return { owner, ownerAsPrinted: random.pick(owner.forms), title, modality };
}
