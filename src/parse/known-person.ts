import { surnameLength } from '../text/surname.ts';

const speech = '(?:表示|指出|强调|说|认为|要求|介绍|坦言|告诉|提出|建议)';
const posts = '书记|部长|区长|县长|市长|省长|镇长|乡长|局长|主任|主席|院长|校长|董事长|总经理|秘书长|会长|常委';
const reintroduction = new RegExp(`(?:${posts})([\\p{Script=Han}]{2,3})`, 'gu');
const firstSpeaker = new RegExp(
  `^(?:[^。]{0,24},)?([\\p{Script=Han}·]{2,4})(?:在[\\p{Script=Han}]{2,8}[中时上])?(?:还|也|最后)?${speech}`,
  'u',
);
const speaking = new RegExp(speech, 'gu');
const postEnd = new RegExp(`(?:${posts}|[长员者民师生家])$`, 'u');

/** How far back speakers are looked for. */
const reach = 4000;

/**
 * How the next paragraph mentions somebody from the article again, without a title: its first speaker (蔺吉宁强调，…),
 * the name it opens with (蒲公望十四岁上船，…), somebody who spoke before (…卓文君的丈夫…), or nobody (null). Both
 * texts are folded and without blanks.
 */
export function knownPerson(body: string, next: string): 'SPEAKER' | 'SUBJECT' | 'SPOKEN' | null {
  if (isKnownSpeaker(body, next)) return 'SPEAKER';
  if (isKnownSubject(body, next)) return 'SUBJECT';
  return sharesSpeaker(body.slice(-reach), next.slice(0, 240)) ? 'SPOKEN' : null;
}

/**
 * Whether a paragraph prints a known name with its post once more (区委书记韦国栋), as a new article does. Texts are
 * folded and without blanks.
 */
export function isIntroducedAgain(body: string, next: string): boolean {
  for (const [printed] of next.slice(0, 400).matchAll(reintroduction))
    if (body.includes(printed.slice(0, -1))) return true;
  return false;
}

function isKnownSpeaker(body: string, next: string): boolean {
  const run = firstSpeaker.exec(next.slice(0, 80))?.[1];
  if (run === undefined) return false;
  return [run, run.slice(-3), run.slice(-2)].some(
    (name) => name.length >= 2 && !/^(?:他|她|会议|大家)/u.test(name) && body.includes(name),
  );
}

function isKnownSubject(body: string, next: string): boolean {
  const surname = surnameLength(next, 0);
  // 白河县…: places begin with surnames too
  if (surname === 0 || /^[省市县区州盟旗镇乡村]/u.test(next.slice(surname + 1))) return false;
  return body.includes(next.slice(0, surname + 2)) || (surname === 2 && body.includes(next.slice(0, 3)));
}

function sharesSpeaker(body: string, next: string): boolean {
  let from = 0;
  for (const match of body.matchAll(speaking)) {
    const speaker = /[\p{Script=Han}·]{2,4}$/u.exec(body.slice(Math.max(from, match.index - 4), match.index))?.[0];
    if (speaker === undefined) continue;
    from = match.index + match[0].length;
    const name = speaker.slice(-3);
    const at = surnameLength(name, 0) > 0 ? next.indexOf(name) : -1;
    if (at >= 0 && !postEnd.test(next.slice(0, at))) return true;
  }
  return false;
}
