import {defineAll, type Elements} from '../../src/define/define.js';
import {elements as answers} from '../../src/define/sections/answers.js';
import {elements as common} from '../../src/define/sections/common.js';
import {elements as evidence} from '../../src/define/sections/evidence.js';
import {elements as money} from '../../src/define/sections/money.js';
import {elements as overview} from '../../src/define/sections/overview.js';

/** The elements inside the public ones, those too that a page loads when it needs them. */
export const everyElement: Elements = {...common, ...answers, ...evidence, ...money, ...overview};

export const defineEveryElement = (): void => defineAll(everyElement);
