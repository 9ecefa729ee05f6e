import {expect, html} from '@open-wc/testing';
import {aFile} from '../../demo/server/world/builders.js';
import type {EvidenceViewer} from '../../src/evidence/evidence-viewer.js';
import {
  allOf,
  buttonNamed,
  isAccessible,
  leave,
  mount,
  oneOf,
  refusal,
  shows,
  textOf,
  type MountOptions,
} from '../support/harness.js';
import {countBlobs, drawn, picturesAt} from '../support/pictures.js';
import {waitUntil} from '../support/until.js';

const front = aFile({id: 'front', url: 'files/front'});
const back = aFile({id: 'back', side: 'back', url: 'files/back'});
const other = aFile({id: 'other', side: 'page', page: 1, url: 'files/other'});
const pictures = picturesAt(front.url, back.url, other.url);

async function see(options: MountOptions = {}, over: Partial<EvidenceViewer> = {}) {
  const mounted = await mount<EvidenceViewer>(
    pictures,
    () =>
      html`<kyc-evidence-viewer
        wide
        .files=${[front, back]}
        .ownerId=${'card'}
        .label=${'Identity card'}
      ></kyc-evidence-viewer>`,
    {width: 700, ...options},
  );
  Object.assign(mounted.part, over);
  await mounted.part.updateComplete;
  await drawn(mounted.part, mounted.part.files.length);
  return mounted;
}

const windows = (part: Element): readonly HTMLElement[] => allOf(part, '.view');
const boxOf = (part: Element, at = 0): DOMRect => {
  const image = allOf(part, 'img')[at];
  if (!image) throw new Error('There is no such picture.');
  return image.getBoundingClientRect();
};
const levelOf = (part: Element): string => textOf(oneOf(part, '[role="status"]'));
const press = (at: Element, key: string): boolean =>
  at.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true, composed: true}));
const middleOf = (element: Element): {clientX: number; clientY: number} => {
  const {left, top, width, height} = element.getBoundingClientRect();
  return {clientX: left + width / 2, clientY: top + height / 2};
};

async function drag(at: HTMLElement, right: number, down: number): Promise<void> {
  const {clientX, clientY} = middleOf(at);
  // No hand holds this pointer, so the browser cannot hold it for anybody.
  at.setPointerCapture = () => undefined;
  const pointer = (type: string, x: number, y: number): boolean =>
    at.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        composed: true,
        cancelable: true,
        button: 0,
        clientX: x,
        clientY: y,
      }),
    );
  pointer('pointerdown', clientX, clientY);
  pointer('pointermove', clientX + right / 2, clientY + down / 2);
  pointer('pointermove', clientX + right, clientY + down);
  pointer('pointerup', clientX + right, clientY + down);
  at.click();
  await new Promise(requestAnimationFrame);
}

