import { describe, expect, test } from 'vitest';
import { factsOf } from '../printed.ts';

/** The other names of every organisation of an article. */
const short = (body: string): [string, string][] =>
  factsOf(body).organisations.flatMap(({ name, aliases }) =>
    aliases.map((alias): [string, string] => [alias.name, name]),
  );

describe('short forms', () => {
  test.each<[string, string, string, string]>([
    ['of a district', '云岫区召开大会，云岫将加快建设。', '云岫区', '云岫'],
    ['of the district by its level', '云岫区召开大会，本区将加快建设。', '云岫区', '本区'],
    ['of a committee', '云岫区委书记柳青出席。会上，区委要求狠抓落实。', '云岫区委', '区委'],
    ['of a bureau without its level', '区数据局揭牌，数据局将加快建设。', '区数据局', '数据局'],
    ['of the only association', '云岫香港联谊会成立，联谊会主席致辞。', '云岫香港联谊会', '联谊会'],
    ['of the only school', '青石中学开学，学校准备充分。', '青石中学', '学校'],
    ['of a bank with its level', '云岫农商银行揭牌，县农商行将加大投放。', '云岫农商银行', '县农商行'],
    [
      'of the technology centre named in full',
      '恒岳集团技术中心揭牌，技术中心将引进人才。',
      '恒岳集团技术中心',
      '技术中心',
    ],
    ['of the only power plant', '徐青来到青石热电厂，电厂将加强维护。', '青石热电厂', '电厂'],
    [
      'of the school that is no guest from abroad',
      '江东理工大学迎来韩国松林科技大学代表团，希望与我校合作。',
      '江东理工大学',
      '我校',
    ],
    [
      'of the one company of the paragraph',
      '恒达贸易有限公司揭牌。\n东铭铸造有限公司经理介绍产量。柳青表示，公司发展势头良好。',
      '东铭铸造有限公司',
      '公司',
    ],
    ['of a group by its stem', '东铭集团到访，东铭将加大投资。', '东铭集团', '东铭'],
    ['of a zone', '云栈湾经开区管委会发布公告，经开区将加快建设。', '云栈湾经开区管委会', '经开区'],
    [
      'of the office of a zone',
      '云栈湾经济技术开发区发布公告，经开区管委会负责解释。',
      '云栈湾经济技术开发区',
      '经开区管委会',
    ],
    [
      "of an association by its words' first characters",
      '云岫区海外联谊会换届，海联会要当好桥梁。',
      '云岫区海外联谊会',
      '海联会',
    ],
    ['of a bank', '明州农商银行揭牌，农商行将加大投放。', '明州农商银行', '农商行'],
    [
      'of a body without its place',
      '云岫区召开大会，云岫创新研究院成立，创新研究院将加快建设。',
      '云岫创新研究院',
      '创新研究院',
    ],
    ['of a district for which the paper speaks', '云岫区召开大会，我区与东铭集团签约。', '云岫区', '我区'],
    ['of a district whose delegation travels', '云岫区召开大会，我区代表团出访。', '云岫区', '我区'],
    ['of a city', '临溪市与白石市签约，白石将加快建设。', '白石市', '白石'],
    ['of a university', '江东农业大学开学，农大将扩大招生。', '江东农业大学', '农大'],
    ['of a university among its schools', '江东大学与机电工程学院签约，学校将扩大招生。', '江东大学', '学校'],
    [
      'of a hospital of a university',
      '江东医科大学第二附属医院揭牌，二附院将加快建设。',
      '江东医科大学第二附属医院',
      '二附院',
    ],
    ['of the only police station', '青石派出所揭牌，派出所将加强巡逻。', '青石派出所', '派出所'],
    ['of a centre before its head', '云岫法律援助中心揭牌，中心主任柳青致辞。', '云岫法律援助中心', '中心'],
    ['of the court that speaks', '云岫区人民法院公告：本院受理此案。', '云岫区人民法院', '本院'],
    [
      'of a company without its form',
      '北原恒达轴承有限责任公司投产，北原恒达轴承将加大投入。',
      '北原恒达轴承有限责任公司',
      '北原恒达轴承',
    ],
    [
      'of the formal company of two',
      '远图电气股份有限公司与德国贝格公司签约，公司将加大投入。',
      '远图电气股份有限公司',
      '公司',
    ],
    [
      'of the university whose college is named',
      '江东大学土木学院承办论坛，江东大学与西岭大学致辞，学校将扩大招生。',
      '江东大学',
      '学校',
    ],
    [
      'of an expert committee',
      '省茶叶协会机械化专业委员会换届，机械化专委会将加快建设。',
      '省茶叶协会机械化专业委员会',
      '机械化专委会',
    ],
    ['of the only zone', '临溪经济开发区管委会发布公告，开发区将加快建设。', '临溪经济开发区管委会', '开发区'],
    [
      'of the street that the sentence has named',
      '柳青来到青石街道和白鹭街道。青石街道书记介绍，今年街道将加快建设。',
      '青石街道',
      '街道',
    ],
    ['of a free-trade area', '青港自贸片区管委会揭牌，自贸片区将扩大开放。', '青港自贸片区管委会', '自贸片区'],
    ['of a city of the corps', '第八师柳河市与白石县签约，师市将加快建设。', '第八师柳河市', '师市'],
    ['of the only court', '云岫区人民法院审理此案，法院认为应予支持。', '云岫区人民法院', '法院'],
    ['of a society of the red cross', '临溪县红十字会收到善款，县红会将公示。', '临溪县红十字会', '县红会'],
    ['of the only company', '东铭绿能有限公司揭牌，公司总投资三亿元。', '东铭绿能有限公司', '公司'],
    ['of the only street', '青石街道召开大会，街道将开展整治。', '青石街道', '街道'],
    ['of the only neighbourhood', '榕树社区召开大会，社区利用空地建起花园。', '榕树社区', '社区'],
    [
      'of the school named by this very word, though a university is named too',
      '江东大学与江东实验学校签约，学校将于九月开学。',
      '江东实验学校',
      '学校',
    ],
  ])('the short form %s is found', (_, body, full, name) => {
    expect(short(body)).toEqual([[name, full]]);
  });

  test('a short form stands where it is named alone', () => {
    expect(factsOf('区数据局揭牌，数据局将加快建设。').organisations).toMatchObject([
      { aliases: [{ name: '数据局', evidence: { start: 7, end: 10 } }] },
    ]);
  });

  test('a short form is found for a district that only titles imply', () => {
    const district = factsOf('区长柳青说，本区将加快建设。').organisations.find(({ key }) => key === '云岫区');
    expect(district!.mentions.map(({ quote }) => quote)).toEqual(['本区']);
  });
});

