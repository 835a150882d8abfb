/** The enums of the domain. The compiler holds their members to those of the facts. */
import type {
  AgreementKind as Kind,
  AgreementStage as Stage,
  ArticleText as Text,
  DateBasis as Basis,
  OrganisationKind as Body,
  PersonRole as Role,
  TitleChange as Change,
  TitleModality as Modality,
} from '../extract/facts.ts';
import type { ChangeKind as Fate, NodeType as TypeOfNode } from '../load/change-feed.ts';
import type { CoverageKind as Lack } from '../load/coverage.ts';
import type { DoubtRecord } from '../load/doubt.ts';
import type { AgreementGrouping as Grouping } from '../load/statistics.ts';
import type { JudgementRecord } from '../load/judgement.ts';
import type { KeyHolder } from '../load/key-holder.ts';
import type { SearchType } from '../load/search/condition.ts';
import type { HighlightField as Place } from '../load/search/highlight.ts';
import type { Certainty as Sureness } from '../load/certainty.ts';
import type { CreditRole } from '../parse/parsed-issue.ts';
import type { Encoding } from '../text/encoding.ts';
import type { PageImportRecord } from './archive-writer.ts';
import { builder } from './builder.ts';

/** Makes an enum from its members and their meanings. */
export function enumOf<Member extends string>(
  name: string,
  description: string,
  members: Readonly<Record<Member, string>>,
) {
  const values = Object.entries<string>(members).map(([member, meaning]) => [member, { description: meaning }]);
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(values) as Record<Member, { description: string }>,
  });
}

