import type { AgreementContext } from './agreement-context.ts';
import { governmentOf } from '../organisation/government.ts';
import { spansWithin } from '../document/span.ts';

type Context = Pick<AgreementContext, 'registry' | 'placeOf'>;

/** The bodies that a generic noun or the last character of one can mean. */
const sorts: Readonly<Record<string, RegExp>> = {
  校: /(?:大学|学校|中学|小学|[一二三四五六七八九十]中|(?:职业|技术|师范|理工|[市州江])学院)$/,
  学校: /(?:大学|学院|学校|中学|小学|[一二三四五六七八九十]中)$/,
  院: /(?:医院|卫生院|研究院|学院|法院|检察院)$/,
  行: /(?:银行|[分支]行|农商行|银行股份有限公司)$/,
  会: /(?:会|联合会)$/,
  公司: /(?:公司|集团|股份)$/,
  集团: /集团(?:(?:股份)?有限(?:责任)?公司)?$/,
};

/**
 * The body that 我校, 我县, 该院 or 区政府 means at a place of the text: the place or school that the paper is of, else the
 * only body of the sort that the article names; 该院 is the one named last.
 */
export function ownBodyOf(words: string, at: number, context: Context): string | null {
  const level = words.replace(/^[我本该]/, '').replace(/(?:人民)?政府$/, '');
  const sort = sorts[level] ?? new RegExp(`${level}$`);
  if (words.startsWith('该')) return lastBody(context, sort, at);
  const printed = /^[我本]/.test(words) ? null : context.registry.canonical(words);
  if (printed !== null) return printed;
  if (/^[校院]$/.test(level)) {
    const told = context.placeOf('校');
    const known = told === null ? null : context.registry.canonical(told);
    return known ?? onlyBody(context, sort);
  }
  return level.length > 1 ? onlyBody(context, sort) : placeBody(level, context);
}

/** The body of a sort that is named last before `at`, not far from it. */
const lastBody = ({ registry }: Context, sort: RegExp, at: number): string | null =>
  spansWithin(registry.places, at - 300, at).findLast(({ organisation }) => sort.test(organisation))?.organisation ??
  null;

/** The government of a level, or the place itself, as the article names it. */
function placeBody(level: string, { registry, placeOf }: Context): string | null {
  const place = placeOf(level);
  if (place === null) return null;
  return (
    registry.canonical(place) ?? registry.facts.find(({ name }) => governmentOf(name, placeOf) === place)?.name ?? null
  );
}

/** The body of a sort that is named alone, else the one that is named by far the most. */
function onlyBody({ registry }: Context, sort: RegExp): string | null {
  const fitting = registry.facts
    .filter(({ name, mentions }) => sort.test(name) && mentions.length > 0)
    .sort((a, b) => b.mentions.length - a.mentions.length);
  const [first, second] = fitting;
  return first && (!second || first.mentions.length > 2 * second.mentions.length) ? first.name : null;
}
