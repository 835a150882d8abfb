import { endsClause, goesOnAs } from './clause.ts';
import type { Predicate } from './predicate.ts';

/** Keeps track of how far what somebody says or asks goes on: there nobody acts. */
export class Telling {
  private reach: Predicate['telling'];
  private from = 0;
  private readonly text: string;

  constructor(text: string, isTold: boolean) {
    this.text = text;
    this.reach = isTold ? 'SENTENCE' : null;
  }

  /** Whether it goes on to the end of the sentence. */
  get goesOn(): boolean {
    return this.reach === 'SENTENCE';
  }

  /** Somebody says something. */
  begin({ telling, end }: Predicate): void {
    this.reach = telling;
    this.from = end;
  }

  /** Somebody is named who may act. */
  end(): void {
    this.reach = null;
  }

  /** Whether a predicate is told only: 甲说，要参加…; 甲希望企业参加…. `gap` are the words right before it. */
  includes({ act, telling, start }: Predicate, gap: string): boolean {
    if (this.reach === 'CLAUSE' && (endsClause(this.text.slice(this.from, start)) || gap.endsWith('并'))) this.end();
    return this.reach !== null && !(act === 'SPOKE' && telling === 'SENTENCE' && goesOnAs(gap));
  }
}
