import { cutWords } from './word.ts';
import type { Word } from './word.ts';

/** No name of an organisation is longer. */
const longest = 48;

/**
 * Where a noun phrase that ends at `end` begins, looking back no further than `from`: it stops at function words, verbs
 * that name no business, adverbs, times and numbers. Brackets are walked through only when they close inside the
 * phrase.
 */
export function nounStart(text: string, from: number, end: number): number {
  const first = Math.max(from, end - longest);
  const words = cutWords(text.slice(first, end));
  let start = end;
  let depth = 0;
  for (let i = words.length - 1; i >= 0; i -= 1) {
    const word = words[i]!;
    if (/^[）]$/.test(word.text)) depth += 1;
    else if (/^[（]$/.test(word.text)) {
      if (depth === 0) break;
      depth -= 1;
    } else if (depth === 0 && isConjunction(word.text) && joinsUnits(words.slice(0, i), words.slice(i + 1))) {
      start = first + word.start; // 科技与数字出版部
    } else if (
      depth === 0 &&
      ((isStop(word.text, word.tag) && !(word.text === '原' && isSyllable(words[i - 1]))) ||
        isPunctuation(word.text) ||
        (word.text === '项目' && i < words.length - 1))
    )
      break;
    start = first + word.start;
  }
  return depth === 0 ? start : text.indexOf('）', start) + 1;
}

/**
 * 澄原轨道置业有限公司: 原 after a character that is no word of its own ends a name the dictionary does not know; 县原教育局 was one.
 */
const isSyllable = (word: Word | undefined): boolean =>
  word !== undefined &&
  /^\p{Script=Han}$/u.test(word.text) &&
  !stops.has(word.text) &&
  !/^[vdpcru]/.test(word.tag) &&
  !'省市区县镇乡州旗村院校局厅司长系'.includes(word.text);

const isConjunction = (word: string): boolean => word === '与' || word === '和' || word === '暨';

/** 科技与数字出版部, 工业和信息化部, 微系统与信息技术研究所: the part before 与 is no body by itself. */
function joinsUnits(before: readonly Word[], after: readonly Word[]): boolean {
  const left = before.at(-1);
  if (
    !left ||
    left.text.length < 2 ||
    isStop(left.text, left.tag) ||
    isPunctuation(left.text) ||
    /^(n[rst]|nrt)/.test(left.tag)
  )
    return false;
  if (
    /(?:[省市区县镇乡州局委厅处科室院校会社所队司团]|部|公司|集团|街道|大学|中心|政府|银行|股份|企业)$/.test(left.text)
  )
    return false;
  if (groups.has(left.text)) return false; // 双方相关部门和机电工程学院
  const right = after.map((word) => word.text).join('');
  return (
    /^.{1,10}(?:部|处|科|室|中心|局|委|厅|司|研究院|研究所|学院|委员会|大学)(?:党组|党委)?$/.test(right) &&
    !/[省市区县]/.test(right)
  );
}

/** Nouns of many bodies or people at once: none of them is a part of a name. */
const groups = new Set('部门 单位 企业 机构 领导 干部 代表 院校 高校 专家 学者 师生 嘉宾 客人'.split(' '));

const isPunctuation = (word: string): boolean => /^[\p{P}\p{S}\s]/u.test(word) && !/^[·&\-—]$/u.test(word);

const stops = new Set(
  (
    '与 和 及 以及 暨 在 由 向 对 对于 为 到 从 把 被 将 了 的 是 于 给 让 使 据 等 其 该 本 此 这 那 并 也 还 就 都 又 则 后 同 跟 因 以 用 按 按照 根据 通过 随着 关于 至 往 赴 ' +
    '来自 有 以来 期间 当天 现场 会上 仪式 今天 昨天 日前 近日 今年 去年 明年 目前 其中 包括 例如 如 作为 成为 各 每 某 全 已 曾 正 正在 共同 分别 先后 一行 陪同 会见 邀请 代表 ' +
    '出席 参加 主持 介绍 表示 指出 获 签 上午 下午 晚 晚上 晚间 上周 本周 时任 现任 原 以下简称 简称 随后 兼 会同 联合开展 产生 选派 助力 发挥 充分发挥 落实 坚决 召集 祝贺 贯彻落实 拉上 险胜 首届 促成 推动 积极 依托 借助 打造 建立 创建 设立 组建 新组建 撤销 批准 授予 荣获 加入 离开 关注 收购 建设单位 施工单位 主办单位 承办单位 主管单位 代表性 巨头 新任 会见 受 记者 通讯员 据悉 遗失 全国首家 此外 另外 同时 双方 三方 各方 旗下 我们 他们 大家 学员 首批 首个 首家 这家 ' +
    '帮助 感谢 支持 联合 携手 牵手 成立 召开 举办 承办 主办 协办 走进 落户 入驻 前往 深入 来到 走访 调研 考察 慰问 看望 视察 检查 服务好 任命 免去 聘任 聘请 选举 推选 当选 担任 任 兼任 辞去 出任 ' +
    '所属 下属 面向 联系 施工方 投资方 建设方 承建方 承办方 主办方 合作方 运营方 开发方 监理方 供货方 委托方 受托方 赞助方 出品方 家门口 ' +
    '健全 筹建 全力支持 大力支持 积极支持 即日起'
  ).split(' '),
);

