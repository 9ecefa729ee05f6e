import {aDocument, aFile} from './builders.js';
import {Chance} from './chance.js';
import type {Papers} from './documents.js';
import {
  cutOffPng,
  endlessPng,
  heavyPixels,
  heavyPng,
  htmlInDisguise,
  onePagePdf,
  svgInDisguise,
} from './odd-files.js';
import {aCaseFile} from './verification-builders.js';

interface Odd {
  readonly title: string;
  readonly media_type: string;
  readonly width?: number;
  readonly height?: number;
  make(): Uint8Array;
}

/** Every file that must not harm the page that shows it. */
const odd: readonly Odd[] = [
  {title: 'Cut off in the middle', media_type: 'image/png', width: 428, height: 270, make: cutOffPng},
  {title: 'Without a byte', media_type: 'image/jpeg', make: () => new Uint8Array()},
  {title: 'Twenty thousand pixels a side', media_type: 'image/png', make: endlessPng},
  {title: 'More than 20 MB', media_type: 'image/png', ...heavyPixels, make: heavyPng},
  {title: 'A drawing that says it is a picture', media_type: 'image/png', make: svgInDisguise},
  {title: 'A page that says it is a photograph', media_type: 'image/jpeg', make: htmlInDisguise},
  {
    title: 'A document of pages',
    media_type: 'application/pdf',
    make: () => onePagePdf('SPECIMEN - proof of address'),
  },
];

/** Documents with files as they should never have come in: a customer's, or those of a verification. */
export function oddPapers(seed = 'odd papers', name?: {readonly type: string; readonly id: string}): Papers {
  const chance = new Chance(seed);
  const made = odd.map(({title, media_type, width, height, make}, index) => {
    const id = chance.uuid();
    const fileId = chance.uuid();
    const more = {id: fileId, media_type, width: width ?? null, height: height ?? null, bytes: null};
    const file = name ? aCaseFile(more, name) : aFile(more, id);
    const document = aDocument({
      id,
      type: index === 6 ? 'UB' : 'XX',
      title,
      sort_order: 20 + index,
      approved: null,
      files: [file],
      fields: [],
      validations: [],
      mismatches: [],
      score: null,
      uploaded_at: '2026-11-18T13:00:00Z',
    });
    return {document, file: {path: file.url, media_type, bytes: () => Promise.resolve(make())}};
  });
  return {documents: made.map(({document}) => document), files: made.map(({file}) => file)};
}
