import type {DetailPart} from '../verification-detail/detail-supply.js';
import type {Bring} from './define.js';

const column: Bring = () => import('./verification/column.js');
const evidence: Bring = () => import('./verification/evidence.js');
const record: Bring = () => import('./verification/record.js');

/** The elements inside a verification, by the part that needs them; they come when it is first shown. */
export const detailElements: Readonly<Record<DetailPart, readonly Bring[]>> = {
  column: [column],
  documents: [evidence],
  biometric: [evidence],
  kyc: [record],
  audit: [record],
  notes: [record],
};
