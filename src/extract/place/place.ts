import { matchesOf } from '../../text/match.ts';
import { nounStart } from '../../text/noun.ts';
import { either, oneOf } from '../../text/pattern.ts';
import { cutWords } from '../../text/word.ts';
import type { Setting } from '../facts.ts';
import { countries } from '../lexicon/country.ts';
import { notPlaces } from '../lexicon/not-place.ts';

/** Gives the place that a bare level word means: 区 → 云岫区, 市 → 上海市; null when the texts do not tell. */
export type PlaceOf = (level: string) => string | null;

const levels = ['省', '市', '区', '县', '州', '旗', '盟', '镇', '乡', '村', '街道', '郡', '团场'];
/** 打好市场, 示范区域, 压实县、乡、村三级责任: the level begins the next word or stands for all. */
const wordsOfLevel: Readonly<Record<string, RegExp>> = {
  市: /^[场民容值面占况集]/,
  区: /^[域别间分块]/,
  乡: /^[村亲音情镇土愁贤市]/,
  镇: /^[静定压市]/,
  州: /^[市县区]/,
  县: /^(?:级|、?[乡镇][、村三两])/,
  省: /^[心事钱力]/,
};

const function_ = new RegExp(
  `[${[
    '的在与和由向对到及等了将从为是',
    String.raw`，。、；：！？“”‘’（）《》\s　\d`,
    '年月日上中下赴访抵驻获省市区县州旗盟了位于各全记共党些这某何我本表副',
  ].join('')}]`,
  'u',
);

/**
 * Finds the places that a text is about. The district and city stated for the page come first, then the paper's `own`
 * places, then the place of each level that the text names most often, and last what `elsewhere` finds.
 */
export function readPlaces(
  text: string,
  setting: Setting,
  own: PlaceOf = () => null,
  elsewhere: PlaceOf = () => null,
): PlaceOf {
  const found = new Map<string, string | null>();
  return (level) => {
    const stated = [setting.district, setting.city].find((place) => place?.endsWith(level));
    if (stated) return stated;
    if (!found.has(level)) found.set(level, own(level) ?? mostNamed(text, level) ?? elsewhere(level));
    return found.get(level)!;
  };
}

const papers = ['日报', '晚报', '晨报', '早报', '周刊', '周报', '时报', '新闻', '商报', '快报', '发布', '融媒', '报'];
const paper = new RegExp(String.raw`^(?:今日|新|美丽)?([\p{Script=Han}]{2,4}?)[省市区县州旗]?${oneOf(papers)}`, 'u');

/** What a bare level word means in a paper by its name and its pages: 区 in 云岫周刊 is 云岫区 where they name that. */
export function placeOfPaper(publication: string | null, text: string): PlaceOf {
  const stem = paper.exec(publication ?? '')?.[1];
  const isNamed = new Map<string, boolean>();
  return (level) => {
    if (!stem || !/[省市区县州旗]/.test(level)) return null;
    const place = stem + level;
    if (!isNamed.has(place)) isNamed.set(place, text.includes(place));
    return isNamed.get(place) ? place : null;
  };
}

/** 柏州市, 上渚区, 和阳县: 州 before the level word or a function word that begins the name of a place. */
function isNameOfWords(name: string, before: string | undefined): boolean {
  const stem = name.slice(0, -1);
  if (/^[^州]{1,2}州$/.test(stem))
    return !function_.test(stem.slice(0, -1)) && !/^(?:各|全|本|治|自治|神|九)州$/.test(stem);
  return (
    /^[上中和日]\p{Script=Han}$/u.test(stem) &&
    /[，。；：\s“]/.test(before ?? '，') &&
    !function_.test(stem[1]!) &&
    (([word]) => word!.text.length === 1 || (word!.tag.startsWith('n') && word!.tag.length > 1))(cutWords(stem))
  );
}

/** 湖西区委, 宝山区政府: a side or a landscape is the end of a place's name where its own officials are named. */
const sides = /^[^全各我本该地辖城市](?:[东西南北中山湾港湖城园矿林])区$/;

/** 应日本松浜市、韩国高川郡邀请: the guest's town is not what the text is about. */
const foreign = new RegExp(`${countries}$`);
/** What follows a place where its own officials are named. */
const office = /^(?:委(?!托|派)|人民政府|政府|人大|政协|副?[市区县州旗]长|代[市区县州旗]长)/;

