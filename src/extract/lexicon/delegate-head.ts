/** What deputies, delegates and bearers of honours are called before their names, as a title is. */
export const delegateHeads: readonly string[] = [
  '人大代表',
  '党代表',
  '港区代表',
  '传承人',
  '劳动模范',
  '形象大使',
  '先进工作者',
];
