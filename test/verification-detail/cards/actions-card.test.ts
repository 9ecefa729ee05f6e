import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {aBiometric, aCheckedCard, aMismatch} from '../../../demo/server/world/verification-builders.js';
import {systemClock} from '../../../src/api/clock.js';
import {permissionsForRole} from '../../../src/domain/permissions.js';
import '../../support/arabic.js';
import {allOf, hides, isAccessible, leave, oneOf, shows, textOf} from '../../support/harness.js';
import {actButton, actsOf, confirming, desk, dialogOf, isAsking, write} from '../a-desk.js';
import {waitUntil} from '../../support/until.js';

const focused = (): Element | null => {
  let at: Element | null = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
};

async function confirmByKeys(): Promise<void> {
  await sendKeys({down: 'Control'});
  await sendKeys({press: 'Enter'});
  await sendKeys({up: 'Control'});
}

/** Opens the question and waits until a press of the pointer counts. */
async function ask(card: Element, action: string): Promise<void> {
  actButton(card, action).click();
  await waitUntil(() => isAsking(card), 'the dialog is not open', {interval: 10});
}
const armed = (card: Element): Promise<void> =>
  waitUntil(() => confirming(card).getAttribute('aria-disabled') === 'false', 'it stays disabled', {
    interval: 10,
  });
async function decide(card: Element, action: string, note = ''): Promise<void> {
  await ask(card, action);
  if (note !== '') write(card, note);
  await armed(card);
  confirming(card).click();
}
/** No timer of the elements ends until the returned function is called, however long a real hand takes. */
function standStill(): () => void {
  const {after} = systemClock;
  const held = new Map<object, () => void>();
  systemClock.after = (ms, run) => {
    const timer = {};
    let cancel: () => void = () => held.delete(timer);
    held.set(timer, () => (cancel = after(ms, run)));
    return () => cancel();
  };
  return () => {
    systemClock.after = after;
    for (const start of held.values()) start();
  };
}

const closed = (card: Element): Promise<void> =>
  waitUntil(() => !isAsking(card), 'the dialog stays open', {interval: 10});

const answerWith =
  (status: number, code: string, extra: object = {}, headers: HeadersInit = {}) =>
  () =>
    Promise.resolve(
      Response.json(
        {type: 'about:blank', title: code, status, code, ...extra},
        {status, headers: {...headers, 'Content-Type': 'application/problem+json'}},
      ),
    );

const pending = {status: 'pending_review'} as const;