describe('evidence viewer', () => {
  afterEach(leave);

  it('shows the pictures side by side, each as large as the other', async () => {
    const {part} = await see();
    const [one, two] = [boxOf(part, 0), boxOf(part, 1)];
    expect(one.top).to.be.closeTo(two.top, 0.5);
    expect(one.width).to.be.closeTo(two.width, 0.5);
    expect(one.right).to.be.below(two.left);
    await isAccessible(part);
  });

  it('gives each picture its own height where one stands above the other, and one height side by side', async () => {
    const files = [aFile({...front, width: 900, height: 600}), aFile({...back, width: 600, height: 900})];
    const shapes = (part: Element): readonly number[] =>
      windows(part).map((each) => {
        const {width, height} = each.getBoundingClientRect();
        return Math.round((width / height) * 10) / 10;
      });
    const {part} = await see({width: 360}, {files});
    expect(shapes(part)).to.deep.equal([1.5, 0.7]);
    const beside = await see({width: 700}, {files});
    expect(shapes(beside.part)).to.deep.equal([0.7, 0.7]);
    const faces = await see({width: 360}, {files, filling: true});
    expect(shapes(faces.part)).to.deep.equal([0.7, 0.7]);
  });

  it('keeps its own size while it looks closer, and says how close', async () => {
    const {part} = await see();
    const before = part.getBoundingClientRect();
    const {width} = boxOf(part);
    expect(levelOf(part)).to.equal('Zoom 100%');
    buttonNamed(part, 'Zoom in').click();
    await waitUntil(() => boxOf(part).width > width * 1.4);
    expect(boxOf(part, 1).width).to.be.closeTo(boxOf(part, 0).width, 0.5);
    expect(levelOf(part)).to.equal('Zoom 150%');
    expect(part.getBoundingClientRect().height).to.be.closeTo(before.height, 0.5);
    await isAccessible(part);
  });

  it('shows one pixel for one pixel', async () => {
    const {part} = await see();
    buttonNamed(part, 'Actual size, 1:1').click();
    await waitUntil(() => Math.abs(boxOf(part).width - 428) < 1, 'it is not as large as it is');
    buttonNamed(part, 'Whole image').click();
    await shows(part, '100%');
  });

  it('is looked at closer, moved and let go by keys alone, and takes no others', async () => {
    const {part} = await see();
    const [view] = windows(part);
    if (!view) throw new Error('There is no window.');
    view.focus();
    expect(press(view, 'ArrowDown'), 'the page may scroll while all is seen').to.equal(true);
    expect(press(view, '+')).to.equal(false);
    expect(press(view, '+')).to.equal(false);
    await shows(part, '200%');
    const still = boxOf(part, 1).left;
    const {left, top} = boxOf(part);
    expect(press(view, 'ArrowRight')).to.equal(false);
    expect(press(view, 'ArrowDown')).to.equal(false);
    await waitUntil(() => boxOf(part).left < left - 10 && boxOf(part).top < top - 10, 'it has not moved');
    expect(boxOf(part, 1).left, 'the other one stays').to.be.closeTo(still, 0.5);
    for (let at = 0; at < 20; at++) press(view, 'ArrowRight');
    await part.updateComplete;
    await waitUntil(
      () => Math.abs(boxOf(part).right - view.getBoundingClientRect().right) < 1,
      'it went over its edge',
    );
    press(view, '-');
    await shows(part, '150%');
    press(view, '0');
    await shows(part, '100%');
    for (const key of ['a', 'r', '1', 'j', 'Escape', 'Tab']) expect(press(view, key), key).to.equal(true);
  });

  it('is looked at closer by the wheel with Ctrl where the pointer is, and never by scrolling', async () => {
    const {part} = await see();
    const [view] = windows(part);
    if (!view) throw new Error('There is no window.');
    const {left, top, width, height} = view.getBoundingClientRect();
    const at = {clientX: left + width * 0.25, clientY: top + height * 0.75};
    const turn = (ctrlKey: boolean): boolean =>
      view.dispatchEvent(
        new WheelEvent('wheel', {deltaY: -300, ctrlKey, bubbles: true, cancelable: true, ...at}),
      );
    expect(turn(false)).to.equal(true);
    await part.updateComplete;
    expect(levelOf(part)).to.equal('Zoom 100%');
    const before = boxOf(part);
    const place = (box: DOMRect): number => (at.clientX - box.left) / box.width;
    const wanted = place(before);
    expect(turn(true)).to.equal(false);
    await waitUntil(() => boxOf(part).width > before.width * 1.5);
    expect(place(boxOf(part))).to.be.closeTo(wanted, 0.01);
  });

  it('is looked at closer by a double click, and wholly by another', async () => {
    const {part} = await see();
    const [view] = windows(part);
    view?.dispatchEvent(new MouseEvent('dblclick', {bubbles: true, ...middleOf(view)}));
    await shows(part, '300%');
    view?.dispatchEvent(new MouseEvent('dblclick', {bubbles: true, ...middleOf(view)}));
    await shows(part, '100%');
  });

  it('is moved by hand, which chooses no row', async () => {
    const places = [{key: 'all', box: {file_id: 'front', x: 0, y: 0, width: 1, height: 1}}];
    const {part} = await see({}, {places});
    const rows: string[] = [];
    part.addEventListener('row-focus', ({key}) => rows.push(key));
    const [view] = windows(part);
    if (!view) throw new Error('There is no window.');
    press(view, '+');
    press(view, '+');
    await shows(part, '200%');
    const {left} = boxOf(part);
    await drag(view, 40, 0);
    await waitUntil(() => Math.abs(boxOf(part).left - left - 40) < 1, 'it did not follow the hand');
    expect(rows).to.deep.equal([]);
    view.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, button: 0, ...middleOf(view)}));
    view.dispatchEvent(new PointerEvent('pointerup', {bubbles: true, button: 0, ...middleOf(view)}));
    view.dispatchEvent(new MouseEvent('click', {bubbles: true, ...middleOf(view)}));
    expect(rows).to.deep.equal(['all']);
  });

  it('turns one picture by quarters inside its window, and not the other', async () => {
    const {part} = await see();
    const ratio = (at: number): number => boxOf(part, at).width / boxOf(part, at).height;
    const upright = ratio(0);
    buttonNamed(part, 'Turn a quarter: Identity card, Front').click();
    await waitUntil(() => Math.abs(ratio(0) - 1 / upright) < 0.02, 'it was not turned');
    expect(ratio(1)).to.be.closeTo(upright, 0.02);
    const [view] = windows(part);
    expect(boxOf(part).height).to.be.at.most((view?.clientHeight ?? 0) + 1);
  });

  it('gives one picture all the room, and goes back to both without fetching anything again', async () => {
    const {part, requests} = await see();
    const {width} = boxOf(part);
    const asked = requests.length;
    buttonNamed(part, 'Side by side').click();
    await waitUntil(() => boxOf(part).width > width * 1.5, 'it has no more room');
    expect(buttonNamed(part, 'Side by side').getAttribute('aria-pressed')).to.equal('false');
    buttonNamed(part, 'Back').click();
    await waitUntil(() => boxOf(part, 0).width === 0 && boxOf(part, 1).width > width);
    await isAccessible(part);
    buttonNamed(part, 'Side by side').click();
    await waitUntil(() => boxOf(part, 0).width > 0);
    expect(requests).to.have.length(asked);
  });

  it('brings a framed place to sight when its picture is put away', async () => {
    const {part} = await see();
    buttonNamed(part, 'Side by side').click();
    await waitUntil(() => boxOf(part, 1).width === 0);
    part.frame = {file_id: 'back', x: 0.1, y: 0.1, width: 0.2, height: 0.1};
    await waitUntil(() => boxOf(part, 1).width > 0, 'what is framed is not seen');
  });

  it('remembers for each document how it was looked at, through refreshes and while it is put away', async () => {
    const {part} = await see();
    buttonNamed(part, 'Turn a quarter: Identity card, Front').click();
    buttonNamed(part, 'Zoom in').click();
    await shows(part, '150%');
    const seen = boxOf(part).width;
    part.files = [{...front}, {...back}];
    await part.updateComplete;
    expect(boxOf(part).width).to.equal(seen);
    part.ownerId = 'bill';
    part.files = [other];
    await shows(part, '100%');
    part.ownerId = 'card';
    part.files = [front, back];
    await shows(part, '150%');
    await drawn(part, 2);
    await waitUntil(() => Math.abs(boxOf(part).width - seen) < 0.5, 'it is looked at anew');
    part.hidden = true;
    await part.updateComplete;
    part.hidden = false;
    expect(boxOf(part).width).to.be.closeTo(seen, 0.5);
  });

  it('scrolls no page when a place is framed', async () => {
    const {part} = await see();
    const {scrollY} = window;
    part.frame = {file_id: 'front', x: 0.9, y: 0.9, width: 0.05, height: 0.05};
    await waitUntil(() => allOf(part, '.frame').length === 1);
    expect(window.scrollY).to.equal(scrollY);
    expect(levelOf(part)).to.equal('Zoom 100%');
  });

  it('keeps a place for what is missing', async () => {
    const {part} = await see({}, {files: [front], absent: ['No portrait']});
    expect(textOf(part)).to.contain('No portrait');
    expect(boxOf(part).width).to.be.below(part.getBoundingClientRect().width / 2);
    await isAccessible(part);
  });

  it('XS-08 holds no file in memory once it has left', async () => {
    const blobs = countBlobs();
    try {
      const {part} = await see();
      expect(blobs.live()).to.equal(2);
      part.ownerId = 'bill';
      part.files = [other];
      await drawn(part, 1);
      part.remove();
      await waitUntil(() => blobs.live() === 0, 'files are still held');
    } finally {
      blobs.stop();
    }
  });

  it('tells the host once that a file could not be had, and of which part', async () => {
    const problems: (string | undefined)[] = [];
    const onError = ({kind, part}: {kind: string; part: string | undefined}) => problems.push(kind, part);
    window.addEventListener('review-error', onError as unknown as EventListener);
    try {
      const {part} = await mount<EvidenceViewer>(
        {...pictures, [front.url]: refusal(500)},
        () =>
          html`<kyc-evidence-viewer
            .partId=${'documents'}
            .files=${[front, back]}
            .ownerId=${'card'}
          ></kyc-evidence-viewer>`,
      );
      await shows(part, 'The file could not be loaded');
      part.files = [{...front}, {...back}];
      await part.updateComplete;
      expect(problems).to.deep.equal(['server', 'documents']);
    } finally {
      window.removeEventListener('review-error', onError as unknown as EventListener);
    }
  });

  it('AX-10 mirrors its tools from right to left, and no picture', async () => {
    const {part} = await see({locale: 'ar'});
    expect(boxOf(part, 0).left).to.be.above(boxOf(part, 1).left);
    const {left} = boxOf(part);
    const [view] = windows(part);
    if (!view) throw new Error('There is no window.');
    press(view, '+');
    press(view, 'ArrowRight');
    await waitUntil(() => boxOf(part).width > 400);
    expect(boxOf(part).left).to.be.below(left);
    await isAccessible(part);
  });
});
