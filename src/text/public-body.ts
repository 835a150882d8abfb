/**
 * The established short forms of public bodies, each with its full form first: 卫健委 is 卫生健康委员会. After the
 * names that the bodies give themselves and the usage of the press. A short form stands behind the name of a place, so
 * that it has no other meaning there.
 */
const bodies: readonly (readonly string[])[] = [
  // Commissions and bureaus, by what they are for: each also with 局, 厅 and 部.
  ...of('卫生健康', '卫健'),
  ...of('卫生和计划生育', '卫计'),
  ...of('发展和改革', '发改', '发展改革'),
  ...of('住房和城乡建设', '住建', '住房城乡建设'),
  ...of('住房和城乡建设管理', '住建管', '住房城乡建设管理'),
  ...of('经济和信息化', '经信', '经济信息化'),
  ...of('工业和信息化', '工信', '工业信息化'),
  ...of('人力资源和社会保障', '人社', '人力资源社会保障'),
  ...of('文化和旅游', '文旅', '文化旅游'),
  ...of('市场监督管理', '市监', '市场监管'),
  ...of('规划和自然资源', '规资', '规划资源', '规自'),
  ...of('绿化和市容管理', '绿化市容'),
  ...of('民族和宗教事务', '民宗', '民族宗教事务'),
  ...of('退役军人事务', '退役军人'),
  ...of('应急管理', '应急'),
  ...of('医疗保障', '医保'),
  ...of('知识产权', '知产'),
  ...of('药品监督管理', '药监'),
  ...of('食品药品监督管理', '食药监'),
  ...of('质量技术监督', '质监'),
  ...of('国有资产监督管理', '国资'),
  ...of('城市管理行政执法', '城管执法', '城管'),
  ...of('环境保护', '环保'),
  ...of('国土资源', '国土'),
  ...of('科学技术', '科技'),
  ...of('机关事务管理', '机管', '机关事务'),
  ...of('教育和体育', '教体'),
  ...of('文化广电和旅游', '文广旅'),
  ...of('文化广电新闻出版', '文广新'),
  ...of('交通运输', '交运'),
  ...of('建设和交通', '建交'),
  ...of('投资促进', '投促'),
  ...of('地方金融监督管理', '金融监管'),
  ...of('农业农村', '农业农村'),
  ...of('商务', '商务'),
  ['科学技术委员会', '科委'],
  ['教育委员会', '教委'],
  ['农业农村委员会', '农委'],
  ['管理委员会', '管委会'],
  ['政法委员会', '政法委'],
  ['纪律检查委员会', '纪委'],
  ['监察委员会', '监委'],
  ['党的工作委员会', '党工委'],
  ['党工作委员会', '党工委'],
  ['纪律检查工作委员会', '纪工委'],
  ['人民代表大会常务委员会', '人大常委会'],
  ['人民代表大会', '人大'],
  ['居民委员会', '居委会'],
  ['村民委员会', '村委会'],
  // Offices and centres.
  ['网络安全和信息化委员会办公室', '网信办'],
  ['机构编制委员会办公室', '编办'],
  ['台湾事务办公室', '台办'],
  ['侨务办公室', '侨办'],
  ['外事办公室', '外办'],
  ['金融工作办公室', '金融办'],
  ['金融服务办公室', '金融办'],
  ['投资促进办公室', '投促办'],
  ['合作交流办公室', '合作交流办', '合作办'],
  ['机关事务管理办公室', '机管办'],
  ['疾病预防控制中心', '疾控中心', '疾控'],
  ['妇幼保健院', '妇保院'],
  ['人民检察院', '检察院'],
  ['人民法院', '法院'],
  ['融媒体中心', '融媒中心'],
  // Associations.
  ['工商业联合会', '工商联'],
  ['妇女联合会', '妇联'],
  ['残疾人联合会', '残联'],
  ['归国华侨联合会', '侨联'],
  ['文学艺术界联合会', '文联'],
  ['社会科学界联合会', '社科联'],
  ['科学技术协会', '科协'],
  ['作家协会', '作协'],
  ['音乐家协会', '音协'],
  ['美术家协会', '美协'],
  ['书法家协会', '书协'],
  ['台湾同胞联谊会', '台联'],
  ['红十字会', '红会'],
  ['私营企业协会', '私协'],
  ['消费者权益保护委员会', '消保委'],
  ['残疾人工作委员会', '残工委'],
  // Academies and universities.
  ['中国科学院', '中科院'],
  ['中国工程院', '工程院'],
  ['社会科学院', '社科院'],
  ['农业科学院', '农科院'],
  ['交通大学', '交大'],
  ['师范大学', '师大'],
  ['农业大学', '农大'],
  ['财经大学', '财大'],
  ['理工大学', '理工大'],
  ['医科大学', '医大'],
  ['外国语大学', '外大'],
  ['政法大学', '政法大'],
  ['科技大学', '科大'],
];

function of(purpose: string, ...short: readonly string[]): string[][] {
  const stems = short.filter((stem) => stem !== purpose);
  return [
    [`${purpose}委员会`, `${purpose}委`, ...stems.map((stem) => `${stem}委`)],
    ...['局', '厅', '部']
      .filter(() => stems.length > 0)
      .map((head) => [`${purpose}${head}`, ...stems.map((stem) => `${stem}${head}`)]),
  ];
}

const byForm = new Map<string, readonly string[]>();
for (const body of bodies) for (const form of body) if (!byForm.has(form)) byForm.set(form, body);
/** The longest form that begins at a place, so that 人民代表大会常务委员会 is not taken for 人民代表大会. */
const forms = new RegExp(
  [...byForm.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(inItsPlace)
    .join('|'),
  'gu',
);

/** Two characters alone may be parts of other words: 平台办公, 大交大事. */
function inItsPlace(form: string): string {
  if (form.length > 2) return form;
  return /大$/.test(form) && form !== '人大' ? `${form}(?=$|[校党附医教学])` : `(?<![^省市区县州旗镇乡])${form}`;
}

const MOST_FORMS = 6;
/** No name of a body is longer. */
const LONGEST = 60;

/**
 * What else a name or a query is that has public bodies in it: with their full forms, and with each of their short
 * ones. 徐汇区卫健委 is 徐汇区卫生健康委员会 and 徐汇区卫生健康委. Empty when it has none, or is longer than a name; at
 * most six.
 */
export function publicBodyForms(text: string): string[] {
  if (text.length > LONGEST) return [];
  const most = Math.max(0, ...[...text.matchAll(forms)].map(([form]) => byForm.get(form)?.length ?? 0));
  const others = Array.from({ length: most }, (_, i) => text.replace(forms, (form) => byForm.get(form)?.[i] ?? form));
  return [...new Set(others)].filter((other) => other !== text).slice(0, MOST_FORMS);
}
