import type { FlowedText } from '../text/flowed-text.ts';

/** What one raw file says of one issue. `null` everywhere means: not printed. */
export interface ParsedIssue {
  /** The raw file's name, as given to `parsePage`. */
  readonly file: string;
  readonly masthead: Masthead;
  readonly teasers: readonly ParsedTeaser[];
  readonly articles: readonly ParsedArticle[];
}

/** The page head (报头): what the paper prints of itself. */
export interface Masthead {
  readonly publication: string | null;
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string | null;
  /** 总第N期. */
  readonly number: number | null;
  /** The page this text was printed on (第N版). */
  readonly page: number | null;
  /** How many pages the issue has (本期N版). */
  readonly pageCount: number | null;
  /** The lunar date as printed (农历…). */
  readonly lunar: string | null;
  /** Editors and designers named in the page head; they wrote no article. */
  readonly editors: readonly string[];
}

/** A front-page index line (导读): page number(s) and the title they lead to. */
export interface ParsedTeaser {
  /** The page numbers as printed: `12`, `08-09`. */
  readonly printedPages: string;
  /** The pages they mean: [12], [8, 9]. */
  readonly pages: readonly number[];
  readonly title: FlowedText;
}

export interface ParsedArticle {
  /** 0-based place in the file. */
  readonly position: number;
  readonly genre: 'NEWS' | 'NOTICE';
  /** The day and number printed with this text alone (digital editions); otherwise the masthead's count. */
  readonly publishedOn: string | null;
  readonly number: number | null;
  /** All display lines joined by one blank; null for a tail whose head is on another page. */
  readonly headline: FlowedText | null;
  readonly headlineLines: readonly string[];
  /**
   * Re-flowed paragraphs and crossheads, separated by one blank line. Byline, source, captions and jump lines are not
   * in it.
   */
  readonly body: FlowedText;
  /** Where each paragraph lies in `body.text`, in order. */
  readonly paragraphs: readonly ParsedParagraph[];
  /** The credits as printed, several joined by one blank; null when none is printed. */
  readonly byline: FlowedText | null;
  readonly credits: readonly ParsedCredit[];
  /** What 来源 or 综合自 names, without the bracket. */
  readonly source: FlowedText | null;
  /** 图为…, ▲… and other texts printed with a picture. */
  readonly captions: readonly FlowedText[];
  /** 上接: the page that has the part before. */
  readonly continuedFrom: ParsedJump | null;
  /** 下转: the page that has the part after. */
  readonly continuedOn: ParsedJump | null;
}

export interface ParsedParagraph {
  /** UTF-16 offsets into the body's text. */
  readonly start: number;
  readonly end: number;
  readonly isCrosshead: boolean;
}

export interface ParsedJump {
  /** null when the line names no page. */
  readonly page: number | null;
}

/** Who made an article (署名). */
export interface ParsedCredit {
  /** With the blanks inside removed. */
  readonly name: string;
  readonly role: CreditRole;
  /** The printed word: 记者, 见习记者, 通讯员; null for 文/…, …/摄 and bare names. */
  readonly title: string | null;
  /** A printed employer (县融媒体中心记者). */
  readonly organisation: string | null;
  /** UTF-16 offsets of the name in the byline's text. */
  readonly start: number;
  readonly end: number;
}

export type CreditRole = 'REPORTER' | 'CORRESPONDENT' | 'PHOTOGRAPHER' | 'EDITOR';
