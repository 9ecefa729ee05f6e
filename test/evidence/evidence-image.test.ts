import {expect, html} from '@open-wc/testing';
import {aFile} from '../../demo/server/world/builders.js';
import {cardPng} from '../../demo/server/world/small-world.js';
import type {File as EvidenceFile} from '../../src/domain/document.js';
import type {EvidenceImage} from '../../src/evidence/evidence-image.js';
import {imageLimits} from '../../src/evidence/image-header.js';
import {wholePicture} from '../../src/evidence/look.js';
import {
  allOf,
  buttonNamed,
  fileOf,
  isAccessible,
  leave,
  mount,
  oneAfterTheOther,
  oneOf,
  refusal,
  shows,
  silence,
  textOf,
  type MountOptions,
} from '../support/harness.js';
import {bufferOf, pngHeader, textBytes} from '../support/images.js';
import {waitUntil} from '../support/until.js';

const file = aFile();
const card = (): BlobPart => bufferOf(cardPng('a card'));

async function see(
  reply: object | ((request: Request) => Response | Promise<Response>),
  over: Partial<EvidenceFile> = {},
  options: MountOptions = {},
) {
  const shown = {...file, ...over};
  return mount<EvidenceImage>(
    {[file.url]: reply},
    () =>
      html`<kyc-evidence-image
        .file=${shown}
        .ownerId=${'document-1'}
        .label=${'Identity card'}
      ></kyc-evidence-image>`,
    options,
  );
}

const picture = async (part: Element): Promise<HTMLImageElement> => {
  await waitUntil(
    () => allOf<HTMLImageElement>(part, 'img').some((each) => each.naturalWidth > 0),
    'no image',
  );
  return oneOf<HTMLImageElement>(part, 'img');
};

/** What the page hands to the browser to be saved. */
function savesDuring(): {readonly names: string[]; stop: () => void} {
  const names: string[] = [];
  const onClick = (event: Event) => {
    const link = event.target;
    if (!(link instanceof HTMLAnchorElement) || !link.download) return;
    event.preventDefault();
    names.push(link.download);
  };
  const {click} = HTMLAnchorElement.prototype;
  // The link never stands on the page, so its click passes no listener but its own.
  HTMLAnchorElement.prototype.click = function () {
    this.addEventListener('click', onClick, {once: true});
    click.call(this);
  };
  return {names, stop: () => (HTMLAnchorElement.prototype.click = click)};
}

