/** Universities and colleges. */
export const universityEndings: readonly string[] = ['大学', '学院', '师大', '理工(?!作)', '党校大学', '分校', '校区'];

/** Schools and kindergartens. */
export const schoolEndings: readonly string[] = [
  '中学',
  '小学',
  '学校',
  '幼儿园',
  '高中',
  '职校',
  '技校',
  '[一二三四五六七八九十]中(?![学心国队])',
  '附中',
  '附小',
  '少年宫',
  '实验中学',
];

/** Hospitals and clinics. */
export const hospitalEndings: readonly string[] = [
  '医院',
  '卫生院',
  '卫生服务中心',
  '疾控中心',
  '疾病预防控制中心',
  '血站',
  '急救中心',
  '妇幼保健院',
  '保健院',
  '市一院',
  '分院',
  '院区',
  '诊所',
  '门诊部',
  '分中心',
];

/** Academies, institutes and museums that do research. */
export const researchEndings: readonly string[] = [
  '研究院',
  '研究所',
  '科学院',
  '工程院',
  '社科院',
  '农科院',
  '农科所',
  '设计院',
  '规划院',
  '研究中心',
  '系统所',
  '物理所',
  '化学所',
  '药物所',
  '材料所',
  '能源所',
  '生物所',
  '力学所',
  '光机所',
  '软件所',
  '计算所',
  '自动化所',
  '技术研究所',
  '重点实验室',
  '病所',
  '博物院',
  '艺术院',
  '测绘院',
  '勘察院',
  '检测院',
];

/** Newspapers, stations and publishers. */
export const mediaEndings: readonly string[] = [
  '日报社',
  '报社',
  '杂志社',
  '电视台',
  '广播电视台',
  '融媒体中心',
  '出版社',
  '通讯社',
  '日报',
  '晚报',
  '晨报',
  '时报',
  '周报',
  '商报',
  '新闻网',
  '广播电台',
];
