import type {GaugeWordKey} from './gauge-words.js';
import type {Phrasebook} from './phrases.js';

/** The gauge's words in Arabic. */
export const ar: Phrasebook<GaugeWordKey> = {
  'gauge.label': 'الدرجة',
  'gauge.good': 'جيدة',
  'gauge.fair': 'متوسطة',
  'gauge.poor': 'ضعيفة',
  'gauge.none': 'لا درجة',
  'gauge.none-yet': 'لم يُقيَّم أي مستند بعد',
  'gauge.informs': 'للاطلاع. الدرجة لا تقرر شيئًا.',
  'gauge.no-deductions': 'لا خصومات',
  'gauge.documents': {
    zero: 'لا مستندات',
    one: 'مستند واحد',
    two: 'مستندان',
    few: '{n} مستندات',
    many: '{n} مستندًا',
    other: '{n} مستند',
  },
  'gauge.documents-scored': {
    one: 'مستند واحد: {scores}',
    two: 'مستندان: {scores}',
    few: '{n} مستندات: {scores}',
    many: '{n} مستندًا: {scores}',
    other: '{n} مستند: {scores}',
  },
  'gauge.clipped': 'المحسوب {raw}، والمعروض {shown}',
  'gauge.computed': 'المحسوب؛ والمعروض {shown}',
  'gauge.of': 'من {max}',
  'gauge.without': 'بدون هذا: {score}',
  'gauge.deductions': 'الخصومات',
  'gauge.text': '{shown} من {max}، {band}. للاطلاع فقط.',
  'gauge.text-clipped': '{shown} من {max}، {band}. المحسوب {raw}. للاطلاع فقط.',
  'gauge.text-none': 'لا درجة بعد. للاطلاع فقط.',
  'gauge.minus': 'ناقص {n}',
  'mismatch.face': 'الوجه مختلف',
  'mismatch.name': 'الاسم مختلف',
  'mismatch.dob': 'تاريخ الميلاد مختلف',
  'mismatch.address': 'العنوان مختلف',
  'mismatch.gender': 'الجنس مختلف',
  'mismatch.nationality': 'الجنسية مختلفة',
};
