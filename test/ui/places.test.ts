import {expect, fixture, html} from '@open-wc/testing';
import {render} from 'lit';
import {inPlaces} from '../../src/ui/places.js';

const all = [{id: 'a'}, {id: 'b'}, {id: 'c'}, {id: 'd'}] as const;
type Id = (typeof all)[number]['id'];

async function board() {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const draw = (...ids: readonly Id[]) => {
    const rows = ids.map((id) => ({id}));
    render(
      inPlaces(all, rows, ({id}) => html`<p>${id}</p>`),
      root,
    );
    return [...root.querySelectorAll('p')];
  };
  return draw;
}

const said = (lines: readonly Element[]) => lines.map((each) => each.textContent).join('');

describe('rows of a fixed table', () => {
  it('stand in its order, whatever order they come in', async () => {
    const draw = await board();
    expect(said(draw('d', 'a', 'c'))).to.equal('acd');
  });

  it('stay the elements that they are when others come and go before them', async () => {
    const draw = await board();
    const [b, d] = draw('b', 'd');
    const among = draw('a', 'b', 'c', 'd');
    expect(said(among)).to.equal('abcd');
    expect([among[1], among[3]]).to.eql([b, d]);
    expect(draw('d')).to.eql([d]);
  });

  it('that come back are new', async () => {
    const draw = await board();
    const [before] = draw('b');
    expect(draw()).to.eql([]);
    const [after] = draw('b');
    expect(after).not.to.equal(before);
    expect(said(after ? [after] : [])).to.equal('b');
  });
});
