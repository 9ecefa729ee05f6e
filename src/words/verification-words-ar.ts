import type {VerificationWordKey} from './verification-words.js';
import type {Word} from './word.js';

export const ar: Readonly<Record<VerificationWordKey, Word>> = {
  'detail.label': 'عملية التحقق',
  'detail.list': 'عمليات التحقق',
  'detail.unnamed': 'صاحب طلب بلا اسم',
  'detail.short-id': 'المعرّف المختصر',
  'detail.requested': 'بطلب من {name}',
  'detail.last-activity': 'آخر نشاط {time}',
  'detail.decision': 'الدرجة والحالة والقرار',
  'detail.no-access': 'لا تملك صلاحية الاطلاع على عملية التحقق هذه',
  'type.idv': 'التحقق من الهوية',
  'type.kyc': 'اعرف عميلك',
  'type.custom': 'مخصّص',
  'channel.email': 'أُرسلت بالبريد الإلكتروني',
  'channel.sms': 'أُرسلت برسالة نصية',
  'channel.link': 'أُرسلت كرابط',
  'channel.in_person': 'أُجريت حضوريًا',
  'channel.api': 'أُنشئت عبر واجهة البرمجة',

  'tab.documents': 'المستندات',
  'tab.biometric': 'القياسات الحيوية',
  'tab.kyc': 'اعرف عميلك',
  'tab.audit': 'سجل التدقيق',
  'tab.notes': 'الملاحظات',
  'tab.label': 'أجزاء عملية التحقق',
  'tab.covered': 'محجوب',
  'tab.notes-count': {
    zero: 'لا ملاحظات',
    one: 'ملاحظة واحدة',
    two: 'ملاحظتان',
    few: '{n} ملاحظات',
    many: '{n} ملاحظة',
    other: '{n} ملاحظة',
  },

  'shortcut.tab': 'الانتقال إلى التبويب بهذا الرقم',
  'shortcut.next': 'الدليل التالي',
  'shortcut.previous': 'الدليل السابق',
  'shortcut.approve': 'اعتماد',
  'shortcut.reject': 'رفض',
  'shortcut.note': 'كتابة ملاحظة',
};
