import type {VerificationWordKey} from './verification-words.js';
import type {Word} from './word.js';

export const ar: Readonly<Record<VerificationWordKey, Word>> = {
  'tab.documents': 'المستندات',
  'tab.biometric': 'القياسات الحيوية',
  'tab.kyc': 'اعرف عميلك',
  'tab.audit': 'سجل التدقيق',
  'tab.notes': 'الملاحظات',
  'tab.label': 'أجزاء عملية التحقق',
  'tab.covered': 'محجوب إلى أن تقارن الوجهين',
};
