import {expect, nextFrame} from '@open-wc/testing';
import {aDocument, aRule} from '../../demo/server/world/builders.js';
import {allOf, buttonNamed, hides, oneOf, shows, textOf} from '../support/harness.js';
import {aPlace, loaded, minute, openProfile, passes, sectionOf, until, type Place} from './support.js';

const rounds = 50;

const rename = (place: Place, name: string) =>
  place.change((folder) => folder.setCustomer({...folder.customer, name}));

/** So much new above the focused row that it would be pushed down if nobody held it. */
const addSteps = (place: Place, round: number) =>
  place.change((folder) =>
    folder.setCustomer({
      ...folder.customer,
      rules: [
        ...folder.customer.rules,
        aRule({id: `new-${round}`, title: `New step ${round}`, sort_order: 9}),
      ],
    }),
  );

function type(input: HTMLInputElement, text: string): void {
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

function active(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

const frames = async (count: number) => {
  for (let at = 0; at < count; at++) await nextFrame();
};

/** Waits until what was typed has been asked for, which takes a short pause. */
const asked = (place: Place) =>
  until(() => place.log.some((each) => /[?&]q=/u.test(each)), 'nothing was searched for');

const open = async () => {
  const place = await aPlace();
  const {profile} = await openProfile(place, {realtime: 'off'});
  return {place, profile};
};

describe('AX-04 nothing moves under the hands of the reviewer', () => {
  it('AX-04 typed text, caret, focus and scroll stay as they are over 50 refetches', async () => {
    const {place, profile} = await open();
    const input = oneOf<HTMLInputElement>(sectionOf(profile, 'transactions'), 'input[type=search], input');
    type(input, 'Παπαδ');
    await asked(place);
    await loaded(place, profile);
    input.setSelectionRange(2, 4);
    input.scrollIntoView({block: 'center'});
    await frames(3);
    const top = input.getBoundingClientRect().top;
    for (let round = 1; round <= rounds; round++) {
      await rename(place, `Name ${round}.`);
      await profile.refresh();
      expect(active(), `round ${round}`).to.equal(input);
      expect([input.value, input.selectionStart, input.selectionEnd]).to.deep.equal(['Παπαδ', 2, 4]);
    }
    await frames(3);
    expect(input.getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('AX-04 what changes above the focused row leaves that row at its place on the screen', async () => {
    const {place, profile} = await open();
    const choices = allOf<HTMLButtonElement>(sectionOf(profile, 'documents'), 'button.choice');
    const held = choices[1];
    if (!held) throw new Error('There is no second document.');
    held.scrollIntoView({block: 'center'});
    held.focus({preventScroll: true});
    await frames(3);
    const top = held.getBoundingClientRect().top;
    for (let round = 1; round <= rounds; round++) {
      await addSteps(place, round);
      await profile.refresh();
      await frames(3);
      expect(textOf(sectionOf(profile, 'steps')), `round ${round}`).to.include(`of ${round + 5} approved`);
      expect(held.getBoundingClientRect().top, `round ${round}`).to.be.closeTo(top, 1);
      expect(active()).to.equal(held);
    }
  });

  it('AX-04 the chosen document stays chosen when others come and go above it', async () => {
    const {place, profile} = await open();
    const documents = sectionOf(profile, 'documents');
    const choose = allOf<HTMLButtonElement>(documents, 'button.choice')[1];
    choose?.click();
    await loaded(place, profile);
    for (let round = 1; round <= 5; round++) {
      await place.change((folder) =>
        folder.put('documents', aDocument({id: `new-${round}`, title: `New ${round}`, sort_order: 0})),
      );
      await profile.refresh();
      await shows(documents, `New ${round}`);
      expect(textOf(oneOf(documents, '[aria-current]'))).to.include('Selfie');
    }
  });

  it('AX-04 while the reviewer types, changes wait under a line, and "Show changes" draws them', async () => {
    const {place, profile} = await open();
    const input = oneOf<HTMLInputElement>(sectionOf(profile, 'travel-rule'), 'input');
    type(input, 'Haddad');
    await asked(place);
    await loaded(place, profile);
    await rename(place, 'Second Name');
    await profile.refresh();
    await shows(profile, '1 change:');
    expect(textOf(profile)).to.match(/Profile Info ?\. Nothing moves until you ask\./u);
    expect(textOf(profile)).to.not.include('Second Name');
    await rename(place, 'Third Name');
    await profile.refresh();
    expect(textOf(profile)).to.include('1 change:');
    buttonNamed(profile, 'Show changes').click();
    await shows(profile, 'Third Name');
    await hides(profile, 'Nothing moves until you ask.');
    expect(input.value).to.equal('Haddad');
  });

  it('AX-04 when the hands are off, what waited is drawn by itself', async () => {
    const {place, profile} = await open();
    const input = oneOf<HTMLInputElement>(sectionOf(profile, 'transactions'), 'input');
    input.focus();
    await rename(place, 'Second Name');
    await profile.refresh();
    await passes(5 * minute);
    expect(textOf(profile)).to.not.include('Second Name');
    input.blur();
    await shows(profile, 'Second Name');
    await hides(profile, 'Nothing moves until you ask.');
  });

  it('AX-04 selected text stays selected over refetches', async () => {
    const {place, profile} = await open();
    const inner = oneOf(sectionOf(profile, 'questionnaires'), 'bdi');
    const selection = document.getSelection();
    selection?.selectAllChildren(inner);
    const selected = selection?.toString();
    for (let round = 1; round <= 10; round++) {
      await rename(place, `Name ${round}.`);
      await profile.refresh();
    }
    expect(selection?.toString()).to.equal(selected);
    selection?.removeAllRanges();
  });
});
