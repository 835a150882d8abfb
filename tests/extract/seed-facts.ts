import type { AgreementKind, AgreementStage, PersonRole } from '../../src/extract/facts.ts';

/**
 * What the two seed pages say, read by a person. Organisations go by what tells them apart in the archive (徐汇区 for its
 * government).
 */
export interface SeedPage {
  readonly file: string;
  readonly publishedOn: string;
  readonly teasers: readonly (readonly [pages: string, title: string])[];
  readonly articles: readonly SeedArticle[];
}

export interface SeedArticle {
  readonly headline: string | null;
  readonly source: string | null;
  readonly people: readonly SeedPerson[];
  /** The key of the body, and the names that the article prints for it; none where only a title implies it. */
  readonly organisations: Readonly<Record<string, readonly string[]>>;
  readonly agreements: readonly SeedAgreement[];
}

export type SeedPerson = readonly [
  name: string,
  roles: readonly PersonRole[],
  ...titles: (readonly [title: string, organisation: string | null])[],
];

export interface SeedAgreement {
  readonly kind: AgreementKind;
  readonly stage: AgreementStage;
  readonly title: string | null;
  readonly date: string | null;
  readonly place: string | null;
  readonly parties: readonly string[];
  readonly signatories: readonly (readonly [person: string, onBehalfOf: string])[];
}

