import {expect} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit/html.js';
import {SmallElement, type Given} from '../../src/score-gauge/small-element.js';
import {cssText} from '../../src/ui/css-text.js';
import {textOf} from '../support/harness.js';

class Greeting extends SmallElement {
  static override readonly properties: Given = {name: {}, tone: {attribute: false}};
  static override readonly styles = [
    cssText`
      p {
        color: rgb(1 2 3);
      }
    `,
  ];

  declare name: string | null | undefined;
  declare tone: string | undefined;

  /** How often it was drawn. */
  drawn = 0;
  private held: Promise<void> | undefined;

  hold(until: Promise<void>): void {
    this.held = until.then(() => {
      this.held = undefined;
    });
  }

  protected override missing(): Promise<void> | undefined {
    return this.held;
  }

  protected override render(): TemplateResult {
    this.drawn++;
    const said = `${this.tone ?? 'Hello'}, ${this.name ?? 'nobody'}`;
    return html`<p>${said}</p>`;
  }
}

/** A tag that nobody has registered yet. */
function newTag(): string {
  let count = 0;
  while (customElements.get(`small-greeting-${count}`)) count++;
  return `small-greeting-${count}`;
}
const defined = (tag = newTag()): string => {
  customElements.define(tag, class extends Greeting {});
  return tag;
};

function onPage(tag: string): Greeting {
  const element = document.createElement(tag) as Greeting;
  document.body.append(element);
  return element;
}

describe('the base of a small element', () => {
  afterEach(() => {
    for (const each of document.querySelectorAll<HTMLElement>('body > *'))
      if (each.localName.startsWith('small-greeting-')) each.remove();
  });

  it('draws what is set together once', async () => {
    const element = onPage(defined());
    element.name = 'Ada';
    element.tone = 'Good day';
    element.setAttribute('name', 'Grace');
    await element.updateComplete;
    expect(textOf(element)).to.equal('Good day, Grace');
    expect(element.drawn).to.equal(1);
  });

  it('draws again when something changes, and only then', async () => {
    const element = onPage(defined());
    element.name = 'Ada';
    await element.updateComplete;
    element.name = 'Ada';
    await element.updateComplete;
    expect(element.drawn).to.equal(1);
    element.name = 'Grace';
    await element.updateComplete;
    expect(textOf(element)).to.equal('Hello, Grace');
    expect(element.drawn).to.equal(2);
  });

  it('takes attributes, and their going', async () => {
    const element = onPage(defined());
    element.setAttribute('name', 'Ada');
    await element.updateComplete;
    expect([element.name, textOf(element)]).to.eql(['Ada', 'Hello, Ada']);
    element.removeAttribute('name');
    await element.updateComplete;
    expect([element.name, textOf(element)]).to.eql([null, 'Hello, nobody']);
  });

  it('has no attribute for what is given as a property alone', async () => {
    const element = onPage(defined());
    element.setAttribute('tone', 'Oi');
    await element.updateComplete;
    expect(textOf(element)).to.equal('Hello, nobody');
  });

  it('takes up what was set before it was registered; a property before an attribute', async () => {
    const tag = newTag();
    const element = onPage(tag);
    element.setAttribute('name', 'of the attribute');
    element.name = 'of the property';
    element.tone = 'Early';
    defined(tag);
    await element.updateComplete;
    expect(textOf(element)).to.equal('Early, of the property');
    element.name = 'Ada';
    await element.updateComplete;
    expect(textOf(element)).to.equal('Early, Ada');
  });

  it('draws nothing before it is on the page', async () => {
    const element = document.createElement(defined()) as Greeting;
    element.name = 'Ada';
    await element.updateComplete;
    expect([element.drawn, element.shadowRoot]).to.eql([0, null]);
    document.body.append(element);
    await element.updateComplete;
    expect(textOf(element)).to.equal('Hello, Ada');
  });

  it('waits for what is missing, and then draws the newest', async () => {
    const element = onPage(defined());
    let come = (): void => undefined;
    element.hold(new Promise<void>((resolve) => (come = resolve)));
    element.name = 'Ada';
    await Promise.resolve();
    element.name = 'Grace';
    come();
    await element.updateComplete;
    expect([element.drawn, textOf(element)]).to.eql([1, 'Hello, Grace']);
  });

  it('tells its controllers when it comes and goes, and keeps its looks', async () => {
    const element = onPage(defined());
    const told: string[] = [];
    const controller = {
      hostConnected: () => told.push('here'),
      hostDisconnected: () => told.push('gone'),
    };
    element.addController(controller);
    element.remove();
    document.body.append(element);
    element.removeController(controller);
    element.remove();
    expect(told).to.eql(['gone', 'here']);
    document.body.append(element);
    await element.updateComplete;
    const line = element.shadowRoot?.querySelector('p');
    expect(line && getComputedStyle(line).color).to.equal('rgb(1, 2, 3)');
  });
});
