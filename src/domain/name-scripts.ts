/** A name that stands in two scripts, Latin first as the screens show it. */
export interface NameInScripts {
  readonly latin: string;
  readonly original: string;
}

const latinLetter = /\p{Script=Latin}/u;
const between = /^[ \t/|()（）·,;-]+$/u;
const edges = /^[ \t/|()（）·,;-]+|[ \t/|()（）·,;-]+$/gu;

/**
 * Takes apart a name that was given in two scripts, such as `Amira Haddad أميرة حداد`. Absent where there is one script,
 * or where letters of two scripts stand so close that taking them apart could hide a forgery.
 */
export function nameInScripts(name: string): NameInScripts | undefined {
  let last: {readonly latin: boolean; readonly end: number} | undefined;
  let cut: {readonly from: number; readonly to: number; readonly latinFirst: boolean} | undefined;
  for (const {0: letter, index} of name.matchAll(/\p{L}\p{M}*/gu)) {
    const latin = latinLetter.test(letter);
    if (last && last.latin !== latin) {
      if (cut || !between.test(name.slice(last.end, index))) return undefined;
      cut = {from: last.end, to: index, latinFirst: last.latin};
    }
    last = {latin, end: index + letter.length};
  }
  if (!cut) return undefined;
  const first = name.slice(0, cut.from).replaceAll(edges, '');
  const second = name.slice(cut.to).replaceAll(edges, '');
  return cut.latinFirst ? {latin: first, original: second} : {latin: second, original: first};
}
