import {define, defineAll, type Elements} from '../../src/define/define.js';
import {elements as answers} from '../../src/define/sections/answers.js';
import {elements as common} from '../../src/define/sections/common.js';
import {elements as evidence} from '../../src/define/sections/evidence.js';
import {elements as money} from '../../src/define/sections/money.js';
import {elements as overview} from '../../src/define/sections/overview.js';
import {elements as verificationColumn} from '../../src/define/verification/column.js';
import {elements as verificationEvidence} from '../../src/define/verification/evidence.js';
import {elements as verificationRecord} from '../../src/define/verification/record.js';
import {VerificationDetail} from '../../src/verification-detail/verification-detail.js';

/** The elements inside the public ones, those too that a page loads when it needs them. */
export const everyElement: Elements = {
  ...common,
  ...answers,
  ...evidence,
  ...money,
  ...overview,
  ...verificationColumn,
  ...verificationEvidence,
  ...verificationRecord,
};

/** A verification with everything in it, for those who test or show more than its loading. */
export function defineVerificationDetail(): void {
  defineEveryElement();
  define('verification-detail', VerificationDetail);
}

export const defineEveryElement = (): void => defineAll(everyElement);
