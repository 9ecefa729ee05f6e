/** The words of the back-office around the elements. The elements bring their own. */
const words = {
  en: {
    'signed-in': 'Signed in as',
    theme: 'Theme',
    auto: 'Automatic',
    light: 'Light',
    dark: 'Dark',
    language: 'Language',
    direction: 'Direction',
    ltr: 'Left to right',
    rtl: 'Right to left',
    log: 'What the elements say to this page',
    customers: 'Customers',
    search: 'Search',
    status: 'Status',
    all: 'All',
    name: 'Name',
    risk: 'Risk',
    services: 'Services',
    updated: 'Updated',
    unnamed: 'Without a name',
    none: 'No customer fits.',
    loading: 'Loading …',
    failed: 'The customers could not be loaded.',
    back: 'All customers',
    happens: 'Something happens',
    'nothing-happened': 'Nothing could happen: the server did not take it.',
    gone: 'There is no such page.',
  },
  ar: {
    'signed-in': 'مسجّل الدخول باسم',
    theme: 'المظهر',
    auto: 'تلقائي',
    light: 'فاتح',
    dark: 'داكن',
    language: 'اللغة',
    direction: 'الاتجاه',
    ltr: 'من اليسار إلى اليمين',
    rtl: 'من اليمين إلى اليسار',
    log: 'ما تقوله العناصر لهذه الصفحة',
    customers: 'العملاء',
    search: 'بحث',
    status: 'الحالة',
    all: 'الكل',
    name: 'الاسم',
    risk: 'الخطورة',
    services: 'الخدمات',
    updated: 'آخر تحديث',
    unnamed: 'بلا اسم',
    none: 'لا يوجد عميل مطابق.',
    loading: 'جارٍ التحميل …',
    failed: 'تعذّر تحميل العملاء.',
    back: 'كل العملاء',
    happens: 'ليحدث شيء ما',
    'nothing-happened': 'لم يحدث شيء: لم يقبل الخادم الطلب.',
    gone: 'لا توجد صفحة كهذه.',
  },
} as const;

/** What the API's codes are called. One that is not listed is written out as it is. */
const codes: {readonly [L in keyof typeof words]: Readonly<Record<string, string>>} = {
  en: {
    PENDING_UPLOAD: 'Waiting for upload',
    NORMAL: 'Normal risk',
    HIGH: 'High risk',
    VERY_HIGH: 'Very high risk',
    aml: 'AML',
    video_kyc: 'Video calls',
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
  },
};

export type DemoLanguage = keyof typeof words;
export type DemoWord = keyof (typeof words)['en'];

export const isDemoLanguage = (text: string): text is DemoLanguage => Object.hasOwn(words, text);

export const say = (language: DemoLanguage, key: DemoWord): string => words[language][key];

/** A code of the API, such as `PENDING_REVIEW`, as a person would write it. */
export function sayCode(language: DemoLanguage, code: string): string {
  const listed = codes[language][code];
  if (listed !== undefined) return listed;
  const plain = code.toLowerCase().replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
