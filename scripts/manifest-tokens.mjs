import {readFileSync} from 'node:fs';

const tones = {
  positive: 'what is good: approved, passed, verified',
  caution: 'what needs a look: waiting, expiring, uncertain',
  negative: 'what is bad: rejected, failed, a match',
  neutral: 'what is neither good nor bad, or unknown',
  info: 'what only informs: in progress, notes',
};

const sentences = {
  surface: 'Background of the elements.',
  'surface-sunken': 'Background of what lies behind: the bar of sections, table heads, wells.',
  'surface-raised': 'Background of what lies above: menus and dialogs.',
  'surface-hover': 'Background of a row or button under the pointer.',
  'surface-selected': 'Background of what is selected.',
  text: 'Colour of text.',
  'text-muted': 'Colour of text that steps back: labels, units, times.',
  border: 'Colour of lines that divide.',
  'border-strong': 'Colour of lines that bound a control; 3 : 1 against the surface.',
  accent: 'Colour of links and of the main button.',
  'on-accent': 'Colour of text on the accent.',
  focus: 'Colour of the focus ring.',
  scrim: 'What covers the page behind a dialog.',
  evidence: 'Background of the viewer in which documents and photos are shown.',
  'on-evidence': 'Colour of text and icons in the viewer.',
  font: 'Typeface of everything but codes.',
  'font-mono': 'Typeface of ids, codes and document numbers.',
  'font-size': 'Size of normal text; the other sizes follow it.',
  'text-xs': 'Size of the smallest text: tags and units.',
  'text-s': 'Size of small text: labels and times.',
  'text-m': 'Size of section headings.',
  'text-l': 'Size of the name in the header.',
  'text-xl': 'Size of the score.',
  leading: 'Line height of text.',
  'leading-tight': 'Line height of headings.',
  weight: 'Weight of text.',
  'weight-strong': 'Weight of headings and of values that stand out.',
  numbers: 'Figures in tables and amounts (`font-variant-numeric`).',
  density: 'Factor on spaces and heights: 1 is comfortable, 0.75 compact.',
  'space-1': 'The smallest space: between an icon and its text.',
  'space-2': 'Space between things that belong together.',
  'space-3': 'Space inside controls and cells.',
  'space-4': 'Space inside panels.',
  'space-5': 'Space between panels.',
  row: 'Least height of a row in a table.',
  control: 'Height of buttons and fields.',
  radius: 'Rounding of panels and controls.',
  'radius-s': 'Rounding of small things: tags, marks.',
  'radius-pill': 'Rounding of status pills.',
  line: 'Width of lines.',
  'focus-width': 'Width of the focus ring.',
  'focus-offset': 'Distance of the focus ring from what it surrounds.',
  'shadow-dialog': 'Shadow of dialogs.',
  'motion-fast': 'Length of the shortest movement; 0 where the reader wants less motion.',
  'motion-slow': 'Length of one beat of what is loading; 0 where the reader wants less motion.',
  ease: 'Course of movements.',
  'layer-sticky': 'Stacking order of what stays while the rest scrolls.',
};

for (const [tone, what] of Object.entries(tones)) {
  sentences[tone] = `Colour of text, icons and marks for ${what}.`;
  // Buttons and marks are filled with these; the others never are.
  if (tone === 'positive' || tone === 'negative')
    sentences[`on-${tone}`] = `Colour of text on --review-${tone}.`;
  sentences[`${tone}-soft`] = `Background of pills and notices for ${what}.`;
  sentences[`on-${tone}-soft`] = `Colour of text on --review-${tone}-soft.`;
  sentences[`${tone}-border`] = `Border of pills and notices for ${what}.`;
}

/** What stands between the bracket at a position and the one that closes it. */
function withinBrackets(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && --depth === 0) return text.slice(open + 1, at);
  }
  throw new Error('A bracket is not closed.');
}

const sourceOf = (name) => readFileSync(new URL(`../src/ui/${name}.styles.ts`, import.meta.url), 'utf8');

/** What only a verification draws: its score with the lines below it, and its dialogs. */
const ofVerifications = new Set(['--review-line', '--review-scrim', '--review-text-xl']);

/** The gauge stands alone and reads the tokens that everything needs; a verification reads all, and a profile nearly all. */
export const tokenProperties = (tagName) => {
  const all = propertiesIn(`${sourceOf('core-tokens')}\n${sourceOf('tokens')}`);
  verify(all);
  if (tagName === 'score-gauge') return propertiesIn(sourceOf('core-tokens'));
  return tagName === 'customer-profile' ? all.filter(({name}) => !ofVerifications.has(name)) : all;
};

/** The custom properties that a source reads, with default and meaning. */
function propertiesIn(text) {
  const found = Array.from(text.matchAll(/var(?=\(\s*--review-)/g), ({index, 0: word}) => {
    const [name, ...rest] = withinBrackets(text, index + word.length).split(',');
    return {
      name: name.trim(),
      // The private names that a default is computed from are said as the public ones that set them.
      default: rest.join(',').trim().replace(/\s+/g, ' ').replace(/--_/g, '--review-'),
      description: sentences[name.trim().replace('--review-', '')],
    };
  });
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Every property has a sentence, and every sentence a property. */
function verify(found) {
  const undocumented = found.filter(({description}) => description === undefined).map(({name}) => name);
  const gone = Object.keys(sentences).filter((each) => !found.some(({name}) => name === `--review-${each}`));
  if (undocumented.length > 0)
    throw new Error(`scripts/manifest-tokens.mjs says nothing about ${undocumented}.`);
  if (gone.length > 0) throw new Error(`scripts/manifest-tokens.mjs speaks of ${gone}, which nothing reads.`);
}
