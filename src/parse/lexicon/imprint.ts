/** What an imprint prints: who publishes the paper, where it is printed, and how to reach it. Pattern sources. */
export const imprints: readonly string[] = [
  '(?:主办|主管|出版|承办|协办|编印|承印|印刷|编辑出版)(?: ?(?:[::]|$|[ 、])| ?单位)',
  '国内统一(?:连续出版物号|刊号)',
  String.raw`CN ?\d\d-`,
  '准印证',
  '内部资料',
  '(?:新闻|读者|服务|报料|投稿|广告|发行|订阅|监督|举报|咨询)(?:热线|电话|邮箱|信箱|QQ)',
  'E-?mail ?:',
  '邮发代号',
  '邮编 ?:',
  '(?:社址|地址|网址|电话|传真|邮箱|微信公众号) ?[::]',
  String.raw`[\w.]+@[\w.]+`,
  String.raw`www\.`,
  'https?:',
];
