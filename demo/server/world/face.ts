import {Chance} from './chance.js';

/** What somebody looks like, as far as a drawing goes. */
export interface Look {
  readonly skin: string;
  readonly shade: string;
  readonly lip: string;
  readonly hair: string;
  readonly eyes: string;
  readonly cut: 'short' | 'parted' | 'curly' | 'bald' | 'long' | 'bob' | 'bun' | 'scarf';
  readonly beard: 'none' | 'stubble' | 'moustache' | 'full';
  readonly glasses: boolean;
  readonly older: boolean;
  readonly clothes: string;
  readonly scarf: string;
}

const skins = [
  {skin: '#f3d3bc', shade: '#d9aa8c', lip: '#b5605a', plainLip: '#c98f80'},
  {skin: '#e8bf9f', shade: '#c79672', lip: '#a8554c', plainLip: '#b97c68'},
  {skin: '#d6a883', shade: '#b58762', lip: '#984c41', plainLip: '#a86e58'},
  {skin: '#bf8a63', shade: '#9a6a46', lip: '#823f35', plainLip: '#8f5848'},
  {skin: '#94623f', shade: '#744a2d', lip: '#6d3530', plainLip: '#6f4436'},
  {skin: '#6b452e', shade: '#4f311f', lip: '#5a2b28', plainLip: '#55332b'},
] as const;

const dark = ['#1d1917', '#2e2320', '#3c2a20'] as const;
const fair = ['#5b3d26', '#8a5a2f', '#b98a4c', '#7d3f22'] as const;
const clothes = [
  '#7a5560',
  '#3f5d74',
  '#4d6650',
  '#5b5470',
  '#8a6a45',
  '#39434d',
  '#7b4444',
  '#2f6f73',
] as const;
const scarves = ['#51687f', '#7c5d6f', '#5f7257', '#8a7a5c', '#36454f'] as const;

export interface LookHints {
  readonly sex: 'F' | 'M';
  /** 0 the lightest to 5 the darkest. */
  readonly skin: number;
  readonly born: number;
  readonly scarf?: boolean;
}

/** The same look for the same name, every time. */
export function lookOf(name: string, {sex, skin, born, scarf = false}: LookHints): Look {
  const chance = new Chance(`look ${name}`);
  const older = born < 1966;
  const tone = skins[Math.max(0, Math.min(5, skin))] ?? skins[2];
  const cuts: readonly Look['cut'][] =
    sex === 'F'
      ? ['long', 'bob', 'bun', 'curly', 'long']
      : ['short', 'parted', 'curly', born < 1980 ? 'bald' : 'short', 'short', 'parted'];
  return {
    skin: tone.skin,
    shade: tone.shade,
    lip: sex === 'F' ? tone.lip : tone.plainLip,
    hair: older
      ? chance.pick(['#8d8d8c', '#b9b8b4', '#6f6b68'])
      : chance.pick(skin === 0 ? [...dark, ...fair] : dark),
    eyes: skin === 0 ? chance.pick(['#4a6a86', '#56704d', '#5a4028']) : chance.pick(['#3b2719', '#2b1c13']),
    cut: scarf ? 'scarf' : chance.pick(cuts),
    beard: sex === 'M' ? chance.pick(['none', 'none', 'stubble', 'moustache', 'full']) : 'none',
    glasses: chance.falls(0.25),
    older,
    clothes: chance.pick(clothes),
    scarf: chance.pick(scarves),
  };
}

/** Hair behind the head. */
const behind: Readonly<Record<Look['cut'], (look: Look) => string>> = {
  short: () => '',
  parted: () => '',
  bald: () => '',
  curly: ({hair}) =>
    `<g fill="${hair}"><circle cx="38" cy="52" r="15"/><circle cx="82" cy="52" r="15"/><circle cx="47" cy="37" r="15"/><circle cx="73" cy="37" r="15"/><circle cx="60" cy="33" r="15"/><circle cx="34" cy="68" r="10"/><circle cx="86" cy="68" r="10"/></g>`,
  long: ({hair}) =>
    `<path d="M60 25c-25 0-34 17-33 41 1 22-3 36-6 52 14 8 64 8 78 0-3-16-7-30-6-52 1-24-8-41-33-41z" fill="${hair}"/>`,
  bob: ({hair}) =>
    `<path d="M60 26c-25 0-33 16-32 38 0 14-1 26 2 34 10 5 50 5 60 0 3-8 2-20 2-34 1-22-7-38-32-38z" fill="${hair}"/>`,
  bun: ({hair}) =>
    `<circle cx="60" cy="22" r="12" fill="${hair}"/><path d="M60 27c-22 0-29 14-28 32l4 14h48l4-14c1-18-6-32-28-32z" fill="${hair}"/>`,
  scarf: ({scarf}) =>
    `<path d="M60 20c-28 0-37 20-36 44 1 26-6 40-12 60h96c-6-20-13-34-12-60 1-24-8-44-36-44z" fill="${scarf}"/>`,
};