export const KeyRole = enumOf<KeyHolder['role']>('KeyRole', 'What a key allows beside reading.', {
  READER: 'Nothing more (读者).',
  EDITOR: 'To judge facts (编辑).',
  IMPORTER: 'To import and remove pages (录入).',
});
export const StatedBasis = enumOf<Exclude<Basis, 'PRINTED'>>('StatedBasis', 'How whoever adds a page knows its day.', {
  STATED: 'It is known from outside the page (已知).',
  INFERRED: 'It was concluded from the text (推断).',
});
export const PageOutcome = enumOf<PageImportRecord['outcome']>('PageOutcome', 'What became of a page.', {
  NEW: 'It was stored (新增).',
  REPLACED: 'It was stored in the place of one or several others (替换).',
  UNCHANGED: 'It is stored just so already (未变).',
  DUPLICATE: 'Another file holds the page: one with the same text, or one that has replaced this (重复).',
});
export const DateBasis = enumOf<Basis>('DateBasis', 'How the archive knows a day.', {
  PRINTED: 'Year, month and day stand on the page.',
  STATED: 'Whoever imported the page supplied it.',
  INFERRED: 'Worked out from the text: a day printed without its year takes the year from its surroundings.',
});
export const ArticleText = enumOf<Text>('ArticleText', 'The part of an article that a quote comes from.', {
  BODY: 'The body (正文).',
  HEADLINE: 'The headline, with its kicker and subheading (标题).',
  BYLINE: 'The byline (署名).',
  SOURCE: 'The source line (来源).',
});
export const TextEncoding = enumOf<Encoding>('TextEncoding', 'The character encoding of a file.', {
  UTF_8: 'UTF-8, with or without a byte order mark.',
  UTF_16LE: 'UTF-16, little-endian.',
  UTF_16BE: 'UTF-16, big-endian.',
  GB18030: 'GB 18030, including its subsets GBK and GB 2312.',
  BIG5: 'Big5, with the Hong Kong characters.',
});
export const ArticleGenre = enumOf<'NEWS' | 'NOTICE'>('ArticleGenre', 'Whether an article is news or a notice.', {
  NEWS: 'A news report (新闻).',
  NOTICE: 'A public notice, printed on behalf of an organisation (公告).',
});
export const BylineRole = enumOf<CreditRole>('BylineRole', 'How somebody contributed to an article.', {
  REPORTER: 'Staff reporter (记者).',
  CORRESPONDENT: 'Contributor from outside the newsroom (通讯员).',
  PHOTOGRAPHER: 'Photographer (摄影).',
  EDITOR: 'Editor (编辑).',
});
export const PersonRole = enumOf<Role>('PersonRole', 'The part that a person plays in an article.', {
  BYLINE: 'Wrote, photographed or edited the article (署名).',
  ATTENDED: 'Attended the event (出席).',
  HOSTED: 'Hosted or chaired the event (主持).',
  SPOKE: 'Spoke at the event, or is quoted (讲话).',
  SIGNED: 'Signed an agreement (签约).',
  WITNESSED: 'Witnessed a signing, in so many words (见证).',
  UNVEILED: 'Unveiled a plaque (揭牌).',
  INSPECTED: 'Made an inspection visit (调研).',
  ACCOMPANIED: 'Accompanied an inspection visit (陪同).',
  MET: 'Met with somebody, as host or as guest (会见).',
  MENTIONED: 'Is mentioned in any other way (提及).',
});
export const TitleModality = enumOf<Modality>('TitleModality', 'The capacity in which a title is held.', {
  FULL: 'In full (正职).',
  ACTING: 'In an acting capacity (代理).',
  DEPUTY: 'As deputy (副).',
  EXECUTIVE: 'As the executive deputy, in charge of daily business (常务, 执行).',
  HONORARY: 'As an honorary title (名誉).',
  FORMER: 'No longer: the article calls the person a former holder (原).',
});
export const TitleChange = enumOf<Change>('TitleChange', 'A change of office that an article reports.', {
  APPOINTED: 'Appointed or elected (任命, 当选).',
  REMOVED: 'Removed or resigned (免去, 辞去).',
});
export const Certainty = enumOf<Sureness>(
  'Certainty',
  'How certain it is that somebody held an office on a given day.',
  {
    CONFIRMED: 'Named as the holder on that day, or both before and after it with no other holder in between (确证).',
    PROBABLE: 'Named as the holder at the nearest time known, within a year of that day (推定).',
    UNKNOWN: 'Not known; this is the nearest known holder before or after that day (不详).',
  },
);
export const OrganisationCategory = enumOf<Body>('OrganisationCategory', 'The kind of an organisation.', {
  PARTY: 'A body of the Communist Party: a committee or one of its departments (党委).',
  GOVERNMENT: 'A state body: a government, bureau, congress or court (政府机关).',
  COMPANY: 'A company (企业).',
  UNIVERSITY: 'A university or college (高校).',
  RESEARCH: 'A research institute or laboratory (科研院所).',
  SCHOOL: 'A school or kindergarten (学校).',
  HOSPITAL: 'A hospital or clinic (医院).',
  ASSOCIATION: 'An association, foundation or society (社会团体).',
  MEDIA: 'A newspaper, broadcaster or news agency (媒体).',
  PLACE: 'A venue or park that acts or hosts in its own name (场所).',
  OTHER: 'Anything else (其他).',
});
export const AgreementKind = enumOf<Kind>('AgreementKind', 'The kind of an agreement.', {
  STRATEGIC: 'A strategic cooperation agreement (战略合作协议).',
  FRAMEWORK: 'A framework agreement (框架协议).',
  COOPERATION: 'A cooperation agreement of another kind (合作协议).',
  MEMORANDUM: 'A memorandum (备忘录).',
  UNDERSTANDING: 'A letter of intent or understanding (意向书).',
  RESPONSIBILITY: 'A letter of commitment (责任书).',
  DONATION: 'A donation agreement (捐赠协议).',
  PROJECT: 'Projects signed at a ceremony, often many at once (项目签约).',
  OTHER: 'Anything else (其他).',
});
export const AgreementStage = enumOf<Stage>(
  'AgreementStage',
  'The stage an agreement had reached when it was reported.',
  {
    SIGNED: 'Signed at the reported event (已签署).',
    ANNOUNCED: 'Yet to be signed (拟签署).',
    BACKGROUND: 'Signed earlier, and mentioned as background (此前签署).',
  },
);
export const SearchResultType = enumOf<SearchType>('SearchResultType', 'A type of search result.', {
  ARTICLE: 'An article (文章).',
  PERSON: 'A person (人物).',
  ORGANISATION: 'An organisation (机构).',
  AGREEMENT: 'An agreement (协议).',
});
export const HighlightField = enumOf<Place>(
  'HighlightField',
  'The part of a search result that a passage comes from.',
  {
    HEADLINE: 'The headline of an article, with its kicker and subheading (标题).',
    BODY: 'The body of an article (正文).',
    CAPTION: 'The caption of a picture of an article (图片说明).',
    BYLINE: 'The byline of an article (署名).',
    SOURCE: 'The source line of an article (来源).',
    NAME: 'The name of a person or an organisation.',
    ALIAS: 'Another name of a person or an organisation.',
    TITLE: 'A title of a person (职务).',
    INSTRUMENT_TITLE: 'The name of an agreement (协议名称).',
    QUOTE: 'The words that prove an agreement (依据).',
    PARTY: 'A party of an agreement, as printed (缔约方).',
    SIGNATORY: 'A signatory of an agreement, as printed (签署人).',
    PLACE: 'The place where an agreement was signed (地点).',
  },
);
export const NodeType = enumOf<TypeOfNode>('NodeType', 'A type of node.', {
  PUBLICATION: 'A newspaper or another publication (报纸).',
  ISSUE: 'An issue of a newspaper (期).',
  ARTICLE: 'An article (文章).',
  PERSON: 'A person (人物).',
  ORGANISATION: 'An organisation (机构).',
  AGREEMENT: 'An agreement (协议).',
  TENURE: 'A tenure (任职).',
});
export const DoubtKind = enumOf<DoubtRecord['kind']>('DoubtKind', 'What an article leaves open.', {
  UNNAMED_PEOPLE: 'People who take part and are not named (未具名人员).',
  UNLINKED_NAME: 'A short name that several bodies could mean (简称所指不明).',
  UNNAMED_PARTIES: 'Parties or agreements that are counted and not all named (未具名签约方).',
});
export const CoverageKind = enumOf<Lack>('CoverageKind', 'What the archive lacks of a newspaper, or has twice.', {
  MISSING_ISSUES: 'Numbers between two issues that no issue has (缺期).',
  MISSING_DAYS:
    'Days between two issues, one of them without a number, in which another would have appeared, as the frequency of the newspaper is stated: `daily`, `weekly`, `fortnightly` or `monthly` (日报, 周报, 半月刊, 月刊) (缺日).',
  MISSING_PAGES:
    'Pages before one that is there, or up to one that the index on the front page names (缺版). Not told where a file of the issue has no page number.',
  EMPTY_PAGE: 'A page on which no article was found (空版).',
  SUPERSEDED_FILE: 'A file that another one of the same page has replaced (重复文件).',
});
export const AgreementGrouping = enumOf<Grouping>('AgreementGrouping', 'What agreements are counted by.', {
  KIND: 'Their kind (类型).',
  YEAR: 'The year in which they were signed (年份).',
  PARTY: 'Each of their parties (签约方).',
  PUBLICATION: 'The newspaper that reports them (报纸).',
});
export const JudgementKind = enumOf<JudgementRecord['kind']>('JudgementKind', 'What an editor decided.', {
  SAME: 'Two people of one name are one (同一人).',
  DIFFERENT: 'Two people of one name are two (不同人).',
  SPLIT: 'Some articles name somebody else than the person they were taken to name (拆分).',
  RENAME: 'A person or an organisation is shown by another name (改名).',
  HIDE: 'What was read is no person, organisation or agreement, and is shown nowhere (隐藏).',
  CORRECT: 'Another value stands in the place of one (更正).',
});
export const CorrectedField = enumOf<NonNullable<JudgementRecord['field']>>(
  'CorrectedField',
  'A value that can be corrected.',
  {
    ORGANISATION_CATEGORY: 'The category of an organisation: a member of `OrganisationCategory` (机构类别).',
    ARTICLE_EVENT_ON: 'The day of what an article reports: `2025-04-02` (事件日期).',
    TITLE: 'A title of a person in an article (职务).',
    TITLE_ORGANISATION: 'The organisation that such a title is at: its `id` (任职机构).',
    AGREEMENT_KIND: 'The kind of an agreement: a member of `AgreementKind` (协议类型).',
    AGREEMENT_SIGNED_ON: 'The day on which an agreement was signed: `2025-04-02` (签署日期).',
    AGREEMENT_DECLARED_COUNT: 'How many agreements a text says were signed: `12` (协议数量).',
    AGREEMENT_PARTY: 'A party to an agreement: the `id` of an organisation (签约方).',
    AGREEMENT_SIGNATORY: 'A signatory of an agreement: the `id` of a person whom its article names (签署人).',
  },
);
export const JudgementConflict = enumOf<NonNullable<JudgementRecord['conflict']>>(
  'JudgementConflict',
  'Why a judgement is kept but not applied.',
  {
    SUBJECT_GONE: 'What it is about is not in the archive (对象已无).',
    TEXT_CHANGED: 'The words that prove the fact are not there any more (原文已改).',
    VALUE_CHANGED: 'Another value stands there than was judged, or a later judgement says otherwise (原值已变).',
    VALUE_GONE: 'The archive does not have what the new value names (新值已无).',
  },
);
export const ChangeKind = enumOf<Fate>('ChangeKind', 'What became of a node.', {
  CHANGED:
    'It is new, or something that is told of it may have changed (更新). People and organisations also change when an ' +
    'article that names them comes, changes or goes.',
  REMOVED: 'The archive has it no more (删除).',
  REDIRECTED: 'Another node answers in its place (合并).',
});
