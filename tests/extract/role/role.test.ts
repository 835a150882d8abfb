import { describe, expect, test } from 'vitest';
import type { PersonRole } from '../../../src/extract/facts.ts';
import { readRoles } from '../../../src/extract/role/role.ts';
import { readingOf, textOf } from '../printed.ts';

const cast = ['韦国栋', '杜若兰', '海澄', '柳青'];

/** Who is given which roles, in the order of the cast. */
function roles(body: string): [string, PersonRole[]][] {
  const reading = readingOf(body);
  const places = cast.flatMap((name) =>
    [...reading.text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
      name,
      start: index,
      end: index + name.length,
    })),
  );
  const found = readRoles(
    reading,
    places.sort((a, b) => a.start - b.start),
  );
  return cast
    .filter((name) => reading.text.includes(name))
    .map((name) => [name, [...new Set(found.filter((role) => role.name === name).map(({ role }) => role))]]);
}

describe('predicates that give their subject a role', () => {
  test.each<[PersonRole, string]>([
    ['ATTENDED', '区长韦国栋出席会议。'],
    ['ATTENDED', '韦国栋列席会议。'],
    ['HOSTED', '会议由区长韦国栋主持。'],
    ['SPOKE', '韦国栋指出，要加快建设。'],
    ['SPOKE', '“很好。”韦国栋说。'],
    ['SPOKE', '韦国栋通报了全区安全生产情况。'],
    ['SPOKE', '韦国栋报告了集体合同履行情况。'],
    ['SPOKE', '韦国栋作了题为《山与水》的主旨报告。'],
    ['SPOKE', '韦国栋走进车间，要求企业压实责任。'],
    ['SIGNED', '韦国栋代表双方签署合作协议。'],
    ['WITNESSED', '韦国栋见证签约。'],
    ['UNVEILED', '韦国栋为研究院揭牌。'],
    ['INSPECTED', '韦国栋走访调研企业。'],
    ['MET', '韦国栋会见来访客人。'],
    ['ACCOMPANIED', '韦国栋陪同调研。'],
    ['ACCOMPANIED', '韦国栋参加调研。'],
    ['ACCOMPANIED', '韦国栋随团考察。'],
    ['ATTENDED', '韦国栋等在主席台就座。'],
    ['ATTENDED', '韦国栋与干部职工一起来到河湾开展义务植树活动。'],
    ['SPOKE', '韦国栋宣读了表彰决定。'],
    ['SPOKE', '韦国栋作工作报告。'],
    ['SPOKE', '韦国栋就安保工作进行了专题培训。'],
    ['SPOKE', '韦国栋对各项筹备给予肯定。'],
    ['SPOKE', '韦国栋回应，将加开班车。'],
    ['SPOKE', '韦国栋乡长介绍，村里通了路。'],
    ['SPOKE', '会议听取局长韦国栋关于秋收的汇报。'],
    ['INSPECTED', '韦国栋一行来产业园考察项目。'],
    ['INSPECTED', '韦国栋带领部分委员，就夜校办学情况开展专题视察。'],
    ['MET', '韦国栋参加会谈。'],
    ['SPOKE', '韦国栋教授带来题为《山与水》的讲座。'],
    ['INSPECTED', '韦国栋慰问员工。'],
  ])('the subject %s in %s', (role, body) => {
    expect(roles(body)).toEqual([['韦国栋', [role]]]);
  });
});