describe('evidence image', () => {
  afterEach(leave);

  it('shows the picture from memory, with its side and a name', async () => {
    const {part, requests} = await see(fileOf(card(), 'image/png'));
    const image = await picture(part);
    expect(image.src).to.match(/^blob:/);
    expect(image.alt).to.equal('Identity card, Front');
    expect(textOf(part)).to.contain('Front');
    expect(requests).to.deep.equal([`GET ${file.url}`]);
    await isAccessible(part);
  });

  it('is asked for once its words can be seen, and at once where nobody looks', async () => {
    const own = globalThis.requestAnimationFrame;
    const frames: FrameRequestCallback[] = [];
    globalThis.requestAnimationFrame = (draw) => frames.push(draw);
    try {
      const {part, requests} = await see(fileOf(card(), 'image/png'));
      await shows(part, 'Loading the image');
      Object.defineProperty(document, 'hidden', {value: true, configurable: true});
      const unseen = await see(fileOf(card(), 'image/png'));
      await waitUntil(() => unseen.requests.length > 0, 'it waits for a frame that does not come');
      // The first one came earlier, so it would have been asked for by now.
      expect(requests).to.deep.equal([]);
      for (const draw of frames) draw(performance.now());
      await waitUntil(() => requests.length > 0, 'it is never asked for');
    } finally {
      globalThis.requestAnimationFrame = own;
      Reflect.deleteProperty(document, 'hidden');
    }
  });

  it('stands out as a place until the picture can be painted', async () => {
    const coming = 'rgba(255, 255, 255, 0.12)';
    const {part} = await see(fileOf(card(), 'image/png'));
    const fill = (): string => getComputedStyle(oneOf(part, '.picture')).backgroundColor;
    await picture(part);
    await waitUntil(() => fill() !== coming, 'it is shown as coming for ever');
    const still = await see(silence);
    await shows(still.part, 'Loading the image');
    expect(getComputedStyle(oneOf(still.part, '.coming')).backgroundColor).to.equal(coming);
  });

  it('keeps the place of the picture before it comes', async () => {
    const {part} = await see(silence);
    await shows(part, 'Loading the image');
    const {width, height} = oneOf(part, '.picture').getBoundingClientRect();
    expect(width / height).to.be.closeTo(428 / 270, 0.02);
    await isAccessible(part);
  });

  it('XS-08 gives its address back when it leaves', async () => {
    const revoked: string[] = [];
    const {revokeObjectURL} = URL;
    URL.revokeObjectURL = (url) => {
      revoked.push(url);
      revokeObjectURL.call(URL, url);
    };
    try {
      const {part} = await see(fileOf(card(), 'image/png'));
      const {src} = await picture(part);
      part.remove();
      // One that is only moved keeps it, so a moment passes.
      await waitUntil(() => revoked.includes(src), 'the address still stands');
    } finally {
      URL.revokeObjectURL = revokeObjectURL;
    }
  });

  for (const [says, type, bytes] of [
    ['an SVG', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['an SVG that calls itself a PNG', 'image/png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['HTML', 'text/html', '<!doctype html><script>alert(1)</script>'],
  ] as const) {
    it(`XS-10 never renders ${says}`, async () => {
      const {part} = await see(fileOf(bytes, type));
      await shows(part, 'This kind of file is not shown here');
      expect(allOf(part, 'img, object, embed, iframe')).to.be.empty;
    });
  }

  it('XS-09 does not decode what is too large, says its size and offers to save it', async () => {
    const {part} = await see(fileOf(bufferOf(pngHeader(20_000, 20_000)), 'image/png'));
    await shows(part, 'The image is too large to be shown here');
    expect(textOf(part)).to.contain('20,000 × 20,000 pixels');
    expect(allOf(part, 'img')).to.be.empty;
    const saves = savesDuring();
    buttonNamed(part, 'Save this file: Identity card, Front').click();
    await waitUntil(() => saves.names.length > 0, 'nothing was saved').finally(saves.stop);
    expect(saves.names).to.deep.equal(['document-1-front-document-1-front.png']);
    await isAccessible(part);
  });

  it('XS-09 does not even ask for what the record says is too heavy, until it is to be saved', async () => {
    const {part, requests} = await see(fileOf(card(), 'image/png'), {bytes: imageLimits.bytes + 1});
    await shows(part, 'The image is too large to be shown here');
    expect(requests).to.be.empty;
    const saves = savesDuring();
    buttonNamed(part, 'Save this file: Identity card, Front').click();
    await waitUntil(() => saves.names.length > 0, 'nothing was saved').finally(saves.stop);
    expect(requests).to.deep.equal([`GET ${file.url}`]);
    expect(allOf(part, 'img')).to.be.empty;
  });

  it('XS-09 saves an image whose weight showed only when it came', async () => {
    const heavy = new Uint8Array(imageLimits.bytes + 1);
    heavy.set(new Uint8Array(bufferOf(pngHeader(428, 270))));
    const {part} = await see(fileOf(heavy, 'image/png'), {bytes: null});
    await shows(part, 'The image is too large to be shown here');
    const saves = savesDuring();
    buttonNamed(part, 'Save this file: Identity card, Front').click();
    await waitUntil(() => saves.names.length > 0, 'nothing was saved').finally(saves.stop);
    expect(saves.names).to.deep.equal(['document-1-front-document-1-front.png']);
    expect(allOf(part, 'img')).to.be.empty;
  });

  it('XS-09 says that an image is damaged, by its header or by its rest', async () => {
    const header = await see(fileOf(bufferOf(pngHeader(428, 270).slice(0, 20)), 'image/png'));
    await shows(header.part, 'The image is damaged');
    leave();
    const rest = await see(fileOf(bufferOf(cardPng('a card').slice(0, 60)), 'image/png'));
    await shows(rest.part, 'The image is damaged');
  });

  it('offers to save a PDF', async () => {
    const {part} = await see(fileOf(bufferOf(textBytes('%PDF-1.7 …')), 'application/pdf'));
    await shows(part, 'PDF file');
    expect(textOf(part)).to.contain('Save this file');
  });

  it('says that a file is missing, and one outside the API was never asked for', async () => {
    const gone = await see(refusal(404, 'not_found'));
    await shows(gone.part, 'The file is missing');
    leave();
    const outside = await see(fileOf(card(), 'image/png'), {url: 'https://elsewhere.example/card.png'});
    await shows(outside.part, 'was not requested');
    expect(outside.requests).to.be.empty;
  });

  it('can be asked again after a failure', async () => {
    const {part} = await see(oneAfterTheOther(refusal(500), fileOf(card(), 'image/png')));
    await shows(part, 'The file could not be loaded');
    await isAccessible(part);
    buttonNamed(part, 'Try again: Identity card, Front').click();
    await picture(part);
  });

  it('frames a place on the image where it stands, in either direction of writing', async () => {
    for (const locale of ['en', 'ar']) {
      const {part} = await see(fileOf(card(), 'image/png'), {}, {locale});
      await picture(part);
      part.frame = {file_id: file.id, x: 0.36, y: 0.24, width: 0.38, height: 0.09};
      part.frameLabel = 'Surname';
      await part.updateComplete;
      const image = oneOf(part, 'img').getBoundingClientRect();
      const frame = oneOf(part, '.frame').getBoundingClientRect();
      expect((frame.left - image.left) / image.width).to.be.closeTo(0.36, 0.03);
      expect((frame.top - image.top) / image.height).to.be.closeTo(0.24, 0.03);
      expect(frame.width / image.width).to.be.closeTo(0.38, 0.04);
      expect(textOf(part)).to.contain('Surname');
      leave();
    }
  });

  it('brings a framed place into its own window when it is zoomed, and moves no page', async () => {
    const {part} = await see(fileOf(card(), 'image/png'), {}, {width: 360});
    await picture(part);
    part.look = {...wholePicture, zoom: 3};
    await part.updateComplete;
    const {scrollY} = window;
    part.frame = {file_id: file.id, x: 0.8, y: 0.7, width: 0.1, height: 0.1};
    await part.updateComplete;
    const view = oneOf(part, '.view').getBoundingClientRect();
    const frame = () => oneOf(part, '.frame').getBoundingClientRect();
    await waitUntil(() => frame().right <= view.right + 1, 'it is still outside');
    expect(frame().left).to.be.at.least(view.left - 1);
    expect(frame().bottom).to.be.at.most(view.bottom + 1);
    expect(part.look.zoom).to.equal(3);
    expect(window.scrollY).to.equal(scrollY);
    await isAccessible(part);
  });
});
