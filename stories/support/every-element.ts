import {defineAll, type Elements} from '../../src/define/define.js';
import {firstElements} from '../../src/define/internal.js';
import {elements as aml} from '../../src/define/sections/aml.js';
import {elements as documents} from '../../src/define/sections/documents.js';
import {elements as info} from '../../src/define/sections/info.js';
import {elements as questionnaires} from '../../src/define/sections/questionnaires.js';
import {elements as steps} from '../../src/define/sections/steps.js';
import {elements as transactions} from '../../src/define/sections/transactions.js';
import {elements as travelRule} from '../../src/define/sections/travel-rule.js';
import {elements as videoCalls} from '../../src/define/sections/video-calls.js';

/** The elements inside the public ones, those too that a page loads when it needs them. */
export const everyElement: Elements = {
  ...firstElements,
  ...aml,
  ...documents,
  ...info,
  ...questionnaires,
  ...steps,
  ...transactions,
  ...travelRule,
  ...videoCalls,
};

export const defineEveryElement = (): void => defineAll(everyElement);
