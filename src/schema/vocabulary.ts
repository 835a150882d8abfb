/** The enums of the domain. Their members are those of the facts, which the compiler holds them to. */
import type {
  AgreementKind as Kind, AgreementStage as Stage, ArticleText as Text, DateBasis as Basis, OrganisationKind as Body,
  PersonRole as Role, TitleChange as Change, TitleModality as Modality,
} from '../extract/facts.ts';
import type { HighlightField as Place } from '../load/highlight.ts';
import type { SearchType } from '../load/search-condition.ts';
import type { Certainty as Sureness } from '../load/certainty.ts';
import type { CreditRole } from '../parse/parsed-issue.ts';
import type { Encoding } from '../text/encoding.ts';
import { builder } from './builder.ts';

/** An enum from its members and what each means. */
function enumOf<Member extends string>(name: string, description: string, members: Readonly<Record<Member, string>>) {
  const values = Object.entries<string>(members).map(([member, meaning]) => [member, { description: meaning }]);
  return builder.enumType(name, { description, values: Object.fromEntries(values) as Record<Member, { description: string }> });
}

export const DateBasis = enumOf<Basis>('DateBasis', 'How a day is known.', {
  PRINTED: 'Year, month and day stand on the page.',
  STATED: 'Whoever imported the page said so.',
  INFERRED: 'Worked out from the text: a day without a year takes it from what stands around it.',
});
export const ArticleText = enumOf<Text>('ArticleText', 'A text of an article that words can be quoted from.', {
  BODY: 'The running text (正文).',
  HEADLINE: 'The display lines (标题).',
  BYLINE: 'Who made it (署名).',
  SOURCE: 'Where it was taken from (来源).',
});
export const TextEncoding = enumOf<Encoding>('TextEncoding', 'How the characters of a file are written as bytes.', {
  UTF_8: 'UTF-8, with or without a byte order mark.',
  UTF_16LE: 'UTF-16, the lower byte first.',
  UTF_16BE: 'UTF-16, the higher byte first.',
  GB18030: 'GB 18030 or what it contains: GBK, GB 2312.',
  BIG5: 'Big5, with the characters of Hong Kong.',
});
export const ArticleGenre = enumOf<'NEWS' | 'NOTICE'>('ArticleGenre', 'What kind of text an article is.', {
  NEWS: 'A report (新闻).',
  NOTICE: 'An announcement printed for somebody (公告).',
});
export const BylineRole = enumOf<CreditRole>('BylineRole', 'What somebody did for an article.', {
  REPORTER: 'Reported it on the staff (记者).',
  CORRESPONDENT: 'Sent it in from outside the staff (通讯员).',
  PHOTOGRAPHER: 'Took the pictures (摄影).',
  EDITOR: 'Edited it (编辑).',
});
export const PersonRole = enumOf<Role>('PersonRole', 'What a person does in an article.', {
  BYLINE: 'Made the article (署名).',
  ATTENDED: 'Was present at the event (出席).',
  HOSTED: 'Led the event (主持).',
  SPOKE: 'Gave a speech or is quoted (讲话).',
  SIGNED: 'Signed an agreement (签约).',
  WITNESSED: 'Is said to have witnessed a signing (见证).',
  UNVEILED: 'Unveiled a plaque (揭牌).',
  INSPECTED: 'Visited to look into something (调研).',
  ACCOMPANIED: 'Came along on such a visit (陪同).',
  MET: 'Received or was received by somebody (会见).',
  MENTIONED: 'Is named in another way (提及).',
});
export const TitleModality = enumOf<Modality>('TitleModality', 'In what way a title is held.', {
  FULL: 'The post itself (正职).',
  ACTING: 'For the time being (代理).',
  DEPUTY: 'Second to the post (副).',
  EXECUTIVE: 'Runs the daily work (常务, 执行).',
  HONORARY: 'As an honour (名誉).',
  FORMER: 'No longer (原).',
});
export const TitleChange = enumOf<Change>('TitleChange', 'What an article reports of a title.', {
  APPOINTED: 'It was given: 任命, 当选.',
  REMOVED: 'It was taken or laid down: 免去, 辞去.',
});
export const Certainty = enumOf<Sureness>('Certainty', 'How sure it is that somebody held an office on a day.', {
  CONFIRMED: 'Cited as the holder on that day, or both before and after it with nobody else in between (确证).',
  PROBABLE: 'Outside all citations of the office, and its nearest holder is cited within a year (推定).',
  UNKNOWN: 'Not known: this is who is cited nearest before or after (不详).',
});
export const OrganisationCategory = enumOf<Body>('OrganisationCategory', 'What kind of body an organisation is.', {
  PARTY: 'Of the Party: committees and their departments (党委).',
  GOVERNMENT: 'Of the state: governments, bureaus, congresses, courts (政府机关).',
  COMPANY: 'A business (企业).',
  UNIVERSITY: 'A place of higher education (高校).',
  RESEARCH: 'An institute or laboratory (科研院所).',
  SCHOOL: 'A school or kindergarten (学校).',
  HOSPITAL: 'A hospital or clinic (医院).',
  ASSOCIATION: 'People or bodies joined for a purpose (社会团体).',
  MEDIA: 'A newspaper, station or agency (媒体).',
  PLACE: 'A venue or park that acts or hosts in its own name (场所).',
  OTHER: 'Of no other kind (其他).',
});
export const AgreementKind = enumOf<Kind>('AgreementKind', 'What kind of instrument an agreement is.', {
  STRATEGIC: 'A strategic cooperation agreement (战略合作协议).',
  FRAMEWORK: 'A framework agreement (框架协议).',
  COOPERATION: 'A cooperation agreement of another kind (合作协议).',
  MEMORANDUM: 'A memorandum (备忘录).',
  UNDERSTANDING: 'A letter of intent or understanding (意向书).',
  RESPONSIBILITY: 'A letter of responsibility (责任书).',
  DONATION: 'An agreement on a gift (捐赠协议).',
  PROJECT: 'Projects signed at a ceremony, often many at once (项目签约).',
  OTHER: 'Of no other kind (其他).',
});
export const AgreementStage = enumOf<Stage>('AgreementStage', 'How far an agreement had come when it was reported.', {
  SIGNED: 'It was signed at the reported event (已签署).',
  ANNOUNCED: 'It is to be signed (拟签署).',
  BACKGROUND: 'It had been signed before, and is told of (此前签署).',
});
export const SearchResultType = enumOf<SearchType>('SearchResultType', 'What kind of thing a search finds.', {
  ARTICLE: 'An article (文章).',
  PERSON: 'A person (人物).',
  ORGANISATION: 'An organisation (机构).',
  AGREEMENT: 'An agreement (协议).',
});
export const HighlightField = enumOf<Place>('HighlightField', 'A text of a match that a search looks through.', {
  HEADLINE: 'The display lines of an article (标题).',
  BODY: 'The running text of an article (正文).',
  CAPTION: 'A text printed with a picture of an article (图片说明).',
  BYLINE: 'The line that says who made an article (署名).',
  SOURCE: 'Where an article was taken from (来源).',
  NAME: 'The name of a person or an organisation.',
  ALIAS: 'Another name of a person or an organisation.',
  TITLE: 'A title that a person held (职务).',
  INSTRUMENT_TITLE: 'The name of an agreement.',
  QUOTE: 'The words that prove an agreement.',
  PARTY: 'A party of an agreement, as printed (缔约方).',
  SIGNATORY: 'A signatory of an agreement, as printed (签署人).',
  PLACE: 'Where an agreement was signed (地点).',
});
