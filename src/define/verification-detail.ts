import {detailSupply} from '../verification-detail/detail-supply.js';
import {VerificationDetail} from '../verification-detail/verification-detail.js';
import {define, defineParts} from './define.js';
import {detailElements} from './internal-detail.js';

detailSupply.bring = (id) => defineParts(detailElements[id]);
define('verification-detail', VerificationDetail);

export {VerificationDetail};
