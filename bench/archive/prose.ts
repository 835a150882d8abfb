import type { Random } from '../random.ts';
import { crossheads, fields, goals, remarks } from '../vocabulary.ts';
import type { Choice } from './choice.ts';
import { topicOf } from './word.ts';
import type { Vocabulary } from './word.ts';

/** Running text about one topic, in words as frequent as they are in newspapers. */
export interface Prose {
  sentence(): string;
  /** Sentences of at least so many characters together. */
  paragraph(length: number): string;
  /** A title of a few words. */
  title(): string;
}

/** Words of half of all articles. */
const matters = '工作 发展 活动 企业 群众 服务 建设 项目'.split(' ');
const openers = '据了解 今年以来 近年来 截至目前 下一步 与此同时 据介绍 活动现场 一直以来 连日来'.split(' ');

export function createProse(words: Vocabulary, place: string, random: Random): Prose {
  const topic = topicOf(words, random);
  const noun: Choice<string> = () => (random.chance(0.35) ? topic(random) : words.noun(random));
  const n = () => noun(random);
  const v = () => words.verb(random);
  const a = () => words.adjective(random);
  const clause = () => `${n()}${v()}${a()}${n()}`;
  const sentences: readonly (() => string)[] = [
    () => `${random.pick(openers)}，${clause()}，${a()}的${n()}${v()}${n()}`,
    () => `${n()}、${n()}等${n()}${v()}${n()}${random.pick(matters)}，${clause()}`,
    () => `${clause()}，${clause()}，${n()}${v()}${n()}`,
    () => `在${n()}${v()}${random.pick(['现场', '一线', '前夕', '期间', '过程中'])}，${clause()}，${n()}${v()}${n()}`,
    () => `${v()}${n()}${random.int(2, 980)}个，${place}${v()}${n()}${random.int(2, 99)}万元`,
    () => `“${n()}${v()}了，${n()}也${a()}了。”${random.pick(['一位', '几位', '多位', '这位', '当地'])}${n()}说`,
    () => `${n()}${v()}${n()}，${v()}${n()}${random.pick(matters)}`,
  ];
  // Set phrases stand in some articles each, and words in half of all.
  const setPhrase = () =>
    random.pick([
      () => `${random.pick(fields)}方面，${random.pick(remarks)}，${random.pick(goals)}`,
      () => `${place}${v()}${n()}同比增长${random.int(1, 48)}.${random.int(0, 9)}%`,
      () => `记者看到，${random.pick(remarks)}`,
    ])();
  const sentence = () => `${random.chance(0.06) ? setPhrase() : random.pick(sentences)()}。`;
  return {
    sentence,
    paragraph(length) {
      let text = sentence();
      while (text.length < length) text += sentence();
      return text;
    },
    title: () =>
      random.pick([
        () => `${n()}${v()}${n()}`,
        () => `${random.pick(crossheads)} ${v()}${n()}`,
        () => `${place}${v()}${n()}`,
        () => `${a()}${n()}${v()}${n()}`,
      ])(),
  };
}
