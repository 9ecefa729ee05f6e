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
    gone: 'لا توجد صفحة كهذه.',
  },
} as const;

export type DemoLanguage = keyof typeof words;
export type DemoWord = keyof (typeof words)['en'];

export const isDemoLanguage = (text: string): text is DemoLanguage => Object.hasOwn(words, text);

export const say = (language: DemoLanguage, key: DemoWord): string => words[language][key];
