/**
 * Characters that change how others are read without being seen: they would let a name or a note on paper say what
 * nobody wrote.
 */
const unseen = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Co}|\p{Default_Ignorable_Code_Point}/gu;

/** Lines and columns are seen. Scripts and emoji are spelled with joiners and selectors. */
const kept: readonly string[] = ['\n', '\t', '\u200c', '\u200d', '\ufe0e', '\ufe0f'];

const codePoint = (letter: string): string =>
  `\u27e8U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}\u27e9`;

/** A text with what cannot be seen in it spelled out, line ends as one character. */
export const inPlainSight = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll(unseen, (letter) => (kept.includes(letter) ? letter : codePoint(letter)));

/** From which side a text is read: by its first letter that has a direction. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const [first = ''] = /\p{L}/u.exec(text) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first)
    ? 'rtl'
    : 'ltr';
}
