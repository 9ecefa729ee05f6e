import {createRequire} from 'node:module';

const {resolve} = createRequire(import.meta.url);

/**
 * The fonts that documents are drawn with. Only these are loaded, none of the machine's, so that a document has the same
 * bytes wherever it is drawn. The first family covers Latin, Greek, Cyrillic, Arabic, Hebrew, Armenian, Georgian, Lao and
 * Tifinagh; the others add the rest.
 */
export const fontFiles: readonly string[] = [
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
  '@expo-google-fonts/kosugi/Kosugi_400Regular.ttf',
  '@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
  '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  '@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf',
].map((path) => resolve(path));
