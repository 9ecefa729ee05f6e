import {expect} from '@open-wc/testing';
import {imageLimits, isShowable, sniff, type Sniffed} from '../../src/evidence/image-header.js';
import * as given from '../support/images.js';

const png = (width: number, height: number): Sniffed => ({kind: 'image', type: 'image/png', width, height});

const sniffed: readonly {says: string; bytes: Uint8Array; is: Sniffed}[] = [
  {says: 'a PNG', bytes: given.pngHeader(428, 270), is: png(428, 270)},
  {
    says: 'a JPEG behind large metadata',
    bytes: given.jpegHeader(1600, 1200, 60_000),
    is: {kind: 'image', type: 'image/jpeg', width: 1600, height: 1200},
  },
  {
    says: 'a progressive JPEG',
    bytes: given.jpegHeader(800, 600, 0, 0xc2),
    is: {kind: 'image', type: 'image/jpeg', width: 800, height: 600},
  },
  {
    says: 'a lossy WebP',
    bytes: given.webpLossy(640, 400),
    is: {kind: 'image', type: 'image/webp', width: 640, height: 400},
  },
  {
    says: 'a lossless WebP',
    bytes: given.webpLossless(640, 400),
    is: {kind: 'image', type: 'image/webp', width: 640, height: 400},
  },
  {
    says: 'an extended WebP',
    bytes: given.webpExtended(12_000, 9000),
    is: {kind: 'image', type: 'image/webp', width: 12_000, height: 9000},
  },
  {
    says: 'a bitmap',
    bytes: given.bmpHeader(320, 200),
    is: {kind: 'image', type: 'image/bmp', width: 320, height: 200},
  },
  {
    says: 'a bitmap with its rows from the top',
    bytes: given.bmpHeader(320, -200),
    is: {kind: 'image', type: 'image/bmp', width: 320, height: 200},
  },
  {says: 'a PDF', bytes: given.textBytes('%PDF-1.7\n'), is: {kind: 'pdf'}},
  {
    says: 'an SVG is not shown',
    bytes: given.textBytes('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    is: {kind: 'unsupported'},
  },
  {
    says: 'HTML is not shown',
    bytes: given.textBytes('<!doctype html><script>0</script>'),
    is: {kind: 'unsupported'},
  },
  {
    says: 'a text that begins with BM is no bitmap',
    bytes: given.textBytes('BMW registration document, page one'),
    is: {kind: 'unsupported'},
  },
  {says: 'nothing at all is nothing', bytes: new Uint8Array(0), is: {kind: 'unsupported'}},
  {
    says: 'a PNG that ends in its header is damaged',
    bytes: given.pngHeader(428, 270).slice(0, 18),
    is: {kind: 'damaged', type: 'image/png'},
  },
  {
    says: 'a JPEG without a frame is damaged',
    bytes: given.jpegHeader(1, 1, 0).slice(0, 8),
    is: {kind: 'damaged', type: 'image/jpeg'},
  },
  {
    says: 'an image of no width is damaged',
    bytes: given.pngHeader(0, 270),
    is: {kind: 'damaged', type: 'image/png'},
  },
];

describe('image header', () => {
  for (const {says, bytes, is} of sniffed) {
    it(`reads ${says}`, () => expect(sniff(given.bufferOf(bytes))).to.deep.equal(is));
  }

  it('reads any beginning of an image without an error', () => {
    for (const whole of [
      given.pngHeader(9, 9),
      given.jpegHeader(9, 9, 30),
      given.webpExtended(9, 9),
      given.webpLossless(9, 9),
      given.webpLossy(9, 9),
      given.bmpHeader(9, 9),
    ]) {
      for (let length = 0; length <= whole.length; length++) sniff(given.bufferOf(whole.slice(0, length)));
    }
  });

  const sizes = [
    {says: 'a large scan is shown', width: 6000, height: 4000, bytes: 9_000_000, is: true},
    {says: 'exactly 40 megapixels are shown', width: 8000, height: 5000, bytes: 1, is: true},
    {says: 'XS-09 more than 40 megapixels are refused', width: 8000, height: 5001, bytes: 1, is: false},
    {says: 'XS-09 a side above 16,384 is refused', width: 1, height: 16_385, bytes: 1, is: false},
    {
      says: 'XS-09 more than 20 MB are refused',
      width: 10,
      height: 10,
      bytes: imageLimits.bytes + 1,
      is: false,
    },
    {says: 'XS-09 60,000 by 60,000 is refused', width: 60_000, height: 60_000, bytes: 1, is: false},
  ];
  for (const {says, is, ...size} of sizes) it(says, () => expect(isShowable(size)).to.equal(is));
});
