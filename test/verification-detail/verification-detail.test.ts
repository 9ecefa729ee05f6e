import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {
  aBiometric,
  aCheckedCard,
  aMatter,
  aMismatch,
  aScreening,
  aSubject,
  aVerification,
  aGeolocation,
  scored,
} from '../../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../../src/domain/permissions.js';
import type {VerificationDetail} from '../../src/verification-detail/verification-detail.js';
import {oneAfterTheOther, refusal, silence} from '../../stories/support/answering.js';
import {allOf, buttonNamed, hides, isAccessible, leave, oneOf, shows, textOf} from '../support/harness.js';
import {waitUntil} from '../support/until.js';
import {pathOf, screen} from './a-screen.js';

const verification = aVerification();
const path = pathOf(verification);

const tabsIn = (detail: VerificationDetail): readonly HTMLElement[] => allOf(detail, '[role=tab]');
const chosenIn = (detail: VerificationDetail): string =>
  textOf(oneOf(detail, '[role=tab][aria-selected=true] > span'));
const panelsIn = (detail: VerificationDetail): readonly string[] =>
  allOf(detail, '[role=tabpanel]').map(({id}) => id.replace('panel-', ''));
const visiblePanel = (detail: VerificationDetail): HTMLElement =>
  oneOf(detail, '[role=tabpanel]:not([hidden])');
const focusedIn = (detail: VerificationDetail): Element | null => {
  let at: Element | null = detail;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at === detail ? null : at;
};

async function tab(detail: VerificationDetail, title: string): Promise<HTMLElement> {
  await shows(detail, title);
  const found = tabsIn(detail).find((each) => textOf(each).startsWith(title));
  if (!found) throw new Error(`There is no tab ${title}.`);
  return found;
}

