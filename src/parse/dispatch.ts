import { either, oneOf } from '../text/pattern.ts';

const own = oneOf(['本报', '本刊', '本网', '本台', '本站']);
const mediaEndings = ['网', '报', '社', '电台', '电视台', '在线', '新闻', '发布', '融媒', '融媒体', '客户端', '广播'];
const medium = String.raw`(?!据)[\p{Script=Han}A-Za-z]{2,12}?${oneOf(mediaEndings)}`;
const bare = oneOf(['日报', '晚报', '晨报', '早报', '午报', '时报', '商报']);
const day = String.raw`(?:\d{4} ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日`;
const place = String.raw`(?!记者|通讯员|[网报社台])[\p{Script=Han}]{1,8}?`;
/** 【埔心訊】 · （新山14日讯） */
const bracketed = /^[【[(] ?[\p{Script=Han}\d]{1,12}[讯电] ?[】\])] ?/u;
const wired = '(?:综合|专)?(?:讯|电)';
/**
 * 本报讯（… · 晚报讯（… · 本报青崖9月8日讯… · 汀兰网（云岫日报网）讯（… · 汀兰新闻5月12日讯… · 云岫在线3月8日消息：…
 */
const dispatch = new RegExp(
  String.raw`^(?:[【[(] ?)?(?:(?<own>${own})|(?<medium>${medium}|${bare})(?: ?\([^()]{2,16}\))?) ?` +
    either([
      `(?:${place} ?)?${day}${wired}`,
      String.raw`(?:${place})?${day}(?:消息|报道) ?(?=:)`,
      `${place}(?=专?[讯电] ?[(【])${wired}`,
      wired,
    ]) +
    String.raw`(?: ?[】\])])?(?= |[(【[:,]|记者|通讯员|\d|[\p{Script=Han}]) ?[:,]? ?`,
  'u',
);
/** 阳关台消息（记者：… · 据国讯社平潭岛7月7日电（本报记者 …: anything that a bracket with a reporter follows. */
const reported = /^[\p{Script=Han}\d]{2,24}(?:讯|电|消息) ?(?=[(【] ?[^()【】]{0,8}(?:记者|通讯员))/u;
/** How far the word that ends a dispatch line may stand from the beginning. */
const reach = 44;

/** How many units the line of dispatch takes that opens a text (本报讯, 云岫在线3月8日消息:); 0 where there is none. */
export function dispatchLength(folded: string): number {
  const head = folded.slice(0, reach);
  return /[讯电]|消息|报道/u.test(head)
    ? ((dispatch.exec(head) ?? bracketed.exec(head) ?? reported.exec(head))?.[0].length ?? 0)
    : 0;
}

/** The medium that a text was sent to, as its line of dispatch names it; null for 本报 and where there is no such line. */
export function dispatchMedium(folded: string): string | null {
  const printed = dispatch.exec(folded.slice(0, reach))?.groups?.medium ?? null;
  return printed === null || printed.length <= 2 ? null : printed;
}

/** 汀兰日报云岫8月25日电 题：一座小城的“图书馆之夜”: a line of dispatch that repeats the headline. */
export function isDispatchTitle(folded: string): boolean {
  const length = dispatchLength(folded);
  return length > 0 && folded.length <= 80 && /^题 ?:[^。]*$/u.test(folded.slice(length));
}
