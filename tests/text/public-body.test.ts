import { expect, test } from 'vitest';
import { publicBodyForms } from '../../src/text/public-body.ts';

test.each([
  ['卫健委', '卫生健康委员会'],
  ['云岫区发改委', '云岫区发展和改革委员会'],
  ['云岫区发展改革委', '云岫区发展和改革委员会'],
  ['市住建局', '市住房和城乡建设局'],
  ['云岫区人力资源和社会保障局', '云岫区人社局'],
  ['区人大常委会', '区人民代表大会常务委员会'],
  ['云岫区妇女联合会', '云岫区妇联'],
  ['云岫交通大学', '云岫交大'],
])('%s is also %s', (text, form) => {
  expect(publicBodyForms(text)).toContain(form);
});

test.each(['云岫集团', '平台办公', '大交大事', '人文联谊'])('%s has no other form', (text) => {
  expect(publicBodyForms(text)).toEqual([]);
});