describe('several people', () => {
  test('people in a list share the predicate that follows', () => {
    expect(roles('区委书记韦国栋，区长杜若兰，副区长海澄等出席。')).toEqual([
      ['韦国栋', ['ATTENDED']],
      ['杜若兰', ['ATTENDED']],
      ['海澄', ['ATTENDED']],
    ]);
  });

  test('people have the predicate of their own clause', () => {
    expect(roles('区长韦国栋出席会议，副区长杜若兰主持会议。')).toEqual([
      ['韦国栋', ['ATTENDED']],
      ['杜若兰', ['HOSTED']],
    ]);
  });

  test('people who are met share in the meeting', () => {
    expect(roles('韦国栋会见杜若兰一行。')).toEqual([
      ['韦国栋', ['MET']],
      ['杜若兰', ['MET']],
    ]);
  });

  test('people listed over a semicolon share the predicate behind it', () => {
    expect(roles('东铭集团董事长韦国栋，总经理杜若兰；区长海澄等出席。')).toEqual([
      ['韦国栋', ['ATTENDED']],
      ['杜若兰', ['ATTENDED']],
      ['海澄', ['ATTENDED']],
    ]);
    expect(roles('区委书记韦国栋讲话；区长海澄主持。')).toEqual([
      ['韦国栋', ['SPOKE']],
      ['海澄', ['HOSTED']],
    ]);
  });

  test('people who go along with a guest do not inspect', () => {
    expect(roles('韦国栋陪同杜若兰一行走访企业。')).toEqual([
      ['韦国栋', ['ACCOMPANIED']],
      ['杜若兰', ['INSPECTED']],
    ]);
    expect(roles('韦国栋与杜若兰走访企业。')).toEqual([
      ['韦国栋', ['INSPECTED']],
      ['杜若兰', ['INSPECTED']],
    ]);
  });

  test('people who take part where somebody inspects accompany', () => {
    expect(roles('韦国栋深入企业调研。副区长杜若兰参加。')).toEqual([
      ['韦国栋', ['INSPECTED']],
      ['杜若兰', ['ACCOMPANIED']],
    ]);
    expect(roles('韦国栋主持会议。副区长杜若兰参加。')).toEqual([
      ['韦国栋', ['HOSTED']],
      ['杜若兰', ['ATTENDED']],
    ]);
  });

  test('people who sit in on a meeting attend it', () => {
    expect(roles('韦国栋会见来访客人。副区长杜若兰参加会见。')).toEqual([
      ['韦国栋', ['MET']],
      ['杜若兰', ['ATTENDED']],
    ]);
  });

  test('people who sign with each other share the signing', () => {
    expect(roles('韦国栋分别与院长杜若兰、院长海澄签署协议。')).toEqual([
      ['韦国栋', ['SIGNED']],
      ['杜若兰', ['SIGNED']],
      ['海澄', ['SIGNED']],
    ]);
  });

  test('people after 参加的有 attended', () => {
    expect(roles('参加活动的有杜若兰、海澄。')).toEqual([
      ['杜若兰', ['ATTENDED']],
      ['海澄', ['ATTENDED']],
    ]);
  });

  test('people in whose company somebody goes only accompany', () => {
    expect(roles('韦国栋在杜若兰陪同下调研企业。')).toEqual([
      ['韦国栋', ['INSPECTED']],
      ['杜若兰', ['ACCOMPANIED']],
    ]);
  });
});

