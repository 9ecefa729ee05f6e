import {ScoreGauge} from '../score-gauge/score-gauge.js';
import {define} from './define.js';

define('score-gauge', ScoreGauge);

export {ScoreGauge};