function mostNamed(text: string, level: string): string | null {
  if (!levels.includes(level)) return null;
  const guests = new Set<string>();
  const counts = new Map<string, number>();
  for (let i = text.indexOf(level); i >= 0; i = text.indexOf(level, i + 1)) {
    for (const length of [2, 3, 4, 5]) {
      const name = text.slice(i - length, i + level.length);
      if (
        i < length ||
        wordsOfLevel[level]?.test(text.slice(i + 1, i + 4)) ||
        (function_.test(name.slice(0, -level.length)) && !isNameOfWords(name, text[i - length - 1]))
      )
        continue;
      if (
        notPlaces.test(name) &&
        !(
          length === 2 &&
          sides.test(name) &&
          (office.test(text.slice(i + 1, i + 5)) ||
            (/^[^主老新旧县市全中大小各本我该江华]城/.test(name) && text.slice(i, i + 1_000).includes(name)))
        )
      )
        continue;
      if (nounStart(text, i - length, i + level.length) > i - length) continue;
      const isBounded = i === length || function_.test(text[i - length - 1] ?? '，');
      if (level !== '郡' && foreign.test(text.slice(Math.max(0, i - length - 5), i - length))) guests.add(name);
      counts.set(
        name,
        (counts.get(name) ?? 0) +
          (isBounded ? 3 : 1) +
          (office.test(text.slice(i + level.length, i + level.length + 4)) ? 2 : 0),
      );
    }
  }
  let best: string | null = null;
  for (const [name, count] of counts)
    if (!guests.has(name) && (count >= 2 || name.length === 2 + level.length) && count > (best ? counts.get(best)! : 0))
      best = name;
  return best ?? placeOfSeats(text, level);
}

const seats = [
  '高新技术产业开发区',
  '高新区',
  '经济技术开发区',
  '经济开发区',
  '经开区',
  '滨海新区',
  '海关',
  '第?[一二三]中(?!心)',
  '日报',
  '农商银?行',
  '农村商业银行',
  '迎宾馆',
  '宾馆',
  '港',
  '火车站',
  '高铁站',
  '机场',
  '同乡',
];
const beforeSeat = String.raw`^|[^\p{Script=Han}]|[在的与和由向对到及等将从为是市省县区回]`;
/** 芦州高新区, 芦州一中, 芦州海关: what stands before is the place; it counts where the text also names it alone. */
const seat = new RegExp(String.raw`(?<=${beforeSeat})([\p{Script=Han}]{2})(?=${either(seats)})`, 'gu');
const beforeAlone = /[^\p{Script=Han}]$|(?:落户|选择|[在对为来到回是给往于向爱游])$/u;
const afterAlone = /^(?:地处|位于|[^\p{Script=Han}]|是|的|为|将|与|和|要|正|经济|提供|人民|发展|建|有|开|投资)/u;

function placeOfSeats(text: string, level: string): string | null {
  if (!/[市区县]/.test(level)) return null;
  const stems = new Set(
    matchesOf(text, seat)
      .map((match) => match[1]!)
      .filter((stem) => !provinces.test(stem) && !notStem.test(stem)),
  );
  const places = new Map([...stems].map((stem) => [stem, { count: 0, standsAlone: false, isOfLevel: false }]));
  for (let i = 0; i + 2 <= text.length; i += 1) {
    const place = places.get(text.slice(i, i + 2));
    if (place === undefined) continue;
    place.count += 1;
    place.isOfLevel ||= /^[省市区县州旗镇乡村]/.test(text.slice(i + 2, i + 3));
    place.standsAlone ||=
      beforeAlone.test(text.slice(Math.max(0, i - 2), i)) && afterAlone.test(text.slice(i + 2, i + 4));
  }
  const alone = [...stems].filter((stem) => {
    const { count, standsAlone, isOfLevel } = places.get(stem)!;
    return count >= 3 && standsAlone && !isOfLevel;
  });
  return alone.length === 1 ? alone[0]! + level : null;
}

const notStem = /[的在与和由向对到及等了将从为是我本全各国省市区县]/;
/** Provinces by their first two characters, and words that mean a whole part of the country. */
const regions = [
  '全国',
  '中国',
  '国家',
  '河北',
  '山西',
  '辽宁',
  '吉林',
  '江苏',
  '浙江',
  '安徽',
  '福建',
  '江西',
  '山东',
  '河南',
  '湖北',
  '湖南',
  '广东',
  '广西',
  '海南',
  '四川',
  '贵州',
  '云南',
  '西藏',
  '陕西',
  '甘肃',
  '青海',
  '宁夏',
  '新疆',
  '内蒙',
  '香港',
  '澳门',
  '台湾',
  '省级',
  '本地',
  '当地',
  '东北',
  '华东',
  '华南',
  '西部',
];
const provinces = new RegExp(`^${oneOf(regions)}$`);