describe('who goes along', () => {
  test('people who accompany in a list do not inspect', () => {
    expect(roles('县长韦国栋，副县长杜若兰，县水务局有关负责人陪同考察。')).toEqual([
      ['韦国栋', ['ACCOMPANIED']],
      ['杜若兰', ['ACCOMPANIED']],
    ]);
    expect(roles('县政协主席韦国栋视察夜校。副主席杜若兰参加，县长海澄应邀陪同。')).toEqual([
      ['韦国栋', ['INSPECTED']],
      ['杜若兰', ['ACCOMPANIED']],
      ['海澄', ['ACCOMPANIED']],
    ]);
  });

  test('people who are taken along accompany who leads them', () => {
    expect(roles('县人大常委会副主任韦国栋同志，带领委员杜若兰，农业局局长海澄等走访察看了粮库。')).toEqual([
      ['韦国栋', ['INSPECTED']],
      ['杜若兰', ['ACCOMPANIED']],
      ['海澄', ['ACCOMPANIED']],
    ]);
    expect(roles('由韦国栋带领，局长杜若兰走访粮库。')).toEqual([
      ['韦国栋', ['INSPECTED']],
      ['杜若兰', ['ACCOMPANIED']],
    ]);
    expect(roles('视察由韦国栋带队，秘书长杜若兰参加。')).toEqual([
      ['韦国栋', ['INSPECTED']],
      ['杜若兰', ['ACCOMPANIED']],
    ]);
  });

  test('people who go together with who inspects go along', () => {
    expect(roles('韦国栋调研备考工作，县领导杜若兰、海澄一同调研。')).toEqual([
      ['韦国栋', ['INSPECTED']],
      ['杜若兰', ['ACCOMPANIED']],
      ['海澄', ['ACCOMPANIED']],
    ]);
  });

  test('who accompanies a guest after a meeting does not inspect', () => {
    expect(roles('韦国栋会见了杜若兰一行，并陪同到青稞基地调研。')).toEqual([
      ['韦国栋', ['MET', 'ACCOMPANIED']],
      ['杜若兰', ['MET', 'INSPECTED']],
    ]);
  });

  test('people who are named behind 随团 and in rosters go along or attend', () => {
    expect(roles('随团访问的局长韦国栋、杜若兰考察了码头。')).toEqual([
      ['韦国栋', ['ACCOMPANIED', 'INSPECTED']],
      ['杜若兰', ['ACCOMPANIED', 'INSPECTED']],
    ]);
    expect(roles('出席开学礼的嘉宾包括，副校长韦国栋教授及杜若兰教授。')).toEqual([
      ['韦国栋', ['ATTENDED']],
      ['杜若兰', ['ATTENDED']],
    ]);
    expect(roles('代表团成员还包括：会长韦国栋、杜若兰等。')).toEqual([
      ['韦国栋', ['ACCOMPANIED']],
      ['杜若兰', ['ACCOMPANIED']],
    ]);
  });
});

describe('both sides', () => {
  test('people in a list of those met are met, those behind the comma attend', () => {
    expect(roles('市长韦国栋会见总裁杜若兰，副总裁海澄一行。')).toEqual([
      ['韦国栋', ['MET']],
      ['杜若兰', ['MET']],
      ['海澄', ['MET']],
    ]);
    expect(roles('市长韦国栋会见总裁杜若兰一行，副市长海澄参加会见。')).toEqual([
      ['韦国栋', ['MET']],
      ['杜若兰', ['MET']],
      ['海澄', ['ATTENDED']],
    ]);
  });

  test('people who meet act together afterwards', () => {
    expect(roles('市长韦国栋会见总裁杜若兰一行，并一同出席签约仪式。')).toEqual([
      ['韦国栋', ['MET', 'ATTENDED']],
      ['杜若兰', ['MET', 'ATTENDED']],
    ]);
    expect(roles('市长韦国栋与总裁杜若兰举行会谈。')).toEqual([
      ['韦国栋', ['MET']],
      ['杜若兰', ['MET']],
    ]);
  });

  test('who is taken along to others goes along, and the leader inspects', () => {
    expect(roles('校长韦国栋率处长杜若兰、主任海澄等一行来公司洽谈合作。')).toEqual([
      ['韦国栋', ['INSPECTED']],
      ['杜若兰', ['ACCOMPANIED']],
      ['海澄', ['ACCOMPANIED']],
    ]);
    expect(roles('校长韦国栋带领处长杜若兰布置会场。')).toEqual([
      ['韦国栋', []],
      ['杜若兰', []],
    ]);
  });

  test('guests are met by who meets 客人', () => {
    expect(roles('副省长韦国栋率经贸代表团到访海港。董事长杜若兰会见了客人。')).toEqual([
      ['韦国栋', ['MET']],
      ['杜若兰', ['MET']],
    ]);
  });

  test('people with whom somebody only talks are not the subject', () => {
    expect(roles('韦国栋走进果园察看苗情，与村支书杜若兰及果农拉家常。他指出，要防虫。')).toEqual([
      ['韦国栋', ['INSPECTED', 'SPOKE']],
      ['杜若兰', []],
    ]);
  });
});

