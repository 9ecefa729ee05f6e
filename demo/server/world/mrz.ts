/** The machine-readable zone of a travel document, after ICAO Doc 9303, parts 3, 4 and 5. */

const weights = [7, 3, 1];

const valueOf = (letter: string): number => {
  if (letter === '<') return 0;
  if (/^[0-9]$/.test(letter)) return Number(letter);
  if (/^[A-Z]$/.test(letter)) return letter.charCodeAt(0) - 55;
  throw new RangeError('Only A to Z, 0 to 9 and the filler stand in a machine-readable zone.');
};

/** The check digit over these characters. */
export function checkDigit(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += valueOf(text.charAt(at)) * (weights[at % 3] ?? 0);
  return String(sum % 10);
}

/** Letters that are more than a base letter and a mark. */
const transliterated: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Ö: 'OE',
  Ü: 'UE',
  Å: 'AA',
  Æ: 'AE',
  Ø: 'OE',
  Œ: 'OE',
  Þ: 'TH',
  Ð: 'D',
  Đ: 'D',
  Ł: 'L',
  Ħ: 'H',
};

/** Latin text as a machine-readable zone writes it: capitals, hyphens and spaces as fillers, nothing else. */
export const mrzText = (latin: string): string =>
  [...latin.normalize('NFC').toUpperCase()]
    .map((letter) => transliterated[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, ''))
    .join('')
    .replaceAll(/['’ʻʼ.,]/g, '')
    .replaceAll(/[^A-Z0-9]+/g, '<')
    .replaceAll(/^<+|<+$/g, '');

const filled = (text: string, length: number): string => text.slice(0, length).padEnd(length, '<');

/** Surname and given names in one field; given names give way when there is no room. */
const names = (surname: string, given: string, length: number): string =>
  filled([mrzText(surname), mrzText(given)].filter(Boolean).join('<<'), length);

/** `1991-05-02` as `910502`. */
const shortDate = (date: string): string => date.slice(2).replaceAll('-', '');

export interface MrzContent {
  /** `I` or `P`, with an optional second letter. */
  readonly code: string;
  /** Three letters, or `D` for Germany. */
  readonly issuer: string;
  readonly nationality: string;
  readonly surname: string;
  readonly given: string;
  /** At most nine characters. */
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly birth: string;
  readonly sex: 'F' | 'M' | null;
  /** `YYYY-MM-DD`. */
  readonly expires: string;
  readonly optional?: string;
}

const checked = (text: string): string => text + checkDigit(text);

/** Three lines of thirty, for an identity card. */
export function td1(content: MrzContent): readonly [string, string, string] {
  const number = checked(filled(mrzText(content.number), 9));
  const optional = filled(mrzText(content.optional ?? ''), 15);
  const birth = checked(shortDate(content.birth));
  const expires = checked(shortDate(content.expires));
  const composite = checkDigit(number + optional + birth + expires + filled('', 11));
  return [
    filled(content.code, 2) + filled(content.issuer, 3) + number + optional,
    birth + (content.sex ?? '<') + expires + filled(content.nationality, 3) + filled('', 11) + composite,
    names(content.surname, content.given, 30),
  ];
}

/** Two lines of forty-four, for a passport. */
export function td3(content: MrzContent): readonly [string, string] {
  const number = checked(filled(mrzText(content.number), 9));
  const birth = checked(shortDate(content.birth));
  const expires = checked(shortDate(content.expires));
  const optional = filled(mrzText(content.optional ?? ''), 14);
  // An empty optional field may carry a filler for its check digit.
  const personal = optional + (content.optional ? checkDigit(optional) : '<');
  const composite = checkDigit(number + birth + expires + personal);
  return [
    filled(content.code, 2) + filled(content.issuer, 3) + names(content.surname, content.given, 39),
    number + filled(content.nationality, 3) + birth + (content.sex ?? '<') + expires + personal + composite,
  ];
}
