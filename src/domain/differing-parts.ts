/** A stretch of a value; `odd` where the other value reads differently. */
export interface Piece {
  readonly text: string;
  readonly odd: boolean;
}

/** Beyond this many comparisons a value is too long for a reviewer to look for a letter in it. */
const mostComparisons = 250_000;

/** What counts of a word or a letter: two of the same reading are the same. */
type Reading = (text: string) => string;

const asItIs: Reading = (text) => text.normalize('NFKC').toLocaleLowerCase('und');
const withoutMarks: Reading = (letter) => asItIs(letter.normalize('NFD').replaceAll(/\p{M}/gu, ''));
const same = (one: string, other: string): boolean => asItIs(one) === asItIs(other);

/**
 * Two values, each cut where it differs from the other: by words; by letters inside two words that are spelled alike but
 * for letters that one of them leaves out, or marks on them; and by characters inside ids that are mostly the same.
 * Another letter makes another word. Case, spaces and punctuation do not count as differing.
 */
export function differingParts(
  one: string,
  other: string,
): {readonly one: readonly Piece[]; readonly other: readonly Piece[]} {
  const words = [wordsIn(one), wordsIn(other)] as const;
  const odd = [words[0].map(() => true), words[1].map(() => true)] as const;
  const within = [new Map<number, readonly Piece[]>(), new Map<number, readonly Piece[]>()] as const;
  const pairs = commonPairs(words[0], words[1]);
  for (const [left, right] of pairs) {
    odd[0][left] = false;
    odd[1][right] = false;
  }
  let before: readonly [number, number] = [-1, -1];
  for (const pair of [...pairs, [words[0].length, words[1].length] as const]) {
    // Exactly one word on each side between two pairs: they stand for each other.
    if (pair[0] - before[0] === 2 && pair[1] - before[1] === 2) {
      const [left, right] = [before[0] + 1, before[1] + 1];
      const letters = differingLetters(words[0][left] ?? '', words[1][right] ?? '');
      if (letters) {
        within[0].set(left, letters.one);
        within[1].set(right, letters.other);
      }
    }
    before = pair;
  }
  return {
    one: pieces(one, words[0], odd[0], within[0]),
    other: pieces(other, words[1], odd[1], within[1]),
  };
}

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const wordsIn = (value: string): readonly string[] => value.match(wordPattern) ?? [];

/** The longest run of equal items in the same order, as pairs of places. */
function commonPairs(
  one: readonly string[],
  other: readonly string[],
  reading = asItIs,
): readonly (readonly [number, number])[] {
  if (one.length * other.length > mostComparisons) return [];
  const [read, readOther] = [one.map(reading), other.map(reading)];
  const length = Array.from({length: one.length + 1}, () => new Uint16Array(other.length + 1));
  const at = (row: number, column: number): number => length[row]?.[column] ?? 0;
  for (let row = one.length - 1; row >= 0; row--) {
    for (let column = other.length - 1; column >= 0; column--) {
      const line = length[row];
      if (!line) continue;
      line[column] =
        read[row] === readOther[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < one.length && column < other.length;) {
    if (read[row] === readOther[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

/** A number of so many characters is looked through one by one; a reviewer reads shorter ones whole. */
const shortestId = 6;

/** Letters matter only where most of them are the same; otherwise the whole word is another one. */
function differingLetters(
  one: string,
  other: string,
): {readonly one: readonly Piece[]; readonly other: readonly Piece[]} | undefined {
  const letters = [lettersIn(one), lettersIn(other)] as const;
  const lengths = letters.map(({length}) => length);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  const isId = /\p{N}/u.test(one + other);
  if (isId && least < shortestId) return undefined;
  const pairs =
    isId && least === most
      ? samePlaces(letters[0], letters[1])
      : commonPairs(letters[0], letters[1], isId ? asItIs : withoutMarks);
  if (!isId && pairs.length < least) return undefined;
  const alike = pairs.filter(([left, right]) => same(letters[0][left] ?? '', letters[1][right] ?? ''));
  if (alike.length * 5 < most * 3) return undefined;
  const shared = [new Set(alike.map(([left]) => left)), new Set(alike.map(([, right]) => right))] as const;
  return {
    one: joined(letters[0].map((text, at) => ({text, odd: !shared[0].has(at)}))),
    other: joined(letters[1].map((text, at) => ({text, odd: !shared[1].has(at)}))),
  };
}

const samePlaces = (
  one: readonly string[],
  other: readonly string[],
): readonly (readonly [number, number])[] =>
  one.flatMap((each, at) => (same(each, other[at] ?? '') ? [[at, at] as const] : []));

/** A letter with its marks is one letter. */
const lettersIn = (word: string): readonly string[] => word.match(/\P{M}\p{M}*/gu) ?? [word];

function pieces(
  value: string,
  words: readonly string[],
  odd: readonly boolean[],
  within: ReadonlyMap<number, readonly Piece[]>,
): readonly Piece[] {
  const all: Piece[] = [];
  let from = 0;
  words.forEach((word, index) => {
    const at = value.indexOf(word, from);
    all.push({text: value.slice(from, at), odd: false});
    all.push(...(within.get(index) ?? [{text: word, odd: odd[index] ?? false}]));
    from = at + word.length;
  });
  all.push({text: value.slice(from), odd: false});
  return joined(all);
}

function joined(all: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of all) {
    const last = result.at(-1);
    if (piece.text === '') continue;
    if (last?.odd === piece.odd) result[result.length - 1] = {text: last.text + piece.text, odd: last.odd};
    else result.push(piece);
  }
  return result;
}