const once = (...names: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(names.map((name) => [name, [name]]));
const committee = '徐汇区委';
const secretary: readonly [string, string] = ['区委书记', committee];
const member: readonly [string, string] = ['区委常委', committee];
const deputySecretary: readonly [string, string] = ['区委副书记', committee];
const deputyHead: readonly [string, string] = ['副区长', '徐汇区'];
const reporter: readonly [string, null] = ['记者', null];
const xinwei = '上海新微科技集团有限公司';
const institute = '中国科学院上海微系统与信息技术研究所';
const builder = '上海徐汇城市建设投资（集团）有限公司';
const friends = '上海徐汇香港联谊会';

const may: SeedPage = {
  file: '000_fc0a40daac650225',
  publishedOn: '2024-05-27',
  teasers: [
    ['12', '徐汇中学学生与市长共同启动上海科技节开幕式'],
    ['08-09', '2023 年徐汇区道德模范风采(上)'],
    ['02', '徐汇区召开“礼赞劳动者·奋进新征程”2024 五一大会'],
  ],
  articles: [
    {
      headline: '23 个重大项目集中签约 全市首推“重点企业服务包PLUS 计划”',
      source: '区投促办',
      people: [
        ['曹立强', ['ATTENDED'], secretary],
        ['王华', ['ATTENDED'], deputySecretary, ['代理区长', '徐汇区']],
        ['李新华', ['ATTENDED'], ['区人大常委会主任', '徐汇区人大常委会']],
        ['沈权', ['ATTENDED'], deputySecretary],
        ['俞林伟', ['ATTENDED'], member, deputyHead],
        ['俞晓红', ['ATTENDED'], ['区政协副主席', '徐汇区政协']],
      ],
      organisations: {
        徐汇区: ['徐汇区', '徐汇'],
        徐汇区投促办: ['区投促办'],
        徐汇区委: [],
        徐汇区人大常委会: [],
        徐汇区政协: [],
        ...once(
          '五矿发展',
          '吉利汽车集团',
          '明州斯睿',
          '扬子江药业',
          '中国能建',
          '中智股份',
          '特赞科技',
          '萃达万博',
          '中汉能源',
          '东方明珠',
          '财跃星辰',
          '吉运数科',
          '安哲智康',
          '海外投资促进服务中心',
        ),
      },
      agreements: [
        {
          kind: 'PROJECT',
          stage: 'SIGNED',
          title: null,
          date: '2024-05-23',
          place: '模速空间',
          signatories: [],
          parties: ['徐汇区', '特赞科技', '萃达万博', '中汉能源', '东方明珠', '财跃星辰', '吉运数科', '安哲智康'],
        },
        {
          kind: 'PROJECT',
          stage: 'BACKGROUND',
          title: null,
          date: null,
          place: null,
          parties: ['徐汇区', '扬子江药业'],
          signatories: [],
        },
        {
          kind: 'MEMORANDUM',
          stage: 'BACKGROUND',
          title: null,
          date: null,
          place: null,
          parties: ['徐汇区', '中国能建', '中智股份'],
          signatories: [],
        },
      ],
    },
    {
      headline: '功以才成 业由才广 徐汇区、复旦大学和中智股份战略合作协议签约仪式举行',
      source: null,
      people: [
        ['刘坤', ['BYLINE'], reporter],
        ['陈文卿', ['BYLINE'], reporter],
        ['裘新', ['ATTENDED'], ['党委书记', '复旦大学']],
        ['金力', ['ATTENDED', 'SPOKE'], ['校长', '复旦大学'], ['院士', '中国科学院']],
        ['曹立强', ['ATTENDED'], secretary],
        ['王华', ['ATTENDED', 'SPOKE'], deputySecretary, ['代理区长', '徐汇区']],
        ['王志华', ['ATTENDED'], deputyHead],
        ['卜玉龙', ['ATTENDED', 'SPOKE'], ['党委书记', '中智集团'], ['董事长', '中智集团'], ['董事长', '中智股份']],
        ['李双', ['ATTENDED'], ['党委书记', '中智股份'], ['董事', '中智股份'], ['副总经理', '中智股份']],
        ['陶骏', ['ATTENDED'], ['党委委员', '中智股份'], ['副总经理', '中智股份'], ['董事会秘书', '中智股份']],
        ['姜育刚', ['HOSTED'], ['副校长', '复旦大学']],
        ['刘琪', ['SIGNED'], member, ['组织部长', '徐汇区委组织部']],
        ['许征', ['SIGNED'], ['常务副校长', '复旦大学']],
        ['单为民', ['SIGNED'], ['党委副书记', '中智股份'], ['董事', '中智股份'], ['总经理', '中智股份']],
      ],
      organisations: {
        徐汇区: ['徐汇区', '徐汇'],
        中智集团: ['中智集团', '中智'],
        徐汇区委: [],
        徐汇区委组织部: [],
        ...once('复旦大学', '中智股份', '中国科学院'),
      },
      agreements: [
        {
          kind: 'STRATEGIC',
          stage: 'SIGNED',
          title: null,
          date: '2024-05-21',
          place: '复旦大学(邯郸校区)',
          parties: ['徐汇区', '复旦大学', '中智股份'],
          signatories: [
            ['刘琪', '徐汇区'],
            ['许征', '复旦大学'],
            ['单为民', '中智股份'],
          ],
        },
      ],
    },
    {
      headline: '曹立强走访调研本区机构改革新组建单位',
      source: '区委办',
      people: [
        ['曹立强', ['INSPECTED', 'SPOKE'], secretary],
        ['沈权', ['ACCOMPANIED'], ['区领导', '徐汇区']],
        ['刘琪', ['ACCOMPANIED'], ['区领导', '徐汇区']],
      ],
      organisations: {
        徐汇区: ['徐汇区', '徐汇', '本区'],
        徐汇区委: [],
        徐汇区委社会工作部: ['区委社会工作部'],
        徐汇区人才工作局: ['区人才工作局', '人才工作局'],
        徐汇区新型工业化推进办公室: ['区新型工业化推进办公室', '新型工业化推进办公室'],
        徐汇区数据局: ['区数据局', '数据局'],
        徐汇区委办: ['区委办'],
      },
      agreements: [],
    },
  ],
};

const january: SeedPage = {
  file: '003_007a55f3a8e66e78',
  publishedOn: '2024-01-22',
  teasers: [],
  articles: [
    {
      headline: '“开门红”打造发展强引擎 徐汇区与新微集团签约',
      source: null,
      people: [
        ['刘坤', ['BYLINE'], reporter],
        ['陈文卿', ['BYLINE'], reporter],
        ['狄增峰', ['ATTENDED'], ['党委书记', institute]],
        ['秦曦', ['ATTENDED'], ['总裁', xinwei]],
        ['杨占永', ['ATTENDED'], ['副总裁', xinwei]],
        ['曹立强', ['ATTENDED'], secretary],
        ['钟晓咏', ['ATTENDED'], deputySecretary, ['区长', '徐汇区']],
        ['俞林伟', ['ATTENDED'], member, deputyHead],
        ['高世煦', ['ATTENDED'], deputyHead],
      ],
      organisations: {
        徐汇区: ['上海市徐汇区人民政府', '徐汇区'],
        徐汇区委: ['徐汇区委', '区委'],
        [xinwei]: [xinwei, '新微集团', '新微集团公司'],
        [builder]: [builder, '徐汇城投集团'],
        [institute]: [institute, '中国科学院上海微系统所'],
      },
      agreements: [
        {
          kind: 'MEMORANDUM',
          stage: 'SIGNED',
          title: `上海市徐汇区人民政府与${xinwei}深化合作备忘录`,
          date: '2024-01-15',
          place: null,
          parties: ['徐汇区', xinwei],
          signatories: [],
        },
        {
          kind: 'FRAMEWORK',
          stage: 'SIGNED',
          title: `${builder}与${xinwei}合作框架协议`,
          date: '2024-01-15',
          place: null,
          parties: [builder, xinwei],
          signatories: [],
        },
      ],
    },
    {
      headline: '五大战区开年第一课火热开讲 蓄能冲刺经济“双红”新高峰',
      source: null,
      people: [
        ['杨宜修', ['BYLINE'], reporter],
        ['陈吉宁', ['SPOKE'], ['市委书记', '上海市委']],
      ],
      organisations: {
        上海市委: ['上海市委', '市委'],
        徐汇区投促办: ['区投促办'],
        徐汇区财政局: ['区财政局', '财政局'],
        徐汇区市场监管局: ['区市场监管局'],
        徐汇区税务局: ['区税务局'],
        ...once('徐汇区委常委会', '3M', '艾默生', '斜土街道', '漕创经发', '申万宏源承销保荐'),
      },
      agreements: [],
    },
    {
      headline: null,
      source: '上海发布',
      people: [
        ['陈吉宁', ['SPOKE']],
        ['李政', ['ATTENDED'], ['市委常委', '上海市委'], ['市委秘书长', '上海市委']],
      ],
      organisations: { 上海市委: [], ...once('上海发布', '徐汇区') },
      agreements: [],
    },
    {
      headline: '上海徐汇香港联谊会在港成立',
      source: '区委统战部',
      people: [
        ['曹立强', ['ATTENDED', 'UNVEILED'], secretary],
        ['姚祖辉', ['SPOKE'], ['主席', '沪港社团总会']],
        ['关百豪', ['ATTENDED', 'SPOKE', 'UNVEILED'], ['会长', '沪港社团总会']],
        ['秦丽萍', ['ATTENDED', 'SPOKE', 'UNVEILED'], member, ['统战部部长', '徐汇区委统战部'], ['会长', '徐汇海会']],
        ['麦德铨', ['UNVEILED'], ['常务副会长', '沪港社团总会']],
        ['梁傲文', ['SPOKE'], ['主席', friends]],
        ['李民輝', ['SPOKE'], ['会长', friends]],
      ],
      organisations: {
        [friends]: [friends, '联谊会'],
        徐汇区委: ['徐汇区委', '区委'],
        徐汇区委统战部: ['区委统战部', '统战部'],
        ...once('沪港社团总会', '徐汇海会'),
      },
      agreements: [],
    },
  ],
};

export const seedPages: readonly SeedPage[] = [may, january];

/** Bodies that the importer may miss: what tells that their names are names stands in their words alone. */
export const missedOrganisations: readonly (readonly [headline: string | null, organisation: string])[] = [
  // 来自申万宏源承销保荐战略金融部: neither an ending nor a list tells that the name ends before 战略金融部
  ['五大战区开年第一课火热开讲 蓄能冲刺经济“双红”新高峰', '申万宏源承销保荐'],
];

/** Names that are printed of an organisation and not read as such. */
export const missedNames: readonly string[] = [
  // 区委常委、统战部部长、徐汇海会会长秦丽萍: the department of the title is read, its short name is not
  '统战部',
];

/** The district in running prose (徐汇区相关单位, 徐汇区高质量发展) may be read as a body and need not. */
export const proseOrganisation = '徐汇区';
