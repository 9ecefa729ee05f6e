import {Chance} from './chance.js';
import {countries, type CountryCode} from './countries.js';
import {ghost, photograph, selfieScene, type Look} from './face.js';
import {td1, td3, type MrzContent} from './mrz.js';

/** What a document says about its bearer, which need not be what the bearer declared. */
export interface Bearer {
  readonly surname: string;
  readonly given: string;
  /** The name in its own writing, when that is not Latin. */
  readonly original?: {readonly surname: string; readonly given: string} | undefined;
  readonly sex: 'F' | 'M';
  readonly birth: string;
  readonly country: CountryCode;
  readonly number: string;
  readonly issued: string;
  readonly expires: string;
  readonly address: string;
  readonly look: Look;
}

/** A line of text and where it stands. With a key it is a field that can be framed. */
interface Line {
  readonly key?: string;
  readonly text: string;
  readonly x: number;
  /** Of the line on which the letters stand. */
  readonly y: number;
  readonly size: number;
  /** It is set smaller when it would be wider than this. */
  readonly room: number;
  readonly weight?: 'bold';
  readonly colour?: string;
  readonly end?: true;
  /** Spread over the whole room, as machine-readable lines are. */
  readonly spread?: true;
}

/** Where a field stands, in fractions of the picture. */
export interface Framed {
  readonly key: string;
  readonly text: string;
  readonly box: {readonly x: number; readonly y: number; readonly width: number; readonly height: number};
}

/** A document's face: its size, its fields with their places, and the drawing itself when it is wanted. */
export interface Specimen {
  readonly width: number;
  readonly height: number;
  /** Pixels across and down of the file. */
  readonly pixels: {readonly width: number; readonly height: number};
  readonly framed: readonly Framed[];
  svg(): string;
}

const escaped = (text: string): string =>
  text.replaceAll(
    /[&<>"]/g,
    (letter) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[letter] ?? '',
  );

const ink = '#18262b';
const faint = '#4b6067';

/** How far these letters of DejaVu Sans reach, in thousandths of the size of the letters. */
const latinWidths: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'A684 B686 C698 D770 E632 F575 G775 H752 I295 J295 K656 L557 M863 N748 O787 P603 Q787 R695 S635 T611 U732 V684 W989',
    'X685 Y611 Z685 a613 b635 c550 d635 e615 f352 g635 h634 i278 j278 k579 l278 m974 n634 o612 p635 q635 r411 s521 t392',
    'u634 v592 w818 x592 y592 z525 .318 ,318 -361 /337 :337 ’318',
  ].flatMap((row) => row.split(' ').map((each) => [each.charAt(0), Number(each.slice(1))])),
);

/** How wide other letters can be at most, in parts of the size of the letters. */
const otherWidths: readonly (readonly [RegExp, number])[] = [
  [/\p{M}/u, 0.1],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・]/u, 1],
  [/\s/, 0.318],
  [/\p{N}/u, 0.637],
  [/\p{Lu}/u, 0.8],
  [/[\p{Script=Armenian}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Tifinagh}\p{Script=Lao}]/u, 0.76],
];

function letterWidth(letter: string): number {
  const latin = latinWidths[letter.normalize('NFD').charAt(0)];
  return latin === undefined
    ? (otherWidths.find(([letters]) => letters.test(letter))?.[1] ?? 0.66)
    : latin / 1000;
}

const widest = (text: string, bold: boolean): number =>
  [...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * (bold ? 1.12 : 1);

interface Set {
  readonly size: number;
  readonly width: number;
}

function fitted(line: Line): Set {
  if (line.spread) return {size: line.size, width: line.room};
  const width = widest(line.text, line.weight === 'bold') * line.size;
  if (width <= line.room) return {size: line.size, width};
  return {size: (line.size * line.room) / width, width: line.room};
}

/** The family for scripts that the first one lacks. */
const families: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hangul}]/u, 'NanumGothic'],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, 'MotoyaLCedar'],
  [/\p{Script=Thai}/u, 'Noto Sans Thai'],
  [/\p{Script=Devanagari}/u, 'Noto Sans Devanagari'],
  [/\p{Script=Bengali}/u, 'Noto Sans Bengali'],
];

