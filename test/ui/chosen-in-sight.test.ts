import {expect, fixture, fixtureCleanup, html} from '@open-wc/testing';
import {css, LitElement, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {define} from '../../src/define/define.js';
import {ChosenInSight} from '../../src/ui/chosen-in-sight.js';
import {renderTabStrip} from '../../src/ui/tab-strip.js';

const tabs = ['one', 'two', 'three', 'four', 'five'];

class NarrowStrip extends LitElement {
  static override styles = css`
    .tabs {
      display: flex;
      inline-size: 200px;
      overflow-x: auto;
    }
    .tab {
      inline-size: 90px;
      flex: none;
    }
    :host {
      display: block;
      padding-block: 150vh;
    }
  `;

  @property({type: Number}) chosen = 0;

  @state() mark = '';

  constructor() {
    super();
    this.addController(new ChosenInSight(this, '[aria-selected=true]', '.tabs'));
  }

  protected override render(): TemplateResult {
    return renderTabStrip({
      label: 'Strip',
      tabs: tabs.map((id) => ({id, title: `${id}${this.mark}`})),
      chosen: tabs[this.chosen] ?? '',
      choose: (id) => (this.chosen = tabs.indexOf(id)),
    });
  }
}
define('narrow-strip', NarrowStrip);

async function drawn(direction: string): Promise<NarrowStrip> {
  return fixture<NarrowStrip>(html`<narrow-strip dir=${direction}></narrow-strip>`);
}

const stripOf = (host: NarrowStrip): Element => host.renderRoot.querySelector('.tabs')!;

/** How many pixels of the chosen one lie outside of the strip. */
function hidden(host: NarrowStrip): number {
  const outer = stripOf(host).getBoundingClientRect();
  const inner = host.renderRoot.querySelector('[aria-selected=true]')!.getBoundingClientRect();
  return Math.max(0, outer.left - inner.left, inner.right - outer.right);
}

async function choose(host: NarrowStrip, chosen: number): Promise<void> {
  host.chosen = chosen;
  await host.updateComplete;
}

describe('the chosen one of a strip', () => {
  afterEach(() => {
    fixtureCleanup();
    window.scrollTo(0, 0);
  });

  for (const direction of ['ltr', 'rtl']) {
    it(`comes into sight there and back, ${direction}, while the page stays where it is`, async () => {
      const host = await drawn(direction);
      window.scrollTo(0, 10);
      for (const at of [4, 0, 2, 4, 3, 1]) {
        await choose(host, at);
        expect(hidden(host)).to.equal(0);
        expect(window.scrollY).to.equal(10);
      }
    });
  }

  it('stays where the reader has moved the strip while nothing else is chosen', async () => {
    const host = await drawn('ltr');
    await choose(host, 4);
    stripOf(host).scrollLeft = 0;
    host.requestUpdate();
    await host.updateComplete;
    expect(stripOf(host).scrollLeft).to.equal(0);
  });

  it('comes into sight again where the texts have changed, and where the element was moved', async () => {
    const host = await drawn('ltr');
    await choose(host, 4);
    stripOf(host).scrollLeft = 0;
    host.mark = ' (3)';
    await host.updateComplete;
    expect(hidden(host)).to.equal(0);
    host.parentElement?.append(document.createElement('div'));
    host.nextElementSibling?.append(host);
    host.requestUpdate();
    await host.updateComplete;
    expect(hidden(host)).to.equal(0);
  });
});