describe('clauses', () => {
  test('an agent acts in the own clause only', () => {
    expect(roles('韦国栋察看工地，听取局长杜若兰情况介绍，并看望工人。')).toEqual([
      ['韦国栋', ['INSPECTED']],
      ['杜若兰', ['SPOKE']],
    ]);
    expect(roles('活动由副院长韦国栋主持，他向专家表示由衷感谢。')).toEqual([['韦国栋', ['HOSTED', 'SPOKE']]]);
  });

  test('people without names end a list, but begin a clause of their own behind a predicate', () => {
    expect(roles('县长韦国栋，院长杜若兰，县直有关部门负责人列席会议。')).toEqual([
      ['韦国栋', ['ATTENDED']],
      ['杜若兰', ['ATTENDED']],
    ]);
    expect(roles('镇人大主席韦国栋宣读方案，镇领导班子成员、各村支书共78人参加会议。')).toEqual([
      ['韦国栋', ['SPOKE']],
    ]);
  });

  test('a clause that begins in no known way has a subject of its own', () => {
    expect(roles('韦国栋出席会议，副区长某某主持会议，并作总结讲话。')).toEqual([['韦国栋', ['ATTENDED']]]);
    expect(roles('韦国栋前赴旧圩镇，实地察看祠堂，随后主持会议。')).toEqual([['韦国栋', ['INSPECTED', 'HOSTED']]]);
  });

  test('others do what somebody asks for or speaks of', () => {
    expect(roles('韦国栋希望企业多来考察。')).toEqual([['韦国栋', ['SPOKE']]]);
    expect(roles('韦国栋对客商参加茶会表示欢迎。')).toEqual([['韦国栋', ['SPOKE']]]);
    expect(roles('韦国栋汇报了专题调研情况。')).toEqual([['韦国栋', ['SPOKE']]]);
    expect(roles('韦国栋走上台。他邀请客人参加河流节。')).toEqual([['韦国栋', []]]);
    expect(roles('韦国栋指出，要开展走访；要加强督导。')).toEqual([['韦国栋', ['SPOKE']]]);
  });

  test('a reporter in brackets is no subject', () => {
    expect(roles('县报讯（通讯员韦国栋）县里开会，县长杜若兰讲话。')).toEqual([
      ['韦国栋', []],
      ['杜若兰', ['SPOKE']],
    ]);
  });
});

describe('one person', () => {
  test('one person has the roles of several predicates', () => {
    expect(roles('韦国栋出席会议并讲话。')).toEqual([['韦国栋', ['ATTENDED', 'SPOKE']]]);
  });

  test('他 in the next sentence is the same person', () => {
    expect(roles('韦国栋出席会议。他强调，要加快建设。')).toEqual([['韦国栋', ['ATTENDED', 'SPOKE']]]);
  });
});

describe('speakers', () => {
  test.each<[string, string]>([
    ['before a word of thanks and reports', '文化馆馆长韦国栋致欢迎辞。'],
    ['in a lecture', '韦国栋作了辅导讲座。'],
    ['in a report that was heard', '会议听取了局长韦国栋作的关于预算执行情况的报告。'],
    ['by hoping', '韦国栋希望各单位尽快行动。'],
    ['in marks of praise', '裁判长韦国栋用“水平高”评价赛事。'],
    ['in words that stand alone before', '“今年收成好。”村民韦国栋笑得合不拢嘴。'],
    ['in an interview', '韦国栋：那时候刚退伍。'],
    ['by name after the words', '说这话的人叫韦国栋。'],
    ['with a quotation behind the colon', '村民韦国栋摆摆手：“不用谢。”'],
    ['as the person of the sentence before', '韦国栋获奖。这位老党员说，很高兴。'],
  ])('a person speaks %s', (_, body) => {
    expect(roles(body)).toEqual([['韦国栋', expect.arrayContaining(['SPOKE'])]]);
  });

  test('a person speaks beside a quotation that stands alone', () => {
    expect(roles('“这米能熬出油！”昨天，在米店里，村民韦国栋一口气买了六袋。')).toEqual([['韦国栋', ['SPOKE']]]);
    expect(roles('他说：“这米好！”昨天，在米店里，村民韦国栋买了六袋。')).toEqual([['韦国栋', []]]);
  });

  test('a person speaks by a part of a foreign name', () => {
    const reading = readingOf('副省长罗德里戈·桑托斯到访海港。桑托斯表示，海港变化很大。桑托斯公司送来礼物。');
    const found = readRoles(reading, [{ name: '罗德里戈·桑托斯', start: 4, end: 12 }]);
    expect(found.map(({ name, role, start, end }) => [name, role, textOf(reading, { start, end })])).toEqual([
      ['罗德里戈·桑托斯', 'SPOKE', '表示'],
    ]);
  });

  test('the person spoken to does not speak', () => {
    expect(roles('韦国栋向所长杜若兰提议，先试一试。')).toEqual([
      ['韦国栋', ['SPOKE']],
      ['杜若兰', []],
    ]);
  });

  test('a person who acts after a quotation with its own speaker does not speak', () => {
    expect(roles('主持人说：“欢迎大家。”韦国栋走上台。')).toEqual([['韦国栋', []]]);
  });
});

