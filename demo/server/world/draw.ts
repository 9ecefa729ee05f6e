import {renderAsync} from '@resvg/resvg-js';
import {fontFiles} from './fonts.js';

/** Draws a picture as a PNG file of this many pixels across. */
export async function drawn(svg: string, width: number): Promise<Uint8Array> {
  const picture = await renderAsync(svg, {
    fitTo: {mode: 'width', value: width},
    font: {loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: 'DejaVu Sans'},
  });
  return new Uint8Array(picture.asPng());
}
