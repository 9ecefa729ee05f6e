import {expect} from '@open-wc/testing';
import type {CustomerProfile} from '../../src/classes.js';
import {refusal, type Reply} from '../../stories/support/answering.js';
import {buttonNamed, shows} from '../support/harness.js';
import {aPlace, loaded, openProfile, passes, sectionOf, until, type Place} from './support.js';

/** What has the focus, through shadow roots, with everything that it stands in. */
function focused(): readonly Element[] {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const path: Element[] = [];
  for (let at: Node | null = active; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
    if (at instanceof Element) path.push(at);
  }
  return path;
}

/** Presses a button as somebody at the keyboard does: it has the focus. */
function press(root: Element, name: string): void {
  const button = buttonNamed(root, name);
  button.focus();
  expect(focused()[0]).to.equal(button);
  button.click();
}

const failing = refusal(500);

async function openFailing(path: string): Promise<{place: Place; profile: CustomerProfile}> {
  const faults: Record<string, Reply> = {[path]: failing};
  const place = await aPlace({faults});
  const {profile} = await openProfile(place, {realtime: 'off'});
  delete faults[path];
  return {place, profile};
}

describe('the focus of a button that goes away with what it was for', () => {
  for (const [id, path, name] of [
    ['documents', 'documents', 'Documents'],
    ['aml', 'aml/records', 'AML & Adverse Media'],
    ['video-calls', 'video-calls', 'Video Calls'],
    ['transactions', 'transactions', 'Transactions'],
    ['travel-rule', 'travel-rule-logs', 'Travel Rule Transaction Logs'],
    ['questionnaires', 'questionnaires', 'Questionnaires'],
  ] as const) {
    it(`stays in the section that was asked for again: ${name}`, async () => {
      const {place, profile} = await openFailing(`customers/customer-1/${path}`);
      press(sectionOf(profile, id), `Try again: ${name}`);
      await loaded(place, profile);
      await until(() => focused().length > 2, 'something has the focus');
      expect(focused()[0]!.localName).to.equal('section');
      expect(focused()).to.include(sectionOf(profile, id));
    });
  }

  it('stays in a profile that was asked for again', async () => {
    const {place, profile} = await openFailing('customers/customer-1');
    press(profile, 'Try again: Customer profile');
    await loaded(place, profile);
    await until(() => focused().includes(profile), 'the profile has the focus');
  });

  it('stays in the section that was not fresh', async () => {
    const faults: Record<string, Reply> = {};
    const place = await aPlace({faults});
    const {profile} = await openProfile(place, {realtime: 'off'});
    faults['customers/customer-1/aml/records'] = failing;
    await profile.refresh();
    delete faults['customers/customer-1/aml/records'];
    press(sectionOf(profile, 'aml'), 'Refresh: AML & Adverse Media');
    await loaded(place, profile);
    await until(() => focused()[0]?.localName === 'section', 'a section has the focus');
    expect(focused()).to.include(sectionOf(profile, 'aml'));
  });

  it('stays in the filters that were cleared', async () => {
    const place = await aPlace();
    const {profile} = await openProfile(place, {realtime: 'off'});
    const section = sectionOf(profile, 'transactions');
    const field = [...section.querySelector('*')!.shadowRoot!.querySelectorAll('select')][0]!;
    field.value = 'out';
    field.dispatchEvent(new Event('change', {bubbles: true}));
    await passes(1000);
    press(section, 'Clear filters');
    await loaded(place, profile);
    await until(() => focused()[0]?.localName === 'form', 'the filters have the focus');
    expect(focused()).to.include(section);
  });

  it('goes nowhere when the reviewer has gone elsewhere meanwhile', async () => {
    const {place, profile} = await openFailing('customers/customer-1/documents');
    press(sectionOf(profile, 'documents'), 'Try again: Documents');
    const jump = buttonNamed(profile, 'Questionnaires');
    jump.focus();
    await loaded(place, profile);
    await passes(0);
    expect(focused()[0]).to.equal(jump);
  });
});

it('a button that asks again can not be pressed while it does, and can when that has failed too', async () => {
  const faults: Record<string, Reply> = {'customers/customer-1/documents': failing};
  const place = await aPlace({faults});
  const {profile} = await openProfile(place, {realtime: 'off'});
  let answer = (): void => {};
  faults['customers/customer-1/documents'] = (request) =>
    new Promise<Response>((resolve, reject) => {
      answer = () =>
        void Promise.resolve((failing as (from: Request) => Response)(request)).then(resolve, reject);
    });
  const button = buttonNamed(sectionOf(profile, 'documents'), 'Try again: Documents');
  const before = place.reads('customers/customer-1/documents');
  button.click();
  button.click();
  await until(() => place.reads('customers/customer-1/documents') > before, 'a request');
  expect(button.getAttribute('aria-disabled')).to.equal('true');
  button.click();
  answer();
  await loaded(place, profile);
  await until(() => !button.hasAttribute('aria-disabled'), 'the button can be pressed again');
  expect(place.reads('customers/customer-1/documents')).to.equal(before + 1);
  await shows(profile, 'Documents could not be loaded');
});