describe('<kyc-actions-card>', () => {
  afterEach(leave);

  const offered = [
    {status: 'initiated', acts: [], says: 'is a draft'},
    {status: 'in_progress', acts: ['Resend invite', 'Cancel']},
    {status: 'pending_review', acts: ['Approve', 'Reject', 'Cancel']},
    {status: 'approved', acts: ['Download audit PDF']},
    {status: 'rejected', acts: ['Download audit PDF', 'Reopen']},
    {status: 'canceled', acts: [], says: 'A canceled verification cannot be changed.'},
    {status: 'expired', acts: [], says: 'An expired verification cannot be changed.'},
    {status: 'on_hold', acts: [], says: 'Nothing can be done in this status.'},
  ] as const;
  for (const row of offered) {
    it(`MU-20 offers in ${row.status}: ${row.acts.join(', ') || 'nothing, and says why'}`, async () => {
      const {card} = await desk({verification: {status: row.status}});
      expect(actsOf(card())).to.deep.equal(row.acts);
      if ('says' in row) expect(textOf(card())).to.include(row.says);
    });
  }

  it('is not there for a viewer who can do nothing', async () => {
    const {card} = await desk({permissions: permissionsForRole('viewer')});
    expect(actsOf(card())).to.deep.equal([]);
    expect(getComputedStyle(card()).display).to.equal('none');
  });

  it('names each button by its act and its verification', async () => {
    const {card} = await desk();
    expect(actButton(card(), 'approve').getAttribute('aria-label')).to.equal(
      'Approve (verification 7F3A21C9)',
    );
  });

  it('gives approving and rejecting the same size', async () => {
    for (const width of [1280, 360] as const) {
      const {card} = await desk({width});
      const [one, two] = (['approve', 'reject'] as const).map((each) =>
        actButton(card(), each).getBoundingClientRect(),
      );
      // Columns of a grid are cut at whole device pixels in some browsers.
      expect(one?.width).to.be.closeTo(two?.width ?? 0, 0.1);
      expect(one?.height).to.equal(two?.height);
    }
  });

  describe('asking', () => {
    it('names the subject, the verification and what follows, and begins on the way back', async () => {
      const {card} = await desk();
      await ask(card(), 'approve');
      const said = textOf(dialogOf(card()));
      for (const text of [
        'Approve',
        'Papadopoulos',
        '7F3A21C9',
        'An approval cannot be reopened.',
        '0 / 2,000',
      ])
        expect(said).to.include(text);
      expect(textOf(focused() as Element)).to.equal('Go back');
    });

    it('says once more what differs before an approval, and not in a rejection', async () => {
      const {card} = await desk();
      await ask(card(), 'approve');
      expect(textOf(dialogOf(card()))).to.include('date of birth and address');
      await sendKeys({press: 'Escape'});
      await closed(card());
      await ask(card(), 'reject');
      expect(textOf(dialogOf(card()))).not.to.include('date of birth');
    });

    it('says nothing of the face while it is covered', async () => {
      const face = aCheckedCard({mismatches: [aMismatch('face')]});
      const {card} = await desk({verification: {documents: [face]}, blind: true});
      await ask(card(), 'approve');
      expect(textOf(dialogOf(card()))).not.to.match(/face/i);
    });

    it('AU-23 does not take a press of the pointer in the first moment', async () => {
      const {card, sent} = await desk();
      const goOn = standStill();
      try {
        await ask(card(), 'approve');
        const {x, y, width, height} = confirming(card()).getBoundingClientRect();
        let clicks = 0;
        confirming(card()).addEventListener('click', () => clicks++);
        await sendMouse({
          type: 'click',
          position: [Math.round(x + width / 2), Math.round(y + height / 2)],
        });
        await waitUntil(() => clicks > 0, 'the button was not pressed');
        expect(sent).to.deep.equal([]);
        expect(isAsking(card())).to.equal(true);
      } finally {
        goOn();
      }
      await armed(card());
    });

    it('takes Control and Enter at once', async () => {
      const {card, stored, heard} = await desk();
      await ask(card(), 'approve');
      await confirmByKeys();
      await shows(card(), 'Approved.');
      expect((await stored()).status).to.equal('approved');
      expect(heard).to.deep.equal(['request approve', 'done approve approved']);
    });

    it('takes Enter on its button at once', async () => {
      const {card, stored} = await desk();
      await ask(card(), 'reject');
      await sendKeys({press: 'Tab'});
      await sendKeys({press: 'Enter'});
      await shows(card(), 'Rejected.');
      expect((await stored()).status).to.equal('rejected');
    });

    it('keeps the note when the reviewer goes back, and leads back to the button', async () => {
      const {card, sent} = await desk();
      actButton(card(), 'approve').focus();
      await ask(card(), 'approve');
      write(card(), 'Seen in person.');
      await sendKeys({press: 'Escape'});
      await closed(card());
      expect(focused()).to.equal(actButton(card(), 'approve'));
      await ask(card(), 'approve');
      expect(oneOf<HTMLTextAreaElement>(card(), 'textarea').value).to.equal('Seen in person.');
      expect(sent).to.deep.equal([]);
    });

    it('is not closed by a press beside it while a note is written', async () => {
      const {card} = await desk();
      await ask(card(), 'approve');
      write(card(), 'Half a sen');
      await armed(card());
      await sendMouse({type: 'click', position: [2, 2]});
      expect(isAsking(card())).to.equal(true);
      write(card(), '');
      await sendMouse({type: 'click', position: [2, 2]});
      await closed(card());
    });

    it('MU-29 counts code points, and does not send more than the limit', async () => {
      const {card, sent} = await desk({noteLimit: 5});
      await ask(card(), 'approve');
      write(card(), '😀😀😀😀😀');
      await shows(card(), '5 / 5');
      write(card(), '😀😀😀😀😀😀');
      await shows(card(), '1 character too many');
      await confirmByKeys();
      expect(sent).to.deep.equal([]);
    });

    it('sends no note where a blank one was written', async () => {
      const {card, sent} = await desk();
      await decide(card(), 'reject', ' \n ');
      await shows(card(), 'Rejected.');
      expect(sent.map(({body}) => body)).to.deep.equal(['{}']);
    });

    it('is alive after being moved on the page', async () => {
      const {card, detail} = await desk();
      await ask(card(), 'approve');
      write(card(), 'Kept.');
      const place = document.createElement('div');
      document.body.append(place);
      place.append(detail);
      await waitUntil(() => oneOf(card(), 'dialog').matches(':modal'), undefined, {interval: 10});
      expect(oneOf<HTMLTextAreaElement>(card(), 'textarea').value).to.equal('Kept.');
      detail.remove();
      place.remove();
    });
  });

  describe('deciding', () => {
    it('MU-31 shows what the server has recorded, with who and when, and forgets the note', async () => {
      const {card, stored, sent} = await desk();
      await decide(card(), 'approve', 'Seen in person.');
      await shows(card(), 'Approved. Recorded');
      await shows(card(), 'by Viewer');
      await waitUntil(() => actsOf(card()).join() === 'Download audit PDF');
      expect((await stored()).decision?.note).to.equal('Seen in person.');
      expect(sent).to.have.length(1);
      expect(textOf(card())).not.to.include('Your note');
    });

    it('MU-01 decides once, however often it is pressed', async () => {
      const {card, sent, heard} = await desk();
      await ask(card(), 'approve');
      await armed(card());
      const button = confirming(card());
      button.click();
      button.click();
      await confirmByKeys();
      button.click();
      await shows(card(), 'Approved.');
      expect(sent).to.have.length(1);
      expect(heard).to.deep.equal(['request approve', 'done approve approved']);
    });

    it('asks before canceling and reopening too', async () => {
      const {card, stored} = await desk();
      await decide(card(), 'cancel');
      await shows(card(), 'Canceled.');
      expect((await stored()).status).to.equal('canceled');
      leave();
      const again = await desk({
        verification: {
          status: 'rejected',
          decision: {outcome: 'rejected', by: {id: 'user-2'}, at: '2026-11-12T10:45:00Z'},
        },
      });
      await decide(again.card(), 'reopen');
      await shows(again.card(), 'Reopened');
      expect((await again.stored()).status).to.equal('pending_review');
    });

    it('MU-27 goes on from what the server confirmed before it is read again', async () => {
      const {card, holdReads, stored} = await desk();
      const letGo = holdReads();
      await decide(card(), 'reject', 'Blurred');
      await shows(card(), 'Rejected.');
      await decide(card(), 'reopen');
      await shows(card(), 'Reopened');
      letGo();
      expect((await stored()).status).to.equal('pending_review');
    });

    it('MU-28 sends an invite again without asking, and then says when it can be sent once more', async () => {
      const {card, sent} = await desk({
        verification: {status: 'in_progress', invite: {resends: 0, live: true}},
      });
      actButton(card(), 'resend').click();
      await shows(card(), 'The invite was sent again.');
      await shows(card(), 'It can be sent again in');
      expect(actButton(card(), 'resend').getAttribute('aria-disabled')).to.equal('true');
      actButton(card(), 'resend').click();
      expect(sent).to.have.length(1);
    });

    it('counts down the time until an invite can be sent again', async () => {
      const {card} = await desk({
        verification: {status: 'in_progress', invite: {resends: 0, live: true}},
      });
      actButton(card(), 'resend').click();
      await shows(card(), 'It can be sent again in');
      const left = (): number => Number(/again in (\d+) second/u.exec(textOf(card()))?.[1] ?? 0);
      for (let fall = 0, before = left(); fall < 2; fall++) {
        // Half a minute; where the server's clock is, is known to a whole second.
        expect(before).to.be.at.most(31);
        await waitUntil(() => left() < before, `it stays at ${before}`);
        before = left();
      }
    });

    it('says that an expired invite cannot be sent again', async () => {
      const {card} = await desk({
        verification: {status: 'in_progress', invite: {resends: 0, expires_at: '2020-01-01T00:00:00Z'}},
      });
      expect(actButton(card(), 'resend').getAttribute('aria-disabled')).to.equal('true');
      expect(textOf(card())).to.include('Cancel this verification and create a new one.');
    });

    it('says no longer what was done once the record has moved on', async () => {
      const {card, detail, decidedElsewhere} = await desk();
      await decide(card(), 'reject');
      await shows(card(), 'Rejected. Recorded');
      await decidedElsewhere('reopen');
      await detail.refresh();
      await hides(card(), 'Rejected. Recorded');
      expect(actsOf(card())).to.deep.equal(['Approve', 'Reject', 'Cancel']);
    });

    it('moves the focus to what is told when the button is gone', async () => {
      const {card} = await desk();
      actButton(card(), 'approve').focus();
      await decide(card(), 'approve');
      await shows(card(), 'Approved.');
      await waitUntil(() => focused() === oneOf(card(), '.outcome'), undefined, {interval: 10});
    });
  });

  describe('when it cannot be done', () => {
    it('MU-04 says who decided what and when, keeps the note and offers to copy it', async () => {
      const {card, decidedElsewhere, heard, sent} = await desk();
      await ask(card(), 'approve');
      write(card(), 'Seen in person.');
      await decidedElsewhere('reject');
      await armed(card());
      confirming(card()).click();
      await closed(card());
      await shows(card(), 'Rejected by Chiara Rossi');
      await shows(card(), 'You wanted: Approve. That was not recorded.');
      expect(oneOf<HTMLTextAreaElement>(card(), '#kept').value).to.equal('Seen in person.');
      await shows(card(), 'Copy note');
      await shows(card(), 'Reload case');
      expect(sent).to.have.length(1);
      expect(heard).to.deep.equal(['request approve', 'failed approve conflict']);
    });

    it('MU-03 says that it was already recorded by the same reviewer', async () => {
      const {card, backend, stored} = await desk();
      await ask(card(), 'approve');
      const {type, id, version} = await stored();
      await backend.fetch(`${backend.apiBaseUrl}verifications/${type}/${id}/approve`, {
        method: 'POST',
        body: '{}',
        headers: {
          Authorization: `Bearer ${backend.token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': '"0b5a1c52-7a35-4b0f-9d0c-0d5f0c1f7a11"',
          'If-Match': `"${version}"`,
        },
      });
      await armed(card());
      confirming(card()).click();
      await shows(card(), 'Already recorded by you');
    });

    it('MU-05 lists what changed and is not applied before it is confirmed again', async () => {
      const {card, changedElsewhere, stored, sent} = await desk();
      await ask(card(), 'approve');
      write(card(), 'Seen in person.');
      await changedElsewhere({score_total: 40});
      await armed(card());
      confirming(card()).click();
      await shows(card(), 'Something changed while this was open: score');
      expect(isAsking(card())).to.equal(true);
      expect((await stored()).status).to.equal('pending_review');
      expect(oneOf<HTMLTextAreaElement>(card(), 'textarea').value).to.equal('Seen in person.');
      await armed(card());
      confirming(card()).click();
      await shows(card(), 'Approved.');
      expect(sent).to.have.length(2);
      expect(sent[0]?.key).not.to.equal(sent[1]?.key);
    });

    it('MU-05 says what was seen and what it is now, of what is short', async () => {
      const {card, detail, changedElsewhere} = await desk();
      await ask(card(), 'reject');
      await changedElsewhere({
        score_total: 40,
        documents: [aCheckedCard()],
        reviewers: [{id: 'user-7', name: '\u202eمراجع'}],
        screening: null,
      });
      await detail.refresh();
      await shows(card(), 'reviewers, documents, screening, and score');
      const lines = () => allOf(dialogOf(card()), '.notice li').map(textOf);
      expect(lines()[0]).to.match(/^reviewers : Chiara Rossi , Дмитрий Орлов → , now .*مراجع/u);
      expect(lines().slice(1)).to.deep.equal([
        'number of documents : 2 → , now 1',
        'screening : 1 finding → , now Not run',
        'score : 165 → , now 40',
      ]);
      // What came from outside stands on its own, so that it turns nothing around it.
      for (const line of allOf(dialogOf(card()), '.notice li'))
        expect(line.querySelectorAll('bdi').length, textOf(line)).to.be.at.least(2);
      await isAccessible(card());
    });

    it('MU-05 does not let a covered score out by naming its change', async () => {
      const face = aCheckedCard({mismatches: [aMismatch('face')]});
      const {card, detail, changedElsewhere} = await desk({verification: {documents: [face]}, blind: true});
      await ask(card(), 'reject');
      await changedElsewhere({
        score_total: 40,
        biometric: aBiometric({face_match: {value: 31, scale: 'percent'}}),
      });
      await detail.refresh();
      await shows(card(), 'Something changed while this was open');
      expect(textOf(dialogOf(card()))).not.to.match(/40|31|→/u);
    });

    it('survives a refresh while a note is written, and shows the change before anything is sent', async () => {
      const {card, detail, changedElsewhere, sent} = await desk();
      await ask(card(), 'approve');
      const field = oneOf<HTMLTextAreaElement>(card(), 'textarea');
      field.focus();
      await sendKeys({type: 'Half a sen'});
      await changedElsewhere({score_total: 40});
      await detail.refresh();
      await shows(card(), 'Something changed while this was open: score');
      expect(focused()).to.equal(field);
      expect(field.value).to.equal('Half a sen');
      await sendKeys({type: 'tence'});
      expect(field.value).to.equal('Half a sentence');
      // Not even by the keyboard, before it can have been read.
      expect(sent).to.deep.equal([]);
    });

    it('AU-19 closes the question with a reason when the permission goes', async () => {
      const {card, detail} = await desk();
      await ask(card(), 'approve');
      write(card(), 'Seen in person.');
      detail.permissions = permissionsForRole('viewer');
      await closed(card());
      await shows(card(), 'You may not do this any more');
      expect(oneOf<HTMLTextAreaElement>(card(), '#kept').value).to.equal('Seen in person.');
    });

    it('closes the question with a reason when somebody else has decided', async () => {
      const {card, detail, decidedElsewhere} = await desk();
      await ask(card(), 'approve');
      await decidedElsewhere('reject');
      await detail.refresh();
      await closed(card());
      await shows(card(), 'Rejected by Chiara Rossi');
    });

    it('MU-26 explains a refusal, keeps the note and withholds the button until something is granted anew', async () => {
      const {card, detail, heard} = await desk({
        allowed: ['view_verification', 'cancel_verification'],
      });
      await decide(card(), 'approve', 'Seen in person.');
      await closed(card());
      await shows(card(), 'Your permission changed.');
      expect(actsOf(card())).to.deep.equal(['Reject', 'Cancel']);
      expect(oneOf<HTMLTextAreaElement>(card(), '#kept').value).to.equal('Seen in person.');
      expect(heard).to.deep.equal(['request approve', 'failed approve forbidden']);
      detail.permissions = [...permissionsForRole('owner')];
      await waitUntil(() => actsOf(card()).includes('Approve'));
    });

    it('stays open and tells what the server does not accept', async () => {
      const {card, setFault, stored} = await desk();
      setFault(answerWith(400, 'invalid', {errors: [{path: 'note', message: 'No links, please.'}]}));
      await decide(card(), 'approve', 'https://example.com');
      await shows(card(), 'No links, please.');
      expect(isAsking(card())).to.equal(true);
      setFault((_request, next) => next());
      write(card(), 'Without a link.');
      await armed(card());
      confirming(card()).click();
      await shows(card(), 'Approved.');
      expect((await stored()).decision?.note).to.equal('Without a link.');
    });

    it('MU-32 closes and keeps the note when the host prevents it', async () => {
      const {card, detail, sent} = await desk();
      detail.addEventListener('review-action-request', (event) => event.preventDefault());
      await decide(card(), 'approve', 'Seen in person.');
      await closed(card());
      expect(sent).to.deep.equal([]);
      await ask(card(), 'approve');
      expect(oneOf<HTMLTextAreaElement>(card(), 'textarea').value).to.equal('Seen in person.');
    });

    it('MU-06 MU-09 says that nobody knows, locks the buttons with the reason, and ends in the truth', async () => {
      const {card, setFault, stored, sent} = await desk({verification: pending});
      setFault(async (_request, next) => {
        await next();
        throw new TypeError('Failed to fetch');
      });
      await decide(card(), 'cancel');
      await closed(card());
      await shows(card(), 'Not known yet whether this was recorded.');
      expect(textOf(card())).not.to.include('Canceled.');
      for (const action of ['approve', 'reject', 'cancel']) {
        const button = card().shadowRoot?.querySelector(`[data-action=${action}]`);
        // The record may have told already that it has moved on, and then offers nothing.
        if (button) expect(button.getAttribute('aria-disabled')).to.equal('true');
      }
      setFault((_request, next) => next());
      await waitUntil(() => textOf(card()).includes('Canceled.'));
      expect((await stored()).status).to.equal('canceled');
      expect(new Set(sent.map(({key}) => key)).size).to.equal(1);
    });
  });

  for (const [locale, theme] of [
    ['en', 'light'],
    ['en', 'dark'],
    ['ar', 'light'],
  ] as const) {
    it(`is accessible while it asks and when it has ended, in ${locale}, ${theme}`, async () => {
      const {card, detail, decidedElsewhere} = await desk({locale, theme});
      await ask(card(), 'approve');
      await armed(card());
      await isAccessible(detail);
      write(card(), 'Seen in person.');
      await decidedElsewhere('reject');
      await armed(card());
      confirming(card()).click();
      await closed(card());
      await hides(card(), '…');
      await isAccessible(detail);
    });
  }
});
