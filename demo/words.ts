import {arabic} from './words-ar.js';
import {english} from './words-en.js';

const words = {en: english, ar: arabic} as const;

/** What the API's codes are called. One that is not listed is written out as it is. */
const codes: {readonly [L in keyof typeof words]: Readonly<Record<string, string>>} = {
  en: {
    PENDING_UPLOAD: 'Waiting for upload',
    NORMAL: 'Normal risk',
    HIGH: 'High risk',
    VERY_HIGH: 'Very high risk',
    aml: 'AML',
    video_kyc: 'Video calls',
    idv: 'IDV',
    kyc: 'KYC',
    email: 'E-mail',
    sms: 'SMS',
    in_person: 'In person',
    api: 'API',
    dob: 'Date of birth',
  },
  ar: {
    CREATED: 'أُنشئ',
    INCOMPLETE: 'غير مكتمل',
    PENDING_UPLOAD: 'بانتظار الرفع',
    PENDING_REVIEW: 'بانتظار المراجعة',
    PENDING_APPROVAL: 'بانتظار الاعتماد',
    APPROVED: 'معتمد',
    REJECTED: 'مرفوض',
    BLACKLISTED: 'على القائمة السوداء',
    INACTIVE: 'غير نشط',
    NORMAL: 'مخاطر عادية',
    HIGH: 'مخاطر عالية',
    VERY_HIGH: 'مخاطر عالية جدًا',
    aml: 'مكافحة غسل الأموال',
    video_kyc: 'مكالمات الفيديو',
    transactions: 'المعاملات',
    questionnaire: 'الاستبيانات',
    idv: 'تحقق من الهوية',
    kyc: 'اعرف عميلك',
    custom: 'مخصص',
    initiated: 'مسودة',
    in_progress: 'قيد التنفيذ',
    pending_review: 'بانتظار المراجعة',
    approved: 'معتمد',
    rejected: 'مرفوض',
    canceled: 'ملغى',
    expired: 'منتهي الصلاحية',
    email: 'البريد الإلكتروني',
    sms: 'رسالة نصية',
    link: 'رابط',
    in_person: 'حضوريًا',
    api: 'واجهة برمجية',
    face: 'الوجه',
    name: 'الاسم',
    dob: 'تاريخ الميلاد',
    address: 'العنوان',
    gender: 'الجنس',
    nationality: 'الجنسية',
    user: 'مستخدم',
    subject: 'صاحب الطلب',
    system: 'النظام',
  },
};

export type DemoLanguage = keyof typeof words;
export type DemoWord = keyof typeof english;

export const isDemoLanguage = (text: string): text is DemoLanguage => Object.hasOwn(words, text);

export const say = (language: DemoLanguage, key: DemoWord): string => words[language][key];

/** A code of the API, such as `PENDING_REVIEW`, as a person would write it. */
export function sayCode(language: DemoLanguage, code: string): string {
  const listed = codes[language][code];
  if (listed !== undefined) return listed;
  const plain = code.toLowerCase().replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