const familyFor = (text: string): string =>
  families.find(([letters]) => letters.test(text))?.[1] ?? 'DejaVu Sans';

/**
 * Both writings of a name, each at a place of its own: in one piece, the Latin one would be set in the other's letters.
 */
function renderParts({text, x}: Line, size: number): string {
  let at = x;
  const parts: string[] = [];
  for (const part of text.split(/(?<= \/ )/)) {
    parts.push(`<tspan x="${at.toFixed(1)}" font-family="${familyFor(part)}">${escaped(part)}</tspan>`);
    at += widest(part, false) * size;
  }
  return parts.join('');
}

function renderLine(line: Line): string {
  const {size} = fitted(line);
  const weight = line.weight ? ` font-weight="${line.weight}"` : '';
  const anchor = line.end ? ' text-anchor="end"' : '';
  const look = `font-size="${size.toFixed(2)}" fill="${line.colour ?? ink}"${weight}${anchor}`;
  if (!line.spread) return `<text x="${line.x}" y="${line.y}" ${look}>${renderParts(line, size)}</text>`;
  const step = line.room / line.text.length;
  const places = Array.from(line.text, (_, at) => (line.x + at * step).toFixed(1)).join(' ');
  return `<text x="${places}" y="${line.y}" ${look} font-family="DejaVu Sans Mono">${escaped(line.text)}</text>`;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly lines: readonly Line[];
  readonly under: () => string;
  readonly over?: () => string;
}