/** Verbs that are ordinary parts of organisations' names. */
const businessVerbs = new Set(
  (
    '运行 调度 指挥 青年 少年 青少年 老年 中年 儿童 特许 灭火 分行 支行 呼吸 消化 泌尿 生殖 重症 急诊 麻醉 肿瘤 手术 投资 发展 促进 建设 管理 服务 监管 运营 保障 开发 建筑 设计 制造 研究 教育 规划 检测 评测 交流 合作 救援 执法 监督 审计 统计 租赁 融资 担保 交易 运输 物流 航运 航空 出版 传播 传媒 保险 ' +
    '证券 信托 咨询 招商 引进 养护 维修 养老 护理 康复 急救 治疗 预防 控制 疾控 防治 防控 防灭火 防汛 抗旱 环保 安装 装饰 装备 加工 生产 销售 零售 批发 贸易 进出口 外贸 种植 养殖 屠宰 育种 饲养 开放 ' +
    '改革 应急 信访 仲裁 调解 公证 登记 测绘 勘察 勘测 监测 监理 评估 认证 计量 检验 检疫 导航 通信 通导 配送 供电 供水 供销 供应 保税 保安 安保 征收 收储 储备 拍卖 会展 培训 实习 实验 推广 创业 创新 ' +
    '就业 扶贫 振兴 救助 助残 慈善 捐助 志愿 联谊 联合 统战 外办 外事 宣传 组织 办公 工作 巡察 巡视 督查 接待 行政 审批 政务 网信 编办 党建 科研 科创 孵化 转化 回收 再生 利用 处理 治理 整治 协调 推进 指导 ' +
    '飞行 电竞 动画 影视 摄影 演艺 演出 健身 体育 旅游 餐饮 酒店 承销 保荐 经营 经济 代理 采购 招标 引导 生活 生态 卫生 卫健 生育 司法 监察 检察 融媒 广电 市立 县立 省立 国立 公立 私立 应用 铸造 锻造 冶炼 轧制 焊接 印刷 印染 包装 针织 酿造 烘焙 编织 缝制 喷涂 切割 勘探 开采 采掘 强制 隔离 戒毒 缉私 稽查 警卫 护卫 搜救 打捞 疏浚 灌溉 改造 修缮 游艺 烹饪 雕塑 雕刻 绘画 舞蹈 翻译 编译 演出 表演 回收 清洁 保洁 清运 拆迁 评价 咨询 督查 结算 支付 报道 阅读 直播 点评 数据 计算 智造 联通 移动'
  ).split(' '),
);

/** 一座座学校, 一所乡镇中学, 几家医院: the dictionary takes some of them for nouns. */
const counted = /^[一二两三四五六七八九十几数多]+[座所家间个处][座所家间个处]?$/;

/** Whether a word belongs to the sentence rather than to a name: a function word or a verb of reporting. */
export const isFunctionWord = (word: string): boolean => stops.has(word);

function isStop(word: string, tag: string): boolean {
  if (stops.has(word)) return true;
  if (businessVerbs.has(word) || word.length === 1) return /^\d+$/.test(word) || word === '着';
  if (counted.test(word)) return true;
  if (/^(v|vd|d|c|p|t|r|u|uj|ul|uz|ug|ud)$/.test(tag)) return true;
  return (
    /^m/.test(tag) &&
    /[\d一二三四五六七八九十百千万亿两]$|[位名个家项多余大]/.test(word) &&
    !/^第|^[一二三四五六七八九十]+$/.test(word)
  );
}
