import type { AgreementStage } from '../facts.ts';

/** 争取二季度与…签订, 拟于年内与…签署. */
const willSign =
  /(?:将于|将在|还将|即将|计划|拟于?|预计|有望|准备|商定|争取|力争|希望|期待|约定|尽快|尽早|择机|同意|审议|授权|建议)[^，。；]*$/;
/** 两校曾签订; the Zeng of 总经理曾小军签署 is a surname. */
const hasSigned = /(?:曾(?:经|(?=$|[与和同在于就向先分共联签多两]))|此前|早在|首次)[^，。；]*$/;

/** 将与A签订…，并同|B签订: the clause before tells of a signing too, of the same stage. */
const signsBefore = /([^，。；]*[签续][^，。；]*)，[并还再又][^，。；]*$/;

/** Whether the clause of a predicate tells of something signed, still to be signed, or signed long before. */
export function stageOf(sentence: string, clause: string): AgreementStage {
  const planned = (signsBefore.exec(sentence)?.[1] ?? '') + clause;
  if (willSign.test(planned) || (/(?<!即)将(?:与|同|和|正式)?[^，。；]{0,25}$/.test(clause) && !/表示/.test(clause)))
    return 'ANNOUNCED';
  if (
    hasSigned.test(clause) ||
    /其间|此前|早在|去年|年来/.test(sentence) ||
    /(?:今年|20\d\d年)\d{1,2}月(?!\d)[^，。]{0,2}，[^，。]*$/.test(sentence)
  )
    return 'BACKGROUND';
  return 'SIGNED';
}