/** Writes into a field, as hands do. */
function write(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

describe('<verification-detail>', () => {
  afterEach(leave);

  describe('its header', () => {
    it('names the subject, Latin first, and says what the verification is and where it comes from', async () => {
      const {detail} = await screen();
      await shows(detail, 'requested by 山田 花子');
      expect(textOf(oneOf(detail, 'h1'))).to.equal('Ioannis Papadopoulos');
      const head = textOf(oneOf(detail, '[part=header]'));
      for (const text of ['Ιωάννης Παπαδόπουλος', '7F3A21C9', 'IDV', 'sent by e-mail', 'last activity'])
        expect(head).to.contain(text);
    });

    it('calls a verification without a short id by the end of its id, and a subject without a name nameless', async () => {
      const {detail} = await screen({
        verification: aVerification({short_id: null, subject: aSubject({name: null})}),
      });
      await shows(detail, 'Subject without a name');
      expect(textOf(oneOf(detail, '[aria-current=page]'))).to.equal('7F3A21C9');
    });

    it('shows types and channels that it does not know as they came', async () => {
      const {detail} = await screen({verification: aVerification({channel: 'fax'})});
      await shows(detail, 'fax');
    });

    it('leads to the list: the host hears of it with the address, and may keep the reviewer here', async () => {
      const {detail, ways} = await screen({listHref: '/cases'});
      await shows(detail, 'Verifications');
      const link = buttonNamed(detail, 'Verifications');
      expect(link.getAttribute('href')).to.equal(new URL('/cases', document.baseURI).href);
      link.click();
      expect(ways.map(({to, href}) => [to, href])).to.deep.equal([
        ['verification-list', new URL('/cases', document.baseURI).href],
      ]);
    });

    it('without an address only tells the host', async () => {
      const {detail, ways} = await screen();
      await shows(detail, 'Verifications');
      const button = buttonNamed(detail, 'Verifications');
      expect(button.hasAttribute('href')).to.equal(false);
      button.click();
      expect(ways.map(({to, href}) => [to, href])).to.deep.equal([['verification-list', undefined]]);
    });

    it('XS-03 never leads to an address that is no page', async () => {
      const {detail} = await screen({listHref: 'javascript:alert(1)'});
      await shows(detail, 'Verifications');
      expect(buttonNamed(detail, 'Verifications').hasAttribute('href')).to.equal(false);
    });
  });

  describe('the states of the whole', () => {
    it('loads in the shape of what comes', async () => {
      const {detail, ready} = await screen({faults: {[path]: silence}});
      await waitUntil(() => allOf(detail, '[part=skeleton] .bone').length > 5);
      expect(allOf(detail, '[aria-busy=true]')).not.to.have.length(0);
      expect(ready).to.have.length(0);
    });

    it('says what failed, and comes when it is asked again', async () => {
      const {detail, errors, ready} = await screen({
        faults: {[path]: oneAfterTheOther(refusal(500, 'server'), verification)},
      });
      await shows(detail, 'Verification could not be loaded');
      expect(errors.map(({kind, part}) => [kind, part])).to.deep.equal([['server', undefined]]);
      buttonNamed(detail, 'Try again: Verification').click();
      await shows(detail, 'Ioannis Papadopoulos');
      await waitUntil(() => ready.length === 1);
    });

    for (const [status, code, says] of [
      [404, 'not_found', 'Verification: nothing found here'],
      [403, 'forbidden', 'You have no access to Verification'],
    ] as const) {
      it(`draws a ${status} without a button that could not help`, async () => {
        const {detail} = await screen({faults: {[path]: refusal(status, code)}});
        await shows(detail, says);
        expect(allOf(oneOf(detail, '[part=failed]'), 'button')).to.have.length(0);
      });
    }

    it('keeps what is shown through a failed refresh, and says of when it is', async () => {
      const {detail} = await screen({
        faults: {[path]: oneAfterTheOther(verification, refusal(500, 'server'))},
      });
      await shows(detail, 'Pending review');
      await detail.refresh();
      await shows(detail, 'Shown as of');
      await shows(detail, 'Pending review');
    });

    it('RT-20 says that nothing answered when the page came back, shows nothing old, and asks again', async () => {
      const {detail} = await screen({
        faults: {[path]: oneAfterTheOther(verification, refusal(500, 'server'), verification)},
      });
      await shows(detail, 'Ioannis Papadopoulos');
      window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
      await shows(detail, 'Being loaded again…');
      expect(getComputedStyle(oneOf(detail, 'h1')).visibility).to.equal('hidden');
      expect(getComputedStyle(oneOf(detail, '.again')).visibility).to.equal('visible');
      window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
      await shows(detail, 'Verification could not be loaded');
      expect(textOf(detail)).not.to.contain('Papadopoulos').and.not.contain('again…');
      const again = buttonNamed(detail, 'Try again: Verification');
      expect(getComputedStyle(again).visibility).to.equal('visible');
      await isAccessible(detail);
      again.click();
      await shows(detail, 'Ioannis Papadopoulos');
    });

    it('shows nothing personal while it is locked, and loads again afterwards', async () => {
      const {detail} = await screen();
      await shows(detail, 'Ioannis Papadopoulos');
      detail.lock();
      await shows(detail, 'Locked.');
      expect(textOf(detail)).not.to.contain('Papadopoulos').and.not.to.contain('7F3A21C9');
      detail.unlock();
      await shows(detail, 'Ioannis Papadopoulos');
    });

    it('waits in silence until it knows what to show', async () => {
      const {detail, requests, errors} = await screen();
      await shows(detail, 'Pending review');
      const before = requests.length;
      detail.verificationId = undefined;
      await shows(detail, 'Not connected yet');
      expect(requests.slice(before)).to.deep.equal([]);
      expect(errors).to.have.length(0);
    });

    it('paints nothing of one verification under the next one', async () => {
      const {detail} = await screen({
        faults: {'verifications/idv/other': silence, 'verifications/idv/other/notes': silence},
      });
      (await tab(detail, 'Audit')).click();
      await waitUntil(() => panelsIn(detail).includes('audit'));
      detail.verificationId = 'other';
      await detail.updateComplete;
      expect(textOf(detail)).not.to.contain('Papadopoulos');
      expect(panelsIn(detail)).to.deep.equal([]);
    });
  });

  describe('without the permission to see verifications', () => {
    it('asks for nothing and says so', async () => {
      const {detail, requests} = await screen({permissions: ['view_document']});
      await shows(detail, 'You have no access to this verification');
      expect(requests).to.deep.equal([]);
    });

    it('AU-19 that was taken away while the screen is open, everything goes at once', async () => {
      const {detail} = await screen();
      await shows(detail, 'Ioannis Papadopoulos');
      detail.permissions = [];
      await detail.updateComplete;
      expect(textOf(detail)).not.to.contain('Papadopoulos');
      await shows(detail, 'You have no access to this verification');
      detail.permissions = permissionsForRole('viewer');
      await shows(detail, 'Ioannis Papadopoulos');
    });

    it('AU-19 that the server took away, everything goes with the next answer', async () => {
      const {detail, errors} = await screen({
        faults: {[path]: oneAfterTheOther(verification, refusal(403, 'forbidden'))},
      });
      await shows(detail, 'Ioannis Papadopoulos');
      await detail.refresh();
      await hides(detail, 'Papadopoulos');
      expect(errors.map(({kind}) => kind)).to.contain('forbidden');
    });

    it('that holds for assigned reviewers alone, whoever is none sees nothing of what came', async () => {
      const {detail} = await screen({permissions: ['view_verification:assigned'], viewerId: 'user-99'});
      await shows(detail, 'You have no access to this verification');
      expect(textOf(detail)).not.to.contain('Papadopoulos');
    });
  });

  describe('which parts there are', () => {
    const nothing = {score_breakdown: null, score_total: null, matter: null, documents: []};
    const parts = [
      {says: 'a verification with everything has every card', of: {}, proximity: 1, matter: 1},
      {
        says: 'one without a position has no card for it',
        of: {...nothing, matter: aMatter()},
        proximity: 0,
        matter: 1,
      },
      {
        says: 'one whose position is not known has the card all the same',
        of: scored([aCheckedCard()], aGeolocation({state: 'unavailable', distance_km: null})),
        proximity: 1,
        matter: 1,
      },
      {says: 'one without a matter has no card for it', of: nothing, proximity: 0, matter: 0},
    ];
    for (const {says, of, proximity, matter} of parts) {
      it(says, async () => {
        const {detail} = await screen({verification: aVerification(of)});
        await waitUntil(() => allOf(detail, 'kyc-status-card').length === 1);
        expect(allOf(detail, 'kyc-proximity-card')).to.have.length(proximity);
        expect(allOf(detail, 'kyc-matter-card')).to.have.length(matter);
        for (const always of ['kyc-score-card', 'kyc-subject-card', 'kyc-actions-card'])
          expect(allOf(detail, always), always).to.have.length(1);
        expect(tabsIn(detail).map((each) => textOf(each).split(' ')[0])).to.deep.equal([
          'Documents',
          'Biometric',
          'KYC',
          'Audit',
          'Notes',
        ]);
      });
    }
  });

  describe('the tabs', () => {
    it('are one list, of which one is chosen and one is a stop of the Tab key', async () => {
      const {detail} = await screen();
      await tab(detail, 'Documents');
      expect(allOf(detail, '[role=tablist]')).to.have.length(1);
      expect(tabsIn(detail).map((each) => each.tabIndex)).to.deep.equal([0, -1, -1, -1, -1]);
      expect(tabsIn(detail).map((each) => each.getAttribute('aria-selected'))).to.deep.equal([
        'true',
        ...Array.from({length: 4}, () => 'false'),
      ]);
      const panel = visiblePanel(detail);
      expect(panel.getAttribute('aria-labelledby')).to.equal(tabsIn(detail)[0]?.id);
      expect(tabsIn(detail)[0]?.getAttribute('aria-controls')).to.equal(panel.id);
    });

    it('build a panel when it is first opened, and keep it', async () => {
      // Of a draft, nobody has to be asked since when it is one.
      const {detail, requests} = await screen({verification: aVerification({status: 'initiated'})});
      await tab(detail, 'Audit');
      expect(panelsIn(detail)).to.deep.equal(['documents']);
      expect(requests.some((each) => each.includes('/audit'))).to.equal(false);
      (await tab(detail, 'Audit')).click();
      await waitUntil(() => requests.some((each) => each.includes('/audit')));
      const audit = oneOf(detail, 'kyc-audit-tab');
      (await tab(detail, 'Documents')).click();
      await detail.updateComplete;
      expect(panelsIn(detail)).to.deep.equal(['documents', 'audit']);
      expect(visiblePanel(detail).id).to.equal('panel-documents');
      expect(oneOf(detail, 'kyc-audit-tab')).to.equal(audit);
    });

    const keys = [
      {says: 'onward', from: 'Documents', key: 'ArrowRight', to: 'Biometric'},
      {says: 'back', from: 'KYC', key: 'ArrowLeft', to: 'Biometric'},
      {says: 'around the end', from: 'Notes', key: 'ArrowRight', to: 'Documents'},
      {says: 'around the start', from: 'Documents', key: 'ArrowLeft', to: 'Notes'},
      {says: 'to the last', from: 'Biometric', key: 'End', to: 'Notes'},
      {says: 'to the first', from: 'Audit', key: 'Home', to: 'Documents'},
    ] as const;
    for (const {says, from, key, to} of keys) {
      it(`are chosen by ${key}: ${says}`, async () => {
        const {detail} = await screen();
        const start = await tab(detail, from);
        start.click();
        start.focus();
        await sendKeys({press: key});
        await waitUntil(() => chosenIn(detail) === to, `${to} is not chosen`);
        const chosen = await tab(detail, to);
        await waitUntil(() => focusedIn(detail) === chosen, `${to} does not have the focus`);
      });
    }

    it('are chosen along the text from right to left', async () => {
      const {detail} = await screen({locale: 'ar'});
      const start = await tab(detail, 'المستندات');
      start.focus();
      await sendKeys({press: 'ArrowLeft'});
      await waitUntil(() => chosenIn(detail) === 'القياسات الحيوية', 'it is not chosen');
    });

    for (const locale of ['en', 'ar']) {
      for (const key of ['5', 'n'] as const) {
        it(`stay in sight of their narrow strip where ${key} chooses, in ${locale}, and so does the first one`, async () => {
          const {detail} = await screen({width: 320, locale});
          await waitUntil(() => allOf(detail, 'kyc-actions-card').length > 0 && tabsIn(detail).length > 0);
          const strip = oneOf(detail, '[role=tablist]');
          expect(strip.scrollWidth).to.be.greaterThan(strip.clientWidth);
          const isInSight = (tabNamed: string): boolean => {
            const [inner, outer] = [oneOf(detail, `#tab-${tabNamed}`), strip].map((each) =>
              each.getBoundingClientRect(),
            ) as [DOMRect, DOMRect];
            return inner.left >= outer.left && inner.right <= outer.right;
          };
          expect(isInSight('notes')).to.equal(false);
          oneOf(detail, '#tab-documents').focus({preventScroll: true});
          await sendKeys({press: key});
          await waitUntil(() => isInSight('notes'));
          oneOf(detail, '#tab-documents').click();
          await waitUntil(() => isInSight('documents'));
        });
      }
    }

    const marks = [
      {says: 'how many values differ', of: {}, tab: 'Documents', mark: 'Documents 2 , 2 differ'},
      {says: 'how many findings nobody has judged', of: {}, tab: 'KYC', mark: 'KYC 1 , 1 to judge'},
      {
        says: 'that the screening failed',
        of: {screening: aScreening({state: 'failed', findings: []})},
        tab: 'KYC',
        mark: 'KYC , Failed',
      },
      {
        says: 'nothing of a clear screening',
        of: {screening: aScreening({state: 'clear', findings: []})},
        tab: 'KYC',
        mark: 'KYC',
      },
      {says: 'nothing where all agrees', of: {documents: []}, tab: 'Documents', mark: 'Documents'},
      {says: 'how many notes there are', of: {}, tab: 'Notes', mark: 'Notes 2 , 2 notes'},
    ];
    for (const {says, of, tab: title, mark} of marks) {
      it(`say behind their title ${says}`, async () => {
        const {detail} = await screen({verification: aVerification(of)});
        const found = await tab(detail, title);
        await waitUntil(() => textOf(found) === mark, `${textOf(found)} is ${mark}`);
      });
    }

    it('say nothing of notes that could not be counted, and report nothing either', async () => {
      const {detail, errors} = await screen({faults: {[`${path}/notes`]: refusal(500, 'server')}});
      expect(textOf(await tab(detail, 'Notes'))).to.equal('Notes');
      expect(errors).to.have.length(0);
    });
  });

  describe('while new data comes', () => {
    it('keeps the focus, the open tab and what was opened', async () => {
      const {detail, store} = await screen();
      const audit = await tab(detail, 'Audit');
      audit.click();
      audit.focus();
      store(aVerification({status: 'approved', version: 4}));
      await detail.refresh();
      await waitUntil(() => textOf(oneOf(detail, 'kyc-status-card')).includes('Approved'));
      expect(focusedIn(detail)).to.equal(audit);
      expect(chosenIn(detail)).to.equal('Audit');
    });

    it('keeps the focus deep inside a card', async () => {
      const {detail, store} = await screen();
      await shows(detail, 'Skoufa Holdings');
      const link = oneOf<HTMLElement>(oneOf(detail, 'kyc-matter-card'), 'a');
      link.focus();
      store(aVerification({version: 4, last_activity_at: '2026-11-12T11:40:00Z'}));
      await detail.refresh();
      expect(focusedIn(detail)).to.equal(link);
    });

    it('HO-15 asks for nothing anew when it is only moved, and keeps its open tab', async () => {
      const {detail, requests, ready} = await screen();
      (await tab(detail, 'Notes')).click();
      await waitUntil(() => panelsIn(detail).includes('notes'));
      await waitUntil(() => ready.length === 1);
      const elsewhere = document.createElement('div');
      detail.parentElement?.append(elsewhere);
      const before = requests.filter((each) => !each.includes('/files/')).length;
      elsewhere.append(detail);
      await detail.updateComplete;
      await shows(detail, 'Ioannis Papadopoulos');
      expect(chosenIn(detail)).to.equal('Notes');
      expect(requests.filter((each) => !each.includes('/files/'))).to.have.length(before);
      expect(ready).to.have.length(1);
    });
  });

  describe('where what is written about is gone', () => {
    const screened = aVerification({screening: aScreening()});

    it('a judgement says so, goes on with what is there, and keeps what was written', async () => {
      const {detail, store} = await screen({
        verification: screened,
        faults: {'findings/finding-pep/judgement': refusal(404, 'not_found')},
      });
      (await tab(detail, 'KYC')).click();
      await waitUntil(() => allOf(detail, 'input.outcome').length === 3);
      allOf<HTMLInputElement>(detail, 'input.outcome')[1]?.click();
      await shows(detail, 'Save judgement');
      write(oneOf(oneOf(detail, 'kyc-finding-judgement'), 'textarea'), 'Born in another year.');
      store(aVerification({screening: aScreening({findings: []}), version: 4}));
      buttonNamed(detail, 'Save judgement: Ioannis PAPADOPOULOS').click();
      await shows(detail, 'The finding Ioannis PAPADOPOULOS is no longer there.');
      expect(textOf(detail)).to.contain('was not stored: False positive').and.not.contain('access');
      expect(oneOf<HTMLTextAreaElement>(oneOf(detail, 'kyc-kept-note'), 'textarea').value).to.equal(
        'Born in another year.',
      );
      await isAccessible(detail);
      buttonNamed(detail, 'Discard it: Ioannis PAPADOPOULOS').click();
      await hides(detail, 'no longer there');
    });

    it('a note says so, and is kept on the screen of a verification that is gone', async () => {
      const noteReplies = oneAfterTheOther({items: [], next_cursor: null}, refusal(404, 'not_found'));
      const {detail} = await screen({
        faults: {
          [path]: oneAfterTheOther(verification, refusal(404, 'not_found')),
          [`${path}/notes`]: noteReplies,
        },
      });
      (await tab(detail, 'Notes')).click();
      await shows(detail, 'Add a note');
      write(oneOf(oneOf(detail, 'kyc-notes-tab'), 'textarea'), 'Seen in person.');
      buttonNamed(detail, 'Add note').click();
      await shows(detail, 'Verification: nothing found here');
      expect(oneOf<HTMLTextAreaElement>(oneOf(detail, 'kyc-kept-note'), 'textarea').value).to.equal(
        'Seen in person.',
      );
      expect(textOf(detail)).not.to.contain('access').and.not.contain('Papadopoulos');
      await isAccessible(detail);
    });
  });

  describe('single keys', () => {
    it('open the tab with their number', async () => {
      const {detail} = await screen();
      (await tab(detail, 'Documents')).focus();
      await sendKeys({press: '4'});
      await waitUntil(() => chosenIn(detail) === 'Audit', 'it is not chosen');
      const chosen = await tab(detail, 'Audit');
      await waitUntil(() => focusedIn(detail) === chosen, 'it does not have the focus');
    });

    it('do nothing where the host wants none', async () => {
      const {detail} = await screen({shortcuts: 'off'});
      (await tab(detail, 'Documents')).focus();
      await sendKeys({press: '4'});
      expect(chosenIn(detail)).to.equal('Documents');
    });

    const announced = (detail: Element): readonly (string | null)[] =>
      allOf(detail, '[data-action]').map((each) => each.getAttribute('aria-keyshortcuts'));

    it('are announced on the buttons that they press', async () => {
      const {detail} = await screen();
      await waitUntil(() => announced(detail).join() === 'a,r,');
    });

    it('are announced on no button where the host wants none', async () => {
      const {detail} = await screen({shortcuts: 'off'});
      await waitUntil(() => announced(detail).length === 3);
      expect(announced(detail)).to.deep.equal([null, null, null]);
    });

    it('are announced on no button while the reviewer has switched them off', async () => {
      const {detail} = await screen();
      await waitUntil(() => announced(detail).join() === 'a,r,');
      (await tab(detail, 'Documents')).focus();
      await sendKeys({press: '?'});
      await shows(detail, 'Keyboard shortcuts');
      const own = oneOf<HTMLInputElement>(detail, 'dialog[open] input[type="checkbox"]');
      own.click();
      await waitUntil(() => announced(detail).every((key) => key === null));
      own.click();
      await waitUntil(() => announced(detail).join() === 'a,r,');
    });

    const offered = [
      {says: 'an owner', role: 'owner', keys: ['1', 'a', 'r', 'n', '?']},
      {says: 'a viewer', role: 'viewer', keys: ['1', '?']},
    ] as const;
    for (const {says, role, keys: wanted} of offered) {
      it(`are listed for ${says}: what may not be done has none`, async () => {
        const {detail} = await screen({permissions: permissionsForRole(role)});
        (await tab(detail, 'Documents')).focus();
        await sendKeys({press: '?'});
        await shows(detail, 'Keyboard shortcuts');
        const listed = allOf(detail, 'dialog[open] li').map((each) => textOf(each)[0]);
        expect(listed.filter((key) => key !== 'j' && key !== 'k')).to.deep.equal(wanted);
      });
    }

    it('a case that is decided is not decided by a key', async () => {
      const {detail} = await screen({verification: aVerification({status: 'approved'})});
      (await tab(detail, 'Documents')).focus();
      await sendKeys({press: 'a'});
      expect(allOf(detail, 'dialog[open]')).to.have.length(0);
    });
  });

  describe('where the faces are to be compared first', () => {
    const documents = [aCheckedCard({mismatches: [aMismatch('face'), aMismatch('address')]})];
    const covering = aVerification({documents, ...scored(documents)});

    it('covers score and gauge, and counts no mismatch of the face', async () => {
      const {detail} = await screen({verification: covering, blind: true});
      await shows(detail, 'Covered until you have compared the faces');
      expect(allOf(detail, 'score-gauge')).to.have.length(0);
      expect(textOf(await tab(detail, 'Documents'))).to.equal('Documents 1 , 1 differs');
      expect(textOf(await tab(detail, 'Biometric'))).to.equal('Biometric , covered');
    });

    it('leads to the faces', async () => {
      const {detail} = await screen({verification: covering, blind: true});
      await shows(detail, 'Compare the faces');
      buttonNamed(detail, 'Compare the faces').click();
      await waitUntil(() => chosenIn(detail) === 'Biometric');
    });

    const uncovered = [
      {
        says: 'the viewer’s own comparison is stored',
        of: {biometric: aBiometric({judgement: {outcome: 'same', at: '2026-11-12T10:00:00Z'}})},
        role: 'owner',
      },
      {says: 'the viewer may not decide', of: {}, role: 'viewer'},
      {says: 'the case is decided', of: {status: 'approved'}, role: 'owner'},
      {says: 'there are no faces', of: {biometric: null}, role: 'owner'},
    ] as const;
    for (const {says, of, role} of uncovered) {
      it(`covers nothing where ${says}`, async () => {
        const {detail} = await screen({
          verification: {...covering, ...of},
          blind: true,
          permissions: permissionsForRole(role),
        });
        await waitUntil(() => allOf(detail, 'score-gauge').length === 1);
      });
    }
  });

  describe('for everybody', () => {
    const looks = [
      {says: 'light', theme: 'light', locale: 'en', width: 1280},
      {says: 'dark and narrow', theme: 'dark', locale: 'en', width: 360},
      {says: 'from right to left', theme: 'light', locale: 'ar', width: 700},
    ] as const;
    for (const {says, ...look} of looks) {
      it(`is accessible ${says}`, async () => {
        const {detail} = await screen({...look, listHref: '/cases'});
        await waitUntil(() => allOf(detail, '[role=tab]').length === 5);
        await waitUntil(() => allOf(detail, '[aria-busy=true]').length === 0);
        await isAccessible(detail);
        expect(detail.shadowRoot?.querySelector('.review')?.scrollWidth).to.be.at.most(look.width);
      });
    }

    it('is accessible where there is no access', async () => {
      const {detail} = await screen({permissions: []});
      await shows(detail, 'You have no access');
      await isAccessible(detail);
    });
  });
});
