/** What ends right before the name of a place: 在云岫区, 明州市云岫区, 中共云岫区委. */
export const charactersBeforePlaces = '的在与和由向对到及等了将从为是把被让并或省市区县州旗盟赴抵驻至往来镇乡党共团';

/** Verbs before the name of a place. */
export const wordsBeforePlaces: readonly string[] = [
  '走进',
  '前往',
  '来自',
  '担任',
  '时任',
  '现任',
  '任命',
  '代表',
  '陪同',
  '会见',
];

/** Characters that stand in no name of a place. */
export const notInPlaces =
  '的在与和由向对到及等了将从为是把被让并或省市区县旗盟位各全共党些这某何我本该第届副受请令使用';

/** Words that stand in no name of a place. */
export const wordsNotInPlaces: readonly string[] = [
  '政府',
  '人民',
  '代表',
  '书记',
  '主任',
  '领导',
  '部门',
  '企业',
  '经济',
  '文旅',
  '农业',
  '工业',
  '旅游',
  '文化',
  '银行',
];