describe('what gives no role', () => {
  test.each([
    ['of a word inside a quotation', '“欢迎大家出席会议”，这是韦国栋的心愿。'],
    ["of a ceremony's name", '韦国栋的签约仪式照片。'],
    ['of an inspection team', '韦国栋所在的调研组。'],
    ['of a commission for inspection', '韦国栋当选纪律检查委员会副书记。'],
    ['of 主持人', '韦国栋的主持人经历。'],
    ['of what a slogan says', '韦国栋家门口写着：“光荣之家。”'],
    ['of what did not happen', '韦国栋因病未能出席。'],
    ['of what is only to come', '韦国栋将为学员授课。'],
    ['of a post', '督查科科长韦国栋的书桌。'],
    ['of what is heard', '韦国栋认真听取汇报。'],
    ['of a noun', '韦国栋对协议的签订十分满意。'],
    ['of somebody quoted', '“韦国栋出席了会议，”有人小声议论。'],
    ['of a subject that stands in another sentence', '韦国栋走上台。会议强调，要加快建设。'],
  ])('no role comes %s', (_, body) => {
    expect(roles(body)).toEqual([['韦国栋', []]]);
  });

  test('no role comes of what somebody only tells', () => {
    expect(roles('韦国栋说，孩子参加培训后胆子大了。')).toEqual([['韦国栋', ['SPOKE']]]);
    expect(roles('韦国栋提醒，司机要提前检查车辆。')).toEqual([['韦国栋', ['SPOKE']]]);
    expect(roles('韦国栋致辞，并为研究院揭牌。')).toEqual([['韦国栋', ['SPOKE', 'UNVEILED']]]);
  });

  test('no role passes to the people honoured from the person who speaks for them', () => {
    expect(roles('韦国栋、杜若兰等10人被授予称号，韦国栋代表获奖人员发言。')).toEqual([
      ['韦国栋', ['SPOKE']],
      ['杜若兰', []],
    ]);
  });

  test('no role comes of greetings, which are no speech', () => {
    expect(roles('韦国栋向大家表示亲切的慰问。')).toEqual([['韦国栋', []]]);
    expect(roles('韦国栋向大家表示衷心的感谢。')).toEqual([['韦国栋', ['SPOKE']]]);
  });

  test('no role passes to witnesses from the signing of others', () => {
    expect(roles('韦国栋、杜若兰共同见证东铭集团与云岫集团签署协议。')).toEqual([
      ['韦国栋', ['WITNESSED']],
      ['杜若兰', ['WITNESSED']],
    ]);
  });

  test('no role comes of what a report is about', () => {
    expect(roles('韦国栋作的关于检查条例实施情况的报告获得通过。')).toEqual([['韦国栋', ['SPOKE']]]);
  });

  test('no role passes to a person who attends from one who signs', () => {
    expect(roles('韦国栋出席签约仪式。')).toEqual([['韦国栋', ['ATTENDED']]]);
  });
});

test('a role has the words that give it', () => {
  const reading = readingOf('会议由韦国栋主持。');
  const [role] = readRoles(reading, [{ name: '韦国栋', start: 4, end: 7 }]);
  expect(role).toMatchObject({ role: 'HOSTED', rule: 'role.hosted' });
  expect(textOf(reading, role!)).toBe('主持');
});
