import { isTransliteration } from '../lexicon/transliteration.ts';
import { PERSON } from './candidate.ts';
import { DOTTED, SURNAME, TRANSCRIBED, TWO_SURNAMES } from './person-candidate.ts';
import { bucket } from './feature-scene.ts';
import type { FeatureScene } from './feature-scene.ts';
import { T } from './template.ts';

import { unitHash } from '../../text/unit-hash.ts';

/** Characters that foreign names are written with. */
const transcribed = new Set(
  '阿埃艾安奥巴班邦鲍贝本比彼别宾波伯博布查达戴丹德登迪蒂丁杜多厄恩尔法凡菲费芬弗福富盖甘冈高戈格根贡古哈海汉豪赫亨胡华怀吉加贾简杰金卡凯坎康考柯科克肯孔库奎拉莱兰朗劳勒雷李里利莉林琳卢鲁路伦罗洛马玛迈麦曼芒梅门蒙米密明莫默姆慕穆纳娜奈南内尼涅纽农诺帕潘佩皮平普奇齐乔切琴琼丘让热日荣瑞若萨塞桑沙珊山绍舍申盛施史舒斯松苏索塔台泰坦汤唐陶特腾提廷汀图托瓦万旺威韦维魏温文沃乌武西希锡夏香肖谢辛欣休许雅亚延扬耶叶伊因英尤于约泽扎詹佐',
);
const honorific = /先生|女士|教授|博士|小姐|阁下|院士/;
const none = unitHash('');

/** What speaks for a person's name: its surname and given name, whether it is a word, the title before it, its list. */
export function addPersonFeatures(scene: FeatureScene, start: number, end: number, form: number): void {
  addParts(scene, start, end, form);
  if (form === DOTTED || form === TRANSCRIBED) addForeign(scene, end, form, scene.lattice.text.slice(start, end));
  addWord(scene, start, end);
  const { lattice, sink, personLengths } = scene;
  const { text, headTo } = lattice;
  if (headTo.has(start)) sink.add(T.afterTitle, scene.p(start - 2, start), end - start);
  const isBefore = text[end] === '、';
  sink.add(
    T.listed,
    PERSON,
    (text[start - 1] === '、' ? 1 : 0) + (isBefore ? 2 : 0),
    isBefore && personLengths[end + 1]! > 0 ? 1 : 0,
  );
}

/** The surname, the given name and its characters. */
function addParts(scene: FeatureScene, start: number, end: number, form: number): void {
  const { sink, lattice } = scene;
  const hasTwo = lattice.surnames[start] === 2 && end - start > 2;
  const surname = form === SURNAME ? (hasTwo ? 2 : 1) : 0;
  sink.add(T.surname, scene.p(start, start + surname), end - start);
  if (form !== SURNAME && form !== TWO_SURNAMES) return;
  const given = start + (surname || 2);
  sink.add(T.given, (end - given) * 4, scene.p(given, given + 1));
  if (end - given > 1) sink.add(T.given, 9, scene.p(given + 1, given + 2));
  sink.add(T.givenWhole, scene.p(given, end));
}

/** Whether the last part of a foreign name is written as such names are, and what follows. */
function addForeign({ sink, lattice }: FeatureScene, end: number, form: number, name: string): void {
  const last = name.slice(Math.max(name.lastIndexOf('·'), name.lastIndexOf('-')) + 1);
  const strange = [...last].filter((unit) => !isTransliteration(unit, 0) && !transcribed.has(unit)).length;
  sink.add(T.listed, 40 + form, bucket(strange, 3), bucket(last.length, 5));
  const next = lattice.text.slice(end, end + 2);
  sink.add(T.listed, 50 + form, honorific.test(next) ? 1 : 0, honorific.test(name) ? 1 : 0);
}

/** Whether the name is a word, a part of one, or cuts through some. */
function addWord(scene: FeatureScene, start: number, end: number): void {
  const { sink, lattice } = scene;
  const { wordFrom, firstWord, boundary } = lattice;
  const word = wordFrom[start];
  const number = firstWord[start]!;
  let tag = none;
  if (word && word.end === end) tag = scene.tagHash[number]!;
  else if (word && word.end > end) tag = scene.plusTag(word.tag);
  sink.add(T.isWord, bucket(end - start, 5), tag);
  if (word?.end === end) sink.add(T.isWord, 8, scene.wordHash[number]!);
  let crossed = 0;
  for (let at = start + 1; at < end; at += 1) if (boundary[at]! > 0) crossed += 1;
  sink.add(T.startCut, 40 + bucket(end - start, 5), crossed, boundary[end]!);
}
