import {deflateSync} from 'node:zlib';
import {Chance} from './chance.js';
import {png} from './png.js';
import {cardPng} from './small-world.js';

/** Files as customers send them in when something went wrong, or when they mean no good. */

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** Stops in the middle, as an upload that was cut off does. */
export const cutOffPng = (): Uint8Array => cardPng('cut off').slice(0, 40_000);

/** Few bytes that unfold to 400 million points. */
export function endlessPng(): Uint8Array {
  const side = 20_000;
  const rows = deflateSync(new Uint8Array((side / 8 + 1) * side), {level: 9});
  return png({width: side, height: side, depth: 1, colour: 0, rows: new Uint8Array(rows), compressed: true});
}

export const heavyPixels = {width: 3000, height: 2500} as const;

/** More than 20 MB: every point has a colour of its own. */
export function heavyPng(): Uint8Array {
  const {width, height} = heavyPixels;
  const chance = new Chance('heavy');
  const line = width * 3 + 1;
  const rows = new Uint8Array(line * height);
  for (let at = 0; at < rows.length; at++) rows[at] = at % line === 0 ? 0 : chance.next() * 256;
  return png({width, height, depth: 8, colour: 2, rows});
}

/** A drawing that would run a script where it is drawn as a page. */
export const svgInDisguise = (): Uint8Array =>
  latin1(
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="250"><rect width="400" height="250" fill="#b00"/><script>document.title = "run"</script></svg>',
  );

/** A page that says it is a photograph. */
export const htmlInDisguise = (): Uint8Array =>
  latin1('<!doctype html><title>Photo</title><h1>Sign in again</h1><script>document.title = "run"</script>');

/** One page with one line of text. */
export function onePagePdf(line: string): Uint8Array {
  const drawing = `BT /F1 24 Tf 72 720 Td (${line.replaceAll(/[\\()]/g, '\\$&')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  text += places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return latin1(text);
}
