import { createRandom, type Random } from './random.ts';
import { writers, type Story } from './story.ts';
import { createFixturePlace, type FixturePlace } from './fixture-place.ts';
import { weekdays } from './vocabulary.ts';

/** Of which issue a page is. */
export interface Edition {
  readonly place: FixturePlace;
  /** The name of the paper. */
  readonly name: string;
  readonly day: Date;
  readonly number: number;
}

/**
 * An invented front page as a text dump gives it: page head, index, articles with bylines, lines wrapped inside words.
 * The same for the same seed; without an edition, that is invented too.
 */
export function generatePage(seed: number, edition?: Edition): string {
  const random = createRandom(seed);
  const place = edition?.place ?? createFixturePlace(random);
  const stories = Array.from({ length: random.int(5, 7) }, () => random.pick(writers)(place, random));
  const parts = [
    head(edition ?? inventEdition(place, random), random),
    index(random),
    ...stories.map((story) => set(story, place, random)),
  ];
  return `${parts.flat().join('\n\n')}\n`;
}

function inventEdition(place: FixturePlace, random: Random): Edition {
  const day = new Date(Date.UTC(random.int(2019, 2026), random.int(0, 11), random.int(1, 28)));
  return { place, name: `${place.stem}${random.pick(['报', '日报', '周报'])}`, day, number: random.int(100, 9000) };
}

function head({ place, name, day, number }: Edition, random: Random): string[] {
  const date = `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  return [
    `${name}　${date}　${weekdays[day.getUTCDay()]!}　总第${number}期　今日${random.pick(['4', '8', '四'])}版`,
    `责任编辑：${place.reporters[0]!}　版式：${place.reporters[1]!}`,
  ];
}

function index(random: Random): string[] {
  const titles = [
    '老街新颜 留住乡愁',
    '一碗面里的烟火气',
    '把课堂搬到田间地头',
    '夜市灯火照亮归家路',
    '社区食堂开饭了',
  ];
  return random.sample(titles, random.int(0, 3)).map((title, i) => `${i + 2} ${title}`);
}

function set(story: Story, place: FixturePlace, random: Random): string[] {
  const [reporter, correspondent] = random.sample(place.reporters, 2);
  const form = random.pick(['square', 'inline', 'tail', 'none'] as const);
  const paragraphs = [...story.paragraphs];
  if (form === 'inline') paragraphs[0] = `本报讯（记者 ${reporter!} 通讯员 ${correspondent!}）${paragraphs[0]!}`;
  const lines = paragraphs.flatMap((paragraph) => wrap(paragraph, random));
  if (form === 'tail') lines.push(`（记者 ${reporter!}）`);
  return [...story.display, ...(form === 'square' ? [`□ 记者 ${reporter!} ${correspondent!}`] : []), ...lines];
}

/** The dump breaks long paragraphs where a column ended, be it inside a word. */
function wrap(paragraph: string, random: Random): string[] {
  if (paragraph.length < 90 || random.chance(0.5)) return [paragraph];
  const at = random.int(60, paragraph.length - 10);
  return [paragraph.slice(0, at), paragraph.slice(at)];
}