function specimen({width, height, across, lines, under, over}: Sheet): Specimen {
  return {
    width,
    height,
    pixels: {width: across, height: Math.round((across * height) / width)},
    framed: lines.flatMap((line) => {
      if (line.key === undefined) return [];
      const {size, width: wide} = fitted(line);
      const left = (line.end ? line.x - wide : line.x) - 5;
      const top = line.y - size * 1.08;
      const round = (share: number): number => Math.round(Math.max(0, share) * 10_000) / 10_000;
      return [
        {
          key: line.key,
          text: line.text,
          box: {
            x: round(left / width),
            y: round(top / height),
            width: round(Math.min(wide + 10, width - Math.max(0, left)) / width),
            height: round((size * 1.46) / height),
          },
        },
      ];
    }),
    svg: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${under()}${lines.map(renderLine).join('')}${over?.() ?? ''}</svg>`,
  };
}

/** `1991-05-02` as documents print it. */
const printedDate = (date: string): string => date.split('-').reverse().join('.');

/** Capital letters that lead back to the small ones. */
export const capitals = (text: string): string => text.replaceAll('ß', 'ẞ').toLocaleUpperCase('en');

const printed = (latin: string, original: string | undefined): string =>
  original ? `${capitals(latin)} / ${original}` : capitals(latin);

/** A field under its small heading. */
const field = (
  key: string,
  heading: string,
  text: string,
  x: number,
  y: number,
  room: number,
  size = 27,
): Line[] => [
  {text: heading, x, y, size: 14, room, colour: faint},
  {key, text, x, y: y + size + 5, size, room},
];

/** Fine lines all over a card, different for every country. */
function guilloche(country: CountryCode, width: number, height: number): string {
  const chance = new Chance(`lines ${country}`);
  const {colour} = countries[country];
  const swing = chance.whole(20, 60);
  const gap = chance.whole(14, 22);
  const lines: string[] = [];
  for (let y = -40; y < height + 60; y += gap) {
    lines.push(
      `M0 ${y}C${width * 0.17} ${y - swing} ${width * 0.33} ${y + swing} ${width / 2} ${y}S${width * 0.84} ${y - swing} ${width} ${y + 10}`,
    );
  }
  const petals = chance.pick([9, 12, 15, 18]);
  const rose = Array.from(
    {length: petals},
    (_, at) =>
      `<ellipse rx="${height * 0.3}" ry="${height * 0.11}" transform="rotate(${(at * 180) / petals})"/>`,
  ).join('');
  return `<g fill="none" stroke="${colour}" stroke-width="1"><path d="${lines.join('')}" opacity=".3"/><g transform="translate(${width * 0.77} ${height * 0.58})" opacity=".2">${rose}</g></g>`;
}

/** An emblem that belongs to nobody. */
function emblem(country: CountryCode, x: number, y: number, size: number): string {
  const chance = new Chance(`emblem ${country}`);
  const rays = chance.whole(5, 12);
  const inner = 0.4 + chance.next() * 0.25;
  const points = Array.from({length: rays * 2}, (_, at) => {
    const reach = size * (at % 2 ? inner : 1);
    const angle = (at * Math.PI) / rays - Math.PI / 2;
    return `${(x + reach * Math.cos(angle)).toFixed(1)},${(y + reach * Math.sin(angle)).toFixed(1)}`;
  }).join(' ');
  return `<polygon points="${points}" fill="#ffffff" opacity=".92"/><circle cx="${x}" cy="${y}" r="${size * 0.3}" fill="${countries[country].colour}"/>`;
}

/** The bearer's hand, as a line. */
function signature(name: string, x: number, y: number, width: number, height: number): string {
  const chance = new Chance(`hand ${name}`);
  const strokes = 7 + (name.length % 4);
  const step = width / strokes;
  let path = `M${x} ${y}`;
  for (let at = 0; at < strokes; at++) {
    const up = (0.35 + chance.next() * 0.65) * height * (at === 0 ? 1.1 : 0.7);
    const down = chance.next() * height * 0.35;
    path += `c${(step * 0.3).toFixed(1)} ${(-up).toFixed(1)} ${(step * 0.75).toFixed(1)} ${(-up * 0.8).toFixed(1)} ${(step * 0.5).toFixed(1)} ${(down * 0.5).toFixed(1)}s${(step * 0.3).toFixed(1)} ${(-down).toFixed(1)} ${(step * 0.5).toFixed(1)} ${(-down * 0.5).toFixed(1)}`;
  }
  return `<path d="${path}q${width * 0.1} ${-height * 0.2} ${width * 0.18} ${-height * 0.05}" fill="none" stroke="#1d3557" stroke-width="${(height / 16).toFixed(1)}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

const margin = 22;

/** A card on a desk: everything that is the same on every card. */
function cardUnder(country: CountryCode, width: number, height: number, band: boolean): string {
  const {colour} = countries[country];
  const card = `x="${margin}" y="${margin}" width="${width - 2 * margin}" height="${height - 2 * margin}" rx="30"`;
  return [
    `<defs><clipPath id="card"><rect ${card}/></clipPath><linearGradient id="paper" x2="1" y2="1"><stop stop-color="#eef3f1"/><stop offset=".55" stop-color="#e1eae9"/><stop offset="1" stop-color="#ece9e0"/></linearGradient></defs>`,
    `<rect width="${width}" height="${height}" fill="#c9c4bb"/>`,
    `<rect ${card} transform="translate(4 7)" fill="#000000" opacity=".16"/>`,
    `<rect ${card} fill="url(#paper)"/>`,
    `<g clip-path="url(#card)">${guilloche(country, width, height)}`,
    band
      ? `<rect x="${margin}" y="${margin}" width="${width}" height="72" fill="${colour}"/>${emblem(country, margin + 44, margin + 36, 24)}`
      : '',
    `</g>`,
  ].join('');
}

const mark = (x: number, y: number, size: number): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="DejaVu Sans" font-weight="bold" fill="#a3262b" opacity=".16" text-anchor="middle" letter-spacing="${size / 8}" transform="rotate(-18 ${x} ${y})">SPECIMEN</text>`;

function heading(country: CountryCode, latin: string, own: string, width: number): Line[] {
  const lines: Line[] = [
    {text: latin, x: margin + 84, y: margin + 46, size: 25, room: 330, weight: 'bold', colour: '#ffffff'},
    {
      text: capitals(countries[country].name),
      x: width - margin - 30,
      y: margin + 33,
      size: 17,
      room: 300,
      colour: '#ffffff',
      end: true,
    },
  ];
  if (capitals(own) !== latin) {
    lines.push({
      text: own,
      x: width - margin - 30,
      y: margin + 58,
      size: 17,
      room: 300,
      colour: '#ffffff',
      end: true,
    });
  }
  return lines;
}

const picture = (content: string, x: number, y: number, width: number, height: number): string =>
  `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 120 150">${content}</svg>`;

const mrzContent = (bearer: Bearer, code: string): MrzContent => ({
  code,
  issuer: countries[bearer.country].code,
  nationality: countries[bearer.country].code,
  surname: bearer.surname,
  given: bearer.given,
  number: bearer.number,
  birth: bearer.birth,
  sex: bearer.sex,
  expires: bearer.expires,
});

const cardWidth = 900;
const cardHeight = 584;
const cardAcross = 1350;

export function identityFront(bearer: Bearer): Specimen {
  const {country, original, look} = bearer;
  const left = 330;
  return specimen({
    width: cardWidth,
    height: cardHeight,
    across: cardAcross,
    lines: [
      ...heading(country, 'IDENTITY CARD', countries[country].card, cardWidth),
      ...field('surname', 'Surname', printed(bearer.surname, original?.surname), left, 140, 500, 29),
      ...field('given_names', 'Given names', printed(bearer.given, original?.given), left, 212, 500, 29),
      ...field('birth_date', 'Date of birth', printedDate(bearer.birth), left, 284, 190),
      ...field('gender', 'Sex', bearer.sex, left + 230, 284, 60),
      ...field('nationality', 'Nationality', countries[country].code, left + 330, 284, 130),
      ...field('document_number', 'Document no.', bearer.number, left, 354, 260),
      ...field('expires_on', 'Expires', printedDate(bearer.expires), left + 330, 354, 190),
    ],
    under: () =>
      cardUnder(country, cardWidth, cardHeight, true) +
      `<rect x="55" y="115" width="246" height="306" fill="#ffffff" opacity=".7"/>` +
      picture(photograph(look), 58, 118, 240, 300) +
      picture(ghost(look), 742, 402, 96, 120) +
      signature(bearer.surname + bearer.given, 72, 508, 190, 62) +
      `<path d="M58 528h240" stroke="${faint}" stroke-width="1"/>` +
      `<circle cx="296" cy="408" r="34" fill="#bcd6c8" opacity=".5"/><circle cx="296" cy="408" r="25" fill="none" stroke="#ffffff" stroke-width="2" opacity=".8"/>`,
    over: () => mark(470, 480, 76),
  });
}

export function identityBack(bearer: Bearer): Specimen {
  const {country} = bearer;
  const [one, two, three] = td1(mrzContent(bearer, 'I'));
  const row = (text: string, y: number): Line => ({
    text,
    x: 60,
    y,
    size: 42,
    room: 784,
    spread: true,
  });
  return specimen({
    width: cardWidth,
    height: cardHeight,
    across: cardAcross,
    lines: [
      ...field('address', 'Address', capitals(bearer.address), 270, 80, 560, 25),
      ...field('issued_on', 'Issued', printedDate(bearer.issued), 270, 160, 200),
      {text: 'Authority', x: 520, y: 160, size: 14, room: 200, colour: faint},
      {text: `${countries[country].code} SPECIMEN OFFICE`, x: 520, y: 190, size: 22, room: 310},
      row(one, 428),
      row(two, 482),
      row(three, 536),
    ],
    under: () =>
      cardUnder(country, cardWidth, cardHeight, false) +
      `<rect x="62" y="66" width="150" height="112" rx="15" fill="#c8ab62"/><path d="M62 110h52m46 0h52M62 138h52m46 0h52M114 66v112m46-112v112" stroke="#8f7738" stroke-width="3" fill="none"/><rect x="114" y="94" width="46" height="58" rx="8" fill="#d4b972" stroke="#8f7738" stroke-width="3"/>` +
      `<rect x="62" y="262" width="776" height="62" fill="${countries[country].colour}" opacity=".14"/>` +
      `<path clip-path="url(#card)" d="M${margin} 372h${cardWidth}v${cardHeight}h-${cardWidth}z" fill="#f5f7f6"/>`,
    over: () => mark(520, 310, 70),
  });
}

const passportWidth = 1000;
const passportHeight = 704;

export function passportPage(bearer: Bearer): Specimen {
  const {country, original, look} = bearer;
  const [one, two] = td3(mrzContent(bearer, 'P'));
  const row = (text: string, y: number): Line => ({
    text,
    x: 56,
    y,
    size: 34,
    room: 890,
    spread: true,
  });
  const left = 350;
  return specimen({
    width: passportWidth,
    height: passportHeight,
    across: 1400,
    lines: [
      ...heading(country, 'PASSPORT', countries[country].passport, passportWidth),
      {text: 'P', x: left, y: 148, size: 24, room: 40},
      ...field('issuing_country', 'Issuer', countries[country].code, left + 90, 122, 120, 22),
      ...field('document_number', 'Passport no.', bearer.number, left + 330, 122, 250, 26),
      ...field('surname', 'Surname', printed(bearer.surname, original?.surname), left, 184, 590),
      ...field('given_names', 'Given names', printed(bearer.given, original?.given), left, 250, 590),
      ...field('nationality', 'Nationality', countries[country].code, left, 316, 130, 24),
      ...field('birth_date', 'Date of birth', printedDate(bearer.birth), left + 200, 316, 180, 24),
      ...field('gender', 'Sex', bearer.sex, left + 440, 316, 60, 24),
      ...field('issued_on', 'Date of issue', printedDate(bearer.issued), left, 380, 180, 24),
      ...field('expires_on', 'Date of expiry', printedDate(bearer.expires), left + 200, 380, 180, 24),
      row(one, 604),
      row(two, 656),
    ],
    under: () =>
      cardUnder(country, passportWidth, passportHeight, true) +
      `<rect x="57" y="117" width="266" height="331" fill="#ffffff" opacity=".7"/>` +
      picture(photograph(look), 60, 120, 260, 325) +
      picture(ghost(look), 830, 396, 104, 130) +
      signature(bearer.surname + bearer.given, 370, 512, 220, 60) +
      `<path clip-path="url(#card)" d="M${margin} 552h${passportWidth}v${passportHeight}h-${passportWidth}z" fill="#f5f7f6"/>`,
    over: () => mark(600, 500, 84),
  });
}

export function licenceFront(bearer: Bearer): Specimen {
  const {country, original, look} = bearer;
  const left = 330;
  const numbered = (
    key: string,
    number: string,
    text: string,
    x: number,
    y: number,
    room: number,
  ): Line[] => [
    {text: number, x, y, size: 17, room: 40, colour: faint},
    {key, text, x: x + 42, y, size: 26, room},
  ];
  return specimen({
    width: cardWidth,
    height: cardHeight,
    across: cardAcross,
    lines: [
      ...heading(country, 'DRIVING LICENCE', countries[country].code, cardWidth),
      ...numbered('surname', '1.', printed(bearer.surname, original?.surname), left, 150, 460),
      ...numbered('given_names', '2.', printed(bearer.given, original?.given), left, 194, 460),
      ...numbered('birth_date', '3.', printedDate(bearer.birth), left, 238, 220),
      ...numbered('issued_on', '4a.', printedDate(bearer.issued), left, 282, 190),
      ...numbered('expires_on', '4b.', printedDate(bearer.expires), left + 270, 282, 190),
      ...numbered('document_number', '5.', bearer.number, left, 326, 300),
      ...numbered('address', '8.', capitals(bearer.address), left, 370, 460),
      {text: '9.', x: left, y: 440, size: 17, room: 40, colour: faint},
      {text: 'AM  B1  B', x: left + 42, y: 440, size: 26, room: 300, weight: 'bold'},
    ],
    under: () =>
      cardUnder(country, cardWidth, cardHeight, true) +
      `<rect x="55" y="115" width="246" height="306" fill="#ffffff" opacity=".7"/>` +
      picture(photograph(look), 58, 118, 240, 300) +
      signature(bearer.surname + bearer.given, 72, 508, 190, 62),
    over: () => mark(600, 510, 70),
  });
}

/** A photograph that somebody took of themselves. */
export const selfie = (look: Look, seed: string): Specimen =>
  specimen({
    width: 720,
    height: 960,
    across: 720,
    lines: [],
    under: () => `<svg width="720" height="960" viewBox="0 0 120 160">${selfieScene(look, seed)}</svg>`,
    over: () =>
      `<text x="700" y="942" font-size="22" font-family="DejaVu Sans" font-weight="bold" fill="#ffffff" opacity=".75" text-anchor="end">SPECIMEN</text>`,
  });

/** The photograph alone, as the profile shows it. */
export const portrait = (look: Look): Specimen =>
  specimen({width: 120, height: 150, across: 480, lines: [], under: () => photograph(look)});

/** A bill that shows where somebody lives. */
export function utilityBill(bearer: Bearer, billed: string): Specimen {
  const {country, original} = bearer;
  const {colour} = countries[country];
  const chance = new Chance(`bill ${bearer.number} ${billed}`);
  const bars = Array.from({length: 12}, () => chance.whole(24, 96));
  const used = chance.whole(180, 420);
  const name = original
    ? `${bearer.given} ${bearer.surname} / ${original.given} ${original.surname}`
    : `${bearer.given} ${bearer.surname}`;
  const row = (label: string, value: string, y: number): Line[] => [
    {text: label, x: 80, y, size: 17, room: 420},
    {text: value, x: 714, y, size: 17, room: 180, end: true},
  ];
  return specimen({
    width: 794,
    height: 1123,
    across: 1192,
    lines: [
      {text: 'Lumen & Vale Energy', x: 136, y: 104, size: 27, room: 360, weight: 'bold', colour},
      {text: 'SPECIMEN', x: 714, y: 104, size: 20, room: 200, colour: '#a3262b', end: true},
      {key: 'name', text: name, x: 80, y: 212, size: 21, room: 420},
      {key: 'address', text: bearer.address, x: 80, y: 244, size: 19, room: 420},
      {text: countries[country].name, x: 80, y: 274, size: 19, room: 420},
      {text: 'Bill date', x: 714, y: 198, size: 14, room: 200, colour: faint, end: true},
      {key: 'issued_on', text: printedDate(billed), x: 714, y: 224, size: 20, room: 200, end: true},
      {text: 'Customer no.', x: 714, y: 256, size: 14, room: 200, colour: faint, end: true},
      {
        text: `${chance.whole(10, 99)} ${chance.whole(1000, 9999)} ${chance.whole(100, 999)}`,
        x: 714,
        y: 282,
        size: 20,
        room: 200,
        end: true,
      },
      {text: 'Electricity for your home', x: 80, y: 372, size: 24, room: 600, weight: 'bold'},
      ...row('Standing charge', '11.40', 424),
      ...row(`Energy used, ${used} kWh`, (used * 0.21).toFixed(2), 458),
      ...row('Grid and meter', '18.05', 492),
      ...row('To pay within 14 days', (used * 0.21 + 29.45).toFixed(2), 552),
      {text: 'What you used in the last twelve months', x: 80, y: 654, size: 17, room: 600, weight: 'bold'},
      {
        text: 'This bill was drawn for a demonstration. Nobody owes it.',
        x: 80,
        y: 1050,
        size: 14,
        room: 640,
        colour: faint,
      },
    ],
    under: () =>
      `<rect width="794" height="1123" fill="#fdfdfb"/><rect width="794" height="16" fill="${colour}"/>` +
      `<circle cx="102" cy="94" r="24" fill="${colour}"/><path d="M106 76l-16 22h11l-4 14 16-22h-11z" fill="#ffffff"/>` +
      `<path d="M80 438h634M80 472h634M80 506h634" stroke="#d5d9da"/><path d="M80 522h634" stroke="${ink}" stroke-width="2"/>` +
      bars
        .map(
          (high, at) =>
            `<rect x="${84 + at * 53}" y="${800 - high}" width="34" height="${high}" fill="${colour}" opacity="${at === 11 ? 1 : 0.5}"/>`,
        )
        .join('') +
      `<path d="M80 800h634" stroke="${ink}"/>`,
    over: () => mark(400, 950, 90),
  });
}

/** A signature on a line. */
export const signatureSheet = (name: string): Specimen =>
  specimen({
    width: 800,
    height: 300,
    across: 800,
    lines: [{text: 'SPECIMEN', x: 776, y: 284, size: 18, room: 200, colour: '#a3262b', end: true}],
    under: () =>
      `<rect width="800" height="300" fill="#fbfbf8"/><path d="M80 220h640" stroke="#9aa5a9" stroke-width="2"/>${signature(name, 130, 205, 440, 120)}`,
  });