describe('what is not a short form', () => {
  test.each<[string, string]>([
    ['a word inside the name itself', '区数据局揭牌。'],
    ['a word that two bodies could mean', '青石中学和白鹿中学开学，学校准备充分。'],
    ['a noun of many', '青石中学开学，各学校参加。'],
    ['the beginning of another body', '东铭集团到访，东铭股份陪同。'],
    ['the bare name of a road', '云岫区召开大会，云岫路改造完成。'],
    ['the scene that bears the name of a place', '云岫区召开大会，会议在云岫宾馆举行。'],
    ['the name of a cup', '云岫区召开大会，“云岫杯”开赛。'],
    ['a district spoken of', '云岫区召开大会，我区旅游业红火。'],
    [
      'a body without its place where another place has one too',
      '云岫区召开大会，云岫区融媒体中心和临溪县融媒体中心参加，融媒体中心发布消息。',
    ],
    ['the government in a post of its own', '云岫区召开大会，区政府办公室主任参加。'],
    ['this school where two are named', '江东大学与江东实验学校签约，仪式在该校举行。'],
    ['a word that begins with the noun', '青石中学开学，学校体育工作受到肯定。'],
    ['a noun with an attribute', '青石中学开学，两地结为姊妹学校。'],
    ['the whole of a group', '东铭集团到访，将举全集团之力支持。'],
    ['a neighbourhood of the common sort', '榕树社区的柳青义务为社区孩子辅导。'],
    ['one company of two', '东铭绿能有限公司与远图软件有限公司到访，公司总投资三亿元。'],
    ['a noun before its body', '今年，学校将迎来新生。青石中学开学。'],
    ['a court spoken of', '云岫区人民法院开庭，双方到法院大门口等候。'],
    ['the city where something happens', '临溪市与白石市签约，柳青在白石会见客人。'],
    ['the name of an anniversary', '临溪市与白石市签约，“临溪—白石”结对十周年。'],
    ['a centre in a phrase of its own', '云岫法律援助中心揭牌，要坚持以人民为中心。'],
    ['the people of a university', '江东农业大学开学，这是农大人的本分。'],
    ['a common noun behind a number', '江东大学与机电工程学院签约，三所学校参加。'],
    ['the trades of a company', '云陵轨道置业有限公司到访，轨道置业前景广阔。'],
    ['one of two streets just named', '青石街道和白鹭街道的书记介绍，今年街道将加快建设。'],
    [
      'one university of two whose colleges are named',
      '江东大学土木学院与西岭大学土木学院承办，江东大学、西岭大学致辞，学校将扩大招生。',
    ],
    ['the level of another district', '崇南区召开大会，本区将加快建设。'],
  ])('%s is not a short form', (_, body) => {
    expect(short(body)).toEqual([]);
  });
});
