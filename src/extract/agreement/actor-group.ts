import { either } from '../../text/pattern.ts';
import type { Actor } from './actor.ts';
import type { Span } from '../document/span.ts';

/** Actors that a clause coordinates: 云岫区与江东大学、东铭集团. */
export interface ActorGroup extends Span {
  readonly actors: readonly Actor[];
  /** Of each actor the words between it and the one before; '' for the first. */
  readonly links: readonly string[];
  readonly before: string;
  readonly after: string;
}

const otherActs = [
  '见证',
  '主持(?!人)',
  '出席',
  '参加(?!单位)',
  '列席',
  '致辞',
  '致词',
  '讲话',
  '发言',
  '会见',
  '陪同',
  '[主承协]办(?!单位|方)',
  '(?<!党)组织(?!部|书记|委员|者|单位|代表)',
  '促成',
  '邀请(?!方)',
  '欢迎',
  '听取',
  '宣读',
  '介绍',
  '指导下',
  '支持下',
  '推动下',
];
const actOf = new RegExp(either(otherActs));

const conjunction = '(?:、|(?<![共协会])与|(?<![调共])和|(?<![共会一合不协连相])同|及|携手|联合|会同|—|-)';
/** A's head whom nobody names may stand before the conjunction: 江东大学负责人与. */
const toBody = new RegExp(
  `^[^，；：在由为对向的　]{0,14}${conjunction}(?:[^，、与和同]{1,8}的|“|[^，；：在由为对向的　]{0,8})$`,
);
const toPerson = new RegExp(`^[^，；：在由为对向的　]{0,14}?${conjunction}[^，；：　]{0,40}$`);

const isCoordinated = (gap: string, next: Actor): boolean =>
  /^[^，、]{0,8}代表$/.test(gap) ||
  (!actOf.test(gap) &&
    (next.person !== null && next.body === null ? toPerson : next.body !== null ? toBody : toPerson).test(gap));

/** Whether 与, 和 or 同 joins, rather than the 、 of a list. */
export const isPartnerLink = (link: string): boolean => link !== '' && !/^[^与和同]*、[^与和同]*$|代表$/.test(link);

/** Puts the actors of a clause into groups. */
export function groupsIn(text: string, clause: Span, actors: readonly Actor[]): ActorGroup[] {
  const runs: { actors: Actor[]; links: string[] }[] = [];
  for (const actor of actors) {
    const run = runs.at(-1);
    const gap = run ? text.slice(run.actors.at(-1)!.end, actor.start) : '';
    if (run && isCoordinated(gap, actor)) {
      run.actors.push(actor);
      run.links.push(gap);
    } else runs.push({ actors: [actor], links: [''] });
  }
  return runs.map(({ actors, links }, i) => {
    const start = actors[0]!.start;
    const end = actors.at(-1)!.end;
    return {
      actors,
      links,
      start,
      end,
      before: text.slice(runs[i - 1]?.actors.at(-1)!.end ?? clause.start, start),
      after: text.slice(end, runs[i + 1]?.actors[0]!.start ?? clause.end),
    };
  });
}

/** Where a group stands to the predicate: it signs, is where somebody signs, or does something else. */
export type Relation = 'SIGNS' | 'PLACE' | 'OTHER';

const atPlace = /(?:在|于|赴|到|抵|走进|来到|前往|位于|落户|入驻)$/;
/** 就, 为, 共建: what follows is what the agreement is about, or whom something is done to. */
const aboutWords = [
  '关于',
  '就',
  '围绕',
  '针对',
  '对',
  '为',
  '向',
  '给',
  '被',
  '将',
  '通过',
  '依托',
  '根据',
  '按照',
  '率',
  '率领',
  '带领',
  '受',
  '以',
  '共建',
  '建设',
  '成立',
  '合作',
  '投资',
  '推进',
  '打造',
  '组建',
  '设立',
  '筹建',
];
const about = new RegExp(`${either(aboutWords)}$`);
/** 受县长甲委托: what opens the clause of somebody else. */
const opensOther = /^(?:受|在|向|应|据|随|陪)[^，、与和同]{0,14}$/;
const doesOther = new RegExp(`^[^，]{0,16}?${either(otherActs)}(?![^，]*(?:并|后)[^，]{0,12}$)`);
/** 在柳青、海澄见证下: who stands behind 在 is neither. */
const underEyes = /^[^，]{0,8}(?:的)?(?:共同|现场|一同)?(?:见证|主持|陪同|指导|支持|推动|带领)下?/;

export function relationOf({ before: words, after, actors }: ActorGroup): Relation {
  const before = words.replace(/“$/, '');
  if (underEyes.test(after)) return 'OTHER';
  if (doesOther.test(after)) return 'OTHER';
  if (actors[0]!.person !== null && opensOther.test(before)) return 'OTHER';
  if (atPlace.test(before) && actors[0]!.person === null) return 'PLACE';
  return about.test(before) ? 'OTHER' : 'SIGNS';
}
