import { nounStart } from '../text/noun.ts';
import type { Setting } from './facts.ts';

/** Gives the place that a bare level word means: 区 → 徐汇区, 市 → 上海市; null when the texts do not tell. */
export type PlaceOf = (level: string) => string | null;

const levels = ['省', '市', '区', '县', '州', '旗', '盟', '镇', '乡', '村', '街道'];
const notPlaces = /(?:地|社|园|校|片|城|山|景|辖|市|战|小|全|我|本|各|发|新技术|经开|高新|港|新|示范|一|保税|库|灾|牧|林|矿|住宅|生活|工业|商业|核心|功能|街|老|展|禁|盲|误|特|汛|疫|禁渔|贸|边|郊|试验|合作|大湾|湾|主城|中心城|两|三|四|几|该|此|跨|外|内|东|西|北|每|域)区$|(?:城|本|全|我|各|超|门|上|都|直辖|股|楼|开|夜|集|花|菜|牛|熊|后|行|罢|入|出|互|地级|县级|省|跨|退)市$|(?:全|我|本|各|强|邻|贫困|该|百强|两)县$|(?:全|我|本|各|外|该|邻|节|反|跨|两|三)省$|(?:神|九|五大|各)州$|(?:红|国|党|战|锦|各)旗$|(?:城|乡|村|各|全|重|集|建制|古|水|特色|小)镇$|(?:家|城|下|老|思|同|返|回|入|离|故|他|各|全|水|梦)乡$|(?:农|乡|全|本|我|各|贫困|新|两|邻|外|进|驻|入|示范|脱贫|行政|自然|度假|城中|渔|山|古)村$|(?:各|本|全|我|该|老)街道$/u;
const function_ = /[的在与和由向对到及等了将从为是，。、；：！？“”‘’（）《》\s　\d年月日上中下赴访抵驻获省市区县州旗盟了位于各全记共表副]/u;

/**
 * Finds the places that a text is about: for every level the one named most often. What whoever imports the page states of its
 * district and city comes first, what `elsewhere` finds last.
 */
export function readPlaces(text: string, setting: Setting, elsewhere: PlaceOf = () => null): PlaceOf {
  const found = new Map<string, string | null>();
  return (level) => {
    const stated = [setting.district, setting.city].find((place) => place?.endsWith(level));
    if (stated) return stated;
    if (!found.has(level)) found.set(level, mostNamed(text, level) ?? elsewhere(level));
    return found.get(level)!;
  };
}

function mostNamed(text: string, level: string): string | null {
  if (!levels.includes(level)) return null;
  const counts = new Map<string, number>();
  for (let i = text.indexOf(level); i >= 0; i = text.indexOf(level, i + 1)) {
    for (const length of [2, 3, 4, 5]) {
      const name = text.slice(i - length, i + level.length);
      if (i < length || function_.test(name.slice(0, -level.length)) || notPlaces.test(name)) continue;
      if (nounStart(text, i - length, i + level.length) > i - length) continue;
      const isBounded = i === length || function_.test(text[i - length - 1] ?? '，');
      counts.set(name, (counts.get(name) ?? 0) + (isBounded ? 3 : 1));
    }
  }
  let best: string | null = null;
  for (const [name, count] of counts) if ((count >= 2 || name.length === 2 + level.length) && count > (best ? counts.get(best)! : 0)) best = name;
  return best;
}
