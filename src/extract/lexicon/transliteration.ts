import { unitTest } from '../../text/unit-test.ts';

/**
 * Characters that names of the Mongols, Tibetans, Uyghurs, Kazakhs and Yi are transliterated with, also without a dot:
 * 孟克巴特尔, 次仁顿珠, 古丽米热, 瓦扎木呷.
 */
const characters =
  '阿敖额乌呼巴白宝包布朝达丹道德都鄂恩尔嘎格根古哈浩赫吉金卡克拉勒力林玛满蒙木那娜尼努其奇钦青庆萨赛桑' +
  '沙苏斯思塔特腾提图托娃瓦旺温沃雅彦音扎朱茹日荣吐花莫登娅高孟和云朗次仁顿珠西卓多堆增洛平措央姆加边索' +
  '贡普嘉强才让曲珍罗久美群培欧晋松坚赞米丽热买逊艾合江别依肉孜帕夏汗迪玉素甫麦再亚库曼太卜杜比拜什呷惹' +
  '伍史且果石海来约色俄乃胡买沁图雅穆兰';

/** Whether names of those peoples are written with the character that stands at a place of a text. */
export const isTransliteration = unitTest(new RegExp(`[${characters}]`));
