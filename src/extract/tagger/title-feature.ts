import { TITLE } from './candidate.ts';
import { bucket } from './feature-scene.ts';
import type { FeatureScene } from './feature-scene.ts';
import { T } from './template.ts';

/** What speaks for a title: its head, the unit before it, whether a person may follow. */
export function addTitleFeatures(scene: FeatureScene, start: number, end: number, form: number): void {
  const { text, headTo, wordFrom, wordTo, endingTo, stretchStart, surnames } = scene.lattice;
  const { list } = scene;
  const head = headTo.get(end);
  const headStart = head ? head.start : end - 1;
  list.add(T.head, form, scene.h(head ? head.text : text.slice(end - 2, end)));
  const unit = text.slice(start, headStart);
  list.add(T.unit, scene.h(unit));
  list.add(T.unitLength, form, bucket(unit.length, 8));
  list.add(T.unitLast, scene.h(wordTo[headStart]?.text ?? '?'));
  const opens = start === stretchStart[start];
  list.add(T.unitFirst, scene.h(wordFrom[start]?.text ?? '?'), scene.h(opens ? '#' : (wordTo[start]?.tag ?? '?')));
  const ending = opens ? undefined : endingTo.get(start);
  list.add(T.unitEnding, scene.ending(ending), scene.h(unit === '' ? '' : (wordFrom[start]?.text ?? '?')));
  list.add(
    T.level,
    TITLE,
    scene.h('省市区县州旗镇乡村校院'.includes(text[start]!) ? text.slice(start, start + 2) : ''),
  );
  list.add(T.beforePerson, form, scene.personLengths[end]!, surnames[end] ?? 0);
  list.add(T.listed, TITLE, '、，兼（'.indexOf(text[end] ?? '#') + 1, '、，兼'.indexOf(text[start - 1] ?? '#') + 1);
}