/** Hair, or what covers it, in front of the forehead. */
const before: Readonly<Record<Look['cut'], (look: Look) => string>> = {
  short: ({hair}) =>
    `<path d="M33 64c-4-26 8-38 27-38s31 12 27 38c-2-8-4-13-6-18-12-2-30-2-42 0-2 5-4 10-6 18z" fill="${hair}"/>`,
  parted: ({hair}) =>
    `<path d="M33 66c-5-27 8-41 29-41 19 0 30 14 25 41-2-10-4-15-7-20-14 1-24-2-31-8-2 7-9 11-11 13-2 5-3 9-5 15z" fill="${hair}"/>`,
  bald: ({skin}) =>
    `<path d="M48 36c6-4 18-4 24 0" stroke="#ffffff" stroke-opacity=".35" stroke-width="3" fill="none" stroke-linecap="round"/><path d="M34 62c-1-4-1-8 0-11M86 62c1-4 1-8 0-11" stroke="${skin}" stroke-width="2" fill="none"/>`,
  curly: ({hair}) =>
    `<g fill="${hair}"><circle cx="43" cy="43" r="9"/><circle cx="54" cy="38" r="9"/><circle cx="66" cy="38" r="9"/><circle cx="77" cy="43" r="9"/><circle cx="36" cy="52" r="6"/><circle cx="84" cy="52" r="6"/></g>`,
  long: ({hair}) =>
    `<path d="M33 72c-4-30 8-45 27-45s31 15 27 45c-3-14-8-24-20-29-11 8-27 10-34 29z" fill="${hair}"/>`,
  bob: ({hair}) =>
    `<path d="M32 74c-5-33 8-47 28-47s33 14 28 47c-1-12-3-19-6-26-16 3-32 2-43-3-3 8-5 17-7 29z" fill="${hair}"/>`,
  bun: ({hair}) =>
    `<path d="M33 64c-3-24 8-37 27-37s30 13 27 37c-4-12-12-21-27-22-15 1-23 10-27 22z" fill="${hair}"/>`,
  scarf: ({scarf}) =>
    `<path d="M60 22c-26 0-34 20-32 46 2 18 8 32 20 42 6 4 18 4 24 0 12-10 18-24 20-42 2-26-6-46-32-46zm0 14c16 0 24 11 24 29 0 16-9 34-24 34S36 81 36 65c0-18 8-29 24-29z" fill="${scarf}" fill-rule="evenodd"/><path d="M30 92c10 20 50 20 60 0 4 16 0 30-8 40-16 4-34 0-44-8-6-10-10-20-8-32z" fill="${scarf}"/><path d="M40 104c12 12 34 12 48-2" stroke="#000000" stroke-opacity=".14" stroke-width="2" fill="none"/>`,
};

const beards: Readonly<Record<Look['beard'], (look: Look) => string>> = {
  none: () => '',
  stubble: ({hair}) =>
    `<path d="M36 72c2 20 12 30 24 30s22-10 24-30c-4 8-10 12-14 12-4-3-16-3-20 0-4 0-10-4-14-12z" fill="${hair}" opacity=".22"/>`,
  moustache: ({hair}) =>
    `<path d="M49 84c4-4 8-4 11-2 3-2 7-2 11 2-4 2-8 2-11 0-3 2-7 2-11 0z" fill="${hair}"/>`,
  full: ({hair}) =>
    `<path d="M35 66c0 26 11 40 25 40s25-14 25-40c-3 8-6 13-10 15-5-3-25-3-30 0-4-2-7-7-10-15z" fill="${hair}"/>`,
};

