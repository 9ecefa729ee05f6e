import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {allOf, oneOf, shows} from '../support/harness.js';
import {waitUntil} from '../support/until.js';
import {screen} from './a-screen.js';

/** What has the focus, looked for through shadow roots. */
function focused(root: DocumentOrShadowRoot): Element | null {
  const {activeElement} = root;
  return activeElement?.shadowRoot?.activeElement ? focused(activeElement.shadowRoot) : activeElement;
}

describe('a verification in one column', () => {
  it('shows the decision above the tabs', async () => {
    const {detail} = await screen({width: 360});
    await shows(detail, 'Approve');
    const decision = oneOf(detail, '.aside').getBoundingClientRect();
    expect(decision.bottom).to.be.at.most(oneOf(detail, '[role=tablist]').getBoundingClientRect().top);
  });

  // What a browser does not know leaves the order of the markup, in which the tabs come first.
  if (CSS.supports('reading-flow', 'grid-order')) {
    it('is gone through by the Tab key as it is seen: from the decision to the tabs', async () => {
      const {detail} = await screen({width: 360});
      await shows(detail, 'Approve');
      allOf(oneOf(detail, '.aside'), '.button').at(-1)?.focus();
      await sendKeys({press: 'Tab'});
      await waitUntil(() => focused(document)?.role === 'tab', 'The tabs are not reached');
    });

    it('beside the tabs, the decision comes after them', async () => {
      const {detail} = await screen({width: 1280});
      await shows(detail, 'Approve');
      oneOf(detail, '[role=tab][aria-selected=true]').focus();
      await sendKeys({press: 'Tab'});
      await waitUntil(() => focused(document)?.role === 'tabpanel', 'The panel is not reached');
    });
  }
});
