import {expect, fixture} from '@open-wc/testing';
import {html, render} from 'lit';
import {stamp, type Drawing} from '../../src/ui/stamp.js';

const name = stamp((text: string) => html`<bdi>${text}</bdi>`);
const moment = stamp(
  (at: string, tone: string, shown: string) =>
    html`<time class="mark is-${tone} small" datetime=${at}>at ${shown} <b>o'clock</b></time>`,
);
const pair = stamp((said: string) => html`<i aria-hidden="true">–</i><span>${said}</span>`);
const bar = stamp(
  (width: string) => html`<svg viewBox="0 0 9 9"><rect width=${width} height="8"></rect></svg>`,
);

/** The markup without the marks of the template around it. */
const markup = (root: Element): string => root.innerHTML.replaceAll(/<!--.*?-->/g, '');

describe('stamp', () => {
  let root: HTMLElement;
  const draw = (drawing: Drawing): void => {
    render(html`<p>${drawing}</p>`, root);
  };
  const paragraph = (): Element => root.querySelector('p')!;

  beforeEach(async () => {
    root = await fixture<HTMLElement>(html`<div></div>`);
  });

  for (const [what, drawing, expected] of [
    ['a text', name('Ada'), '<bdi>Ada</bdi>'],
    ['an empty text', name(''), '<bdi></bdi>'],
    ['markup as text', name('<b>&amp;'), '<bdi>&lt;b&gt;&amp;amp;</bdi>'],
    ['what stands for a value elsewhere', name('734000437 73400437'), '<bdi>734000437 73400437</bdi>'],
    [
      'values within attributes and beside text',
      moment('2026-11-05', 'caution', '9'),
      `<time class="mark is-caution small" datetime="2026-11-05">at 9 <b>o'clock</b></time>`,
    ],
    ['several nodes', pair('none'), '<i aria-hidden="true">–</i><span>none</span>'],
    ['a drawing', bar('4'), '<svg viewBox="0 0 9 9"><rect height="8" width="4"></rect></svg>'],
  ] as const) {
    it(`draws ${what}`, () => {
      draw(drawing);
      expect(markup(paragraph())).to.equal(expected);
    });
  }

  it('leaves no marks of a template in what it draws', () => {
    draw(moment('2026-11-05', 'caution', '9'));
    expect(paragraph().querySelector('time')!.innerHTML).to.equal("at 9 <b>o'clock</b>");
  });

  it('writes another value into the nodes that are there', () => {
    draw(moment('2026-11-05', 'caution', '9'));
    const before = paragraph().querySelector('time');
    draw(moment('2026-11-06', 'negative', '10'));
    expect(paragraph().querySelector('time')).to.equal(before);
    expect(markup(paragraph())).to.equal(
      `<time class="mark is-negative small" datetime="2026-11-06">at 10 <b>o'clock</b></time>`,
    );
  });

  it('touches nothing when nothing has changed', async () => {
    draw(pair('none'));
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((all) => records.push(...all));
    observer.observe(root, {subtree: true, childList: true, characterData: true, attributes: true});
    draw(pair('none'));
    await Promise.resolve();
    expect(records).to.deep.equal([]);
    draw(pair('some'));
    await Promise.resolve();
    expect(records.map(({type}) => type)).to.deep.equal(['characterData']);
    observer.disconnect();
  });

  it('makes way for another one, and for everything else, and comes back', () => {
    draw(pair('none'));
    draw(name('Ada'));
    expect(markup(paragraph())).to.equal('<bdi>Ada</bdi>');
    draw(html`<em>${name('Bo')}</em>`);
    expect(markup(paragraph())).to.equal('<em><bdi>Bo</bdi></em>');
    draw('text');
    expect(markup(paragraph())).to.equal('text');
    draw(pair('none'));
    expect(markup(paragraph())).to.equal('<i aria-hidden="true">–</i><span>none</span>');
  });

  it('takes more values than there are digits', () => {
    const strings = Object.assign(['<i>', ...Array.from({length: 11}, () => ' '), '</i>'], {raw: ['']});
    const twelve = stamp((...values: string[]) => html(strings, ...values), 12);
    draw(twelve(...Array.from('abcdefghijkl')));
    expect(paragraph().textContent).to.equal('a b c d e f g h i j k l');
  });

  it('refuses a template with more places than it has values for', () => {
    const short = stamp((...values: string[]) => html`<i>${values[0]} ${values[1]}</i>`, 1);
    expect(() => draw(short('a', 'b'))).to.throw(RangeError);
  });

  it('draws each one on its own', () => {
    const both = (one: string, other: string): Drawing => html`${name(one)}${name(other)}`;
    draw(both('Ada', 'Bo'));
    expect(markup(paragraph())).to.equal('<bdi>Ada</bdi><bdi>Bo</bdi>');
    draw(both('Ada', 'Cy'));
    expect(markup(paragraph())).to.equal('<bdi>Ada</bdi><bdi>Cy</bdi>');
  });
});
