/**
 * Family names. Single and double Han surnames follow the traditional Hundred Family Surnames (百家姓) and the names in
 * use today; the Japanese ones are the most frequent of the Japanese register. Traditional forms stand beside
 * simplified ones.
 */
const single =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐' +
  '费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁' +
  '杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚' +
  '程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙' +
  '叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温' +
  '别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾' +
  '毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖覃佟仝付代闫岳雒冼佘鄢辜原苑揭卿南商年麦招阳涂谌邝蹇练甯仉牟佴墨哈谯笪爱伯过' +
  '言福归海晋楚候敬亢况有帅缑琴宛隋朴尉丘邸丛巨粟才迟郞肇昃亓汝衣车战辟库鹿苟同种闳铁战肖萱泮昝佀缪漆鞏仪贠呙晁郤麴隽睢佼眭镡逯撒沐庹钦邝揭阚喜侍宾' +
  '妥者岩杞禤褟麴粘铎脱剡刀俸勾' +
  '趙錢孫鄭馮陳衛蔣瀋韓楊許呂張孔嚴華魏謝鄒竇蘇範魯韋馬鳳俞湯羅畢樂於傅齊顧黃蕭貝計談龐熊紀項閔賈婁顏鐘鍾萬盧莫經繆應單龔陸榮儲車寧劉葉龍黎賴喬聞黨譚勞鄧莊閻連習廖聶饒關';

const double =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 ' +
  '司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 ' +
  '东门 南门 北门 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 吴铭 纳兰 那拉 完颜 叶赫 ' +
  '富察 钮祜 爱新 歐陽 司馬 東方 諸葛 尉遲 慕容 長孫 鍾離';

const japanese =
  '佐藤 铃木 高桥 田中 渡边 伊藤 山本 中村 小林 加藤 吉田 山田 佐佐木 山口 松本 井上 木村 清水 山崎 池田 桥本 阿部 石川 中岛 前田 藤田 小川 冈田 后藤 ' +
  '长谷川 村上 近藤 石井 坂本 远藤 青木 藤井 西村 福田 太田 三浦 藤原 冈本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 宫崎 宫本 ' +
  '内田 工藤 酒井 柴田 安藤 谷口 大野 高木 今井 河野 丸山 藤本 武田 村田 上野 杉山 增田 菅原 平野 大塚 千叶 久保 松井 小岛 岩崎 野口 木下 野村 佐野 菊地 ' +
  '松尾 菊池 杉本 市川 古川 大西 岛田 水野 樱井 高野 吉川 山内 西田 饭田 菊川 北村 安田 五十岚 川口 平田 关口 东野 大岛 前川 小泉 石原 黑田 白石 星野 宫本 宫泽 吉野 秋山 早川 平井 横山 松下 岸田 安倍 菅野 森本 永井 浅野 川上 川村 樋口 野田 津田 冈崎 荒木 高田 高山 三木 大西 大久保 佐久间 神田 相泽 泽田 桑原 片山 中田 中井 中西 本田 本间 荒井 小池 小西 东条';

const singles = new Set(single);
const doubles = new Set(double.split(' '));
const japaneses = new Set(japanese.split(' '));

/**
 * How many UTF-16 units of the surname stand at `at`, longest first; 0 when none does. Japanese surnames are not
 * counted.
 */
export function surnameLength(text: string, at: number): number {
  if (doubles.has(text.slice(at, at + 2))) return 2;
  return singles.has(text[at] ?? '') ? 1 : 0;
}

/** As `surnameLength`, for Japanese surnames of two or three characters. */
export function japaneseSurnameLength(text: string, at: number): number {
  if (japaneses.has(text.slice(at, at + 3))) return 3;
  return japaneses.has(text.slice(at, at + 2)) ? 2 : 0;
}
