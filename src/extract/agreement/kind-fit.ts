import type { AgreementKind } from '../facts.ts';
import type { Frame } from './frame.ts';

/** Words of cooperation that one text uses for the same document: 战略合作签约仪式, 签署框架协议. */
const ofCooperation = new Set<AgreementKind>(['STRATEGIC', 'FRAMEWORK', 'COOPERATION', 'PROJECT']);
const isMemorandum = (kind: AgreementKind): boolean => kind === 'MEMORANDUM' || kind === 'UNDERSTANDING';

/** Whether two frames can be of one document. Headline and ceremony may name it loosely. */
export function kindFit(a: Frame, b: Frame): boolean {
  if (a.kind === null || b.kind === null || a.kind === b.kind) return true;
  if (isMemorandum(a.kind) && isMemorandum(b.kind)) return true;
  if (ofCooperation.has(a.kind) && ofCooperation.has(b.kind)) return !isBatch(a) && !isBatch(b);
  return [a, b].some((frame) => isLoose(frame) && (frame.kind === 'COOPERATION' || frame.kind === 'PROJECT'));
}

const isBatch = ({ signing }: Frame): boolean => signing.form === 'COLLECTIVE';

const isLoose = ({ isHeadline, kind, title, signing }: Frame): boolean =>
  isHeadline ||
  signing.form === 'CEREMONY' ||
  (title === null && (kind === 'COOPERATION' || kind === 'PROJECT') && signing.form !== 'COLLECTIVE');
