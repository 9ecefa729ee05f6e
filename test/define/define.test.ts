import {expect} from '@open-wc/testing';
import {define} from '../../src/define/define.js';
import {version} from '../../src/define/version.js';

// On a page of its own: a version is noted once per page.
const versionKey = Symbol.for('kyc-review-elements.version');

describe('define', () => {
  let said: string[];
  const info = console.info;

  beforeEach(() => {
    said = [];
    console.info = (...words: unknown[]) => said.push(words.join(' '));
  });
  afterEach(() => {
    console.info = info;
  });

  it('registers a tag that is free', () => {
    class First extends HTMLElement {}
    define('probe-free', First);
    expect(customElements.get('probe-free')).to.equal(First);
    expect(said).to.deep.equal([]);
  });

  it('leaves the first definition in place, silently when the version is the same', () => {
    class First extends HTMLElement {}
    define('probe-twice', First);
    define('probe-twice', class extends HTMLElement {});
    expect(customElements.get('probe-twice')).to.equal(First);
    expect(said).to.deep.equal([]);
  });

  it('notes another version once, however many tags it holds', () => {
    for (const tag of ['probe-older', 'probe-other']) {
      const older = class extends HTMLElement {};
      Object.defineProperty(older, versionKey, {value: '0.0.1'});
      customElements.define(tag, older);
      define(tag, class extends HTMLElement {});
    }
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('<probe-older>').and.contain('0.0.1').and.contain(version);
  });
});