/** A face in a box of 120 by 150, without background. */
function head(look: Look): string {
  const {skin, shade, lip, hair, eyes} = look;
  const brow = look.cut === 'scarf' ? '#2e2320' : look.older ? '#8d8d8c' : hair;
  const eye = (x: number): string =>
    `<path d="M${x - 6} 66q6-5.5 12 0q-6 4.5-12 0z" fill="#fbf8f4"/><circle cx="${x}" cy="65.8" r="2.7" fill="${eyes}"/><circle cx="${x}" cy="65.8" r="1.2" fill="#15100c"/><path d="M${x - 6.4} 66q6.4-6.3 12.8 0" stroke="#2b2320" stroke-width="1.3" fill="none" stroke-linecap="round"/>`;
  return [
    behind[look.cut](look),
    `<path d="M10 152v-15c2-20 20-27 50-27s48 7 50 27v15z" fill="${look.clothes}"/>`,
    `<path d="M44 110l16 20 16-20z" fill="#ffffff" opacity=".85"/>`,
    `<path d="M49 92h22v16c0 7-6 12-11 16-5-4-11-9-11-16z" fill="${shade}"/>`,
    look.cut === 'scarf'
      ? ''
      : `<ellipse cx="35" cy="70" rx="4.5" ry="7.5" fill="${shade}"/><ellipse cx="85" cy="70" rx="4.5" ry="7.5" fill="${shade}"/>`,
    `<path d="M35 60c0-20 10-29 25-29s25 9 25 29c0 22-11 43-25 43S35 82 35 60z" fill="${skin}"/>`,
    `<path d="M60 31c15 0 25 9 25 29 0 22-11 43-25 43 9-12 14-26 14-43 0-14-4-24-14-29z" fill="${shade}" opacity=".25"/>`,
    beards[look.beard](look),
    eye(49.5),
    eye(70.5),
    `<path d="M42.5 58.5c4-3.4 9-3.4 13-1.2M64.5 57.300c4-2.2 9-2.2 13 1.2" stroke="${brow}" stroke-width="2.4" fill="none" stroke-linecap="round"/>`,
    `<path d="M61 65c1 5 3 8 3.5 11-1.5 2.6-6 2.6-8 .6" stroke="${shade}" stroke-width="1.8" fill="none" stroke-linecap="round" stroke-linejoin="round"/>`,
    `<path d="M51.5 88.5c3-2.6 6-3 8.5-1.8 2.5-1.2 5.5-.8 8.5 1.8-3 3.8-5.5 4.6-8.5 4.600s-5.5-.8-8.5-4.600z" fill="${lip}"/><path d="M51.5 88.5c6 1.4 11 1.4 17 0" stroke="#5a2b28" stroke-width="1" fill="none"/>`,
    look.older
      ? `<path d="M44 76c1 1 3 2 5 2M71 78c2 0 4-1 5-2M47 83c-2 3-2 6-1 9M73 83c2 3 2 6 1 9" stroke="${shade}" stroke-width="1.2" fill="none" stroke-linecap="round"/>`
      : '',
    before[look.cut](look),
    look.glasses
      ? `<g fill="#ffffff" fill-opacity=".12" stroke="#26292c" stroke-width="1.8"><rect x="40" y="59.5" width="18" height="14" rx="5"/><rect x="62" y="59.5" width="18" height="14" rx="5"/><path d="M58 65h4M40 64l-5-1.5M80 64l5-1.5" fill="none"/></g>`
      : '',
  ].join('');
}

/** A passport photograph: 120 by 150 units, plain background. */
export const photograph = (look: Look): string =>
  `<rect width="120" height="150" fill="#d3dae0"/>${head(look)}`;

/** The photograph once more, pale, as cards repeat it. */
export const ghost = (look: Look): string => `<g opacity=".32">${head(look)}</g>`;

/** Somebody holding a phone at arm's length in a room: 120 by 160 units. */
export function selfieScene(look: Look, seed: string): string {
  const chance = new Chance(`selfie ${seed}`);
  const wall = chance.pick(['#c8cfc9', '#d6cfc2', '#bcc7d1', '#cfc4c9']);
  const tilt = chance.whole(-5, 5);
  return [
    `<rect width="120" height="160" fill="${wall}"/>`,
    `<g transform="translate(${chance.whole(2, 8)} 10)"><rect width="30" height="46" fill="#e9f1f6"/><path d="M15 0v46M0 22h30" stroke="#ffffff" stroke-width="2"/></g>`,
    `<rect x="88" y="20" width="24" height="30" fill="#8a7a66"/><rect x="91" y="23" width="18" height="24" fill="#a9b8a4"/>`,
    `<rect y="118" width="120" height="42" fill="#000000" opacity=".08"/>`,
    `<g transform="rotate(${tilt} 60 100) translate(-9 -2) scale(1.15)">${head(look)}</g>`,
  ].join('');
}
