import {VerificationDetail} from '../verification-detail/verification-detail.js';
import {define, defineAll} from './define.js';
import {elements as column} from './verification/column.js';
import {elements as evidence} from './verification/evidence.js';
import {elements as record} from './verification/record.js';

for (const each of [column, evidence, record]) defineAll(each);
define('verification-detail', VerificationDetail);

export {VerificationDetail};
