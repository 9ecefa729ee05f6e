import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {takeCaught} from '../support/trap.js';

// On a page of its own: it looks at what the page was given, and plants what the trap must catch.

describe('the page that the tests run on', () => {
  it('refuses an inline style, and the trap notices', async () => {
    const probe = document.createElement('p');
    probe.setAttribute('style', 'color: red');
    document.body.append(probe);
    expect(getComputedStyle(probe).color).to.equal('rgb(0, 0, 0)');
    probe.remove();
    expect(await takeCaught()).to.satisfy((all: string[]) => all.some((each) => each.includes('style-src')));
  });

  it('refuses an inline script, and the trap notices', async () => {
    const probe = document.createElement('img');
    try {
      probe.setAttribute('onerror', 'globalThis.ran = true');
    } catch (error) {
      // With Trusted Types the assignment itself is refused already.
      expect(error).to.be.instanceOf(TypeError);
    }
    expect(await takeCaught()).to.satisfy((all: string[]) =>
      all.some((each) => /script-src|require-trusted-types-for/.test(each)),
    );
  });

  it('refuses another origin, and the trap notices', async () => {
    const refused = await fetch('http://127.0.0.1:9/').then(
      () => false,
      () => true,
    );
    expect(refused).to.equal(true);
    expect(await takeCaught()).to.satisfy((all: string[]) =>
      all.some((each) => each.includes('connect-src')),
    );
  });

  it('refuses text as HTML where the browser knows Trusted Types', async function () {
    if (!('trustedTypes' in globalThis)) this.skip();
    expect(() => {
      document.createElement('p').innerHTML = '<b>no</b>';
    }).to.throw(TypeError);
    expect(await takeCaught()).to.satisfy((all: string[]) =>
      all.some((each) => each.includes('require-trusted-types-for')),
    );
  });

  it('notices a promise that nobody caught', async () => {
    void Promise.reject(new Error('planted'));
    expect(await takeCaught()).to.satisfy((all: string[]) => all.some((each) => each.includes('planted')));
  });

  it('lets Lit render, and axe look at it', async () => {
    const element = await fixture(html`<main><h1>Fine</h1></main>`);
    await expect(element).to.be.accessible();
    expect(await takeCaught()).to.deep.equal([]);
  });
});
