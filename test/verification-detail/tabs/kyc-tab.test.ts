import {expect, html} from '@open-wc/testing';
import {
  aFinding,
  aPepFinding,
  aScreening,
  aVerification,
  caseReviewers,
} from '../../../demo/server/world/verification-builders.js';
import type {Finding} from '../../../src/domain/aml.js';
import {permissionsForRole} from '../../../src/domain/permissions.js';
import {screeningSchema} from '../../../src/domain/screening.js';
import type {Verification} from '../../../src/domain/verification.js';
import type {ScreeningTab} from '../../../src/verification-detail/tabs/kyc-tab.js';
import '../../support/arabic.js';
import {
  allOf,
  buttonNamed,
  hides,
  isAccessible,
  json,
  leave,
  mount,
  oneAfterTheOther,
  oneOf,
  refusal,
  shows,
  silence,
  textOf,
  type MountOptions,
} from '../../support/harness.js';
import {waitUntil} from '../../support/until.js';

type Screening = Verification['screening'];
const name = 'idv/verification-7F3A21C9';
const owner = permissionsForRole('owner');
const judgementPath = 'findings/finding-pep/judgement';

const judged = (over: Partial<Finding> = {}): Finding =>
  aPepFinding({
    version: 2,
    judgement: {
      outcome: 'false_positive',
      reason_code: 'other_birth_date',
      note: 'Born in another year.',
      by: caseReviewers[0],
      at: '2026-11-12T11:15:00Z',
    },
    ...over,
  });

const see = (
  screening: Screening,
  answers: Parameters<typeof mount>[0] = {},
  options: MountOptions = {},
  over: Partial<Verification> = {},
) => {
  const verification = aVerification({screening, ...over});
  return mount<ScreeningTab>(
    answers,
    () => html`<kyc-screening-tab .verification=${verification}></kyc-screening-tab>`,
    {verification: name, permissions: owner, viewerId: 'user-2', ...options},
  );
};

const states = [
  {says: 'was not run', screening: null, shown: 'Not run', tone: undefined},
  {says: 'was not run, and says so', screening: {state: 'not_run'}, shown: 'Not run', tone: undefined},
  {says: 'is running', screening: {state: 'running'}, shown: 'The result comes by itself', tone: 'is-info'},
  {
    says: 'is clear',
    screening: {state: 'clear', completed_at: '2026-11-12T09:55:00Z'},
    shown: 'Clear: no findings. Screening completed',
    tone: 'is-positive',
  },
  {
    says: 'found something',
    screening: aScreening(),
    shown: '1 finding to judge. Screening completed',
    tone: 'is-caution',
  },
  {
    says: 'found what is all judged',
    screening: aScreening({findings: [judged()]}),
    shown: '1 finding, judged.',
    tone: 'is-neutral',
  },
  {says: 'failed', screening: {state: 'failed'}, shown: 'This is not a clear screening', tone: 'is-negative'},
  {
    says: 'has a state that nobody knows',
    screening: {state: 'queued'},
    shown: 'Do not take it for a clear screening',
    tone: 'is-neutral',
  },
  {
    says: 'says clear and brings a finding',
    screening: aScreening({state: 'clear'}),
    shown: '1 finding to judge.',
    tone: 'is-caution',
  },
  {
    says: 'says findings and brings none that can be read',
    screening: {state: 'findings', findings: [{id: ''}]},
    shown: 'Findings that cannot be shown.',
    tone: 'is-caution',
  },
] as const;

describe('KYC tab', () => {
  afterEach(leave);

  for (const {says, screening, shown, tone} of states) {
    it(`tells apart a screening that ${says}`, async () => {
      const {part} = await see(screening && screeningSchema.parse(screening));
      await shows(part, shown);
      const notices = allOf(part, '[role="status"] > .notice').map(({classList}) => classList[1]);
      expect(notices).to.deep.equal(tone ? [tone] : []);
      const isClear = allOf(part, '.tag.positive').some((tag) => textOf(tag) === 'Clear');
      expect(isClear).to.equal(
        tone === 'is-positive' ||
          says === 'found something' ||
          says.startsWith('found what') ||
          says.startsWith('says clear'),
      );
      await isAccessible(part);
    });
  }

  it('groups findings by family, and clears the families without one', async () => {
    const {part} = await see(
      aScreening({findings: [aPepFinding(), aFinding({id: 'finding-eu'}), aFinding({id: 'finding-un'})]}),
    );
    await shows(part, '3 findings to judge.');
    expect(allOf(part, 'section.family h2').map(textOf)).to.deep.equal([
      'Sanctions 2 findings',
      'PEP 1 finding',
    ]);
    expect(allOf(part, '.families .panel').map(textOf)).to.deep.equal([
      'FATF Clear Screened, nothing found.',
    ]);
  });

  it('puts the declared subject beside the entry, the difference first', async () => {
    const {part} = await see(aScreening());
    await shows(part, 'EU list of prominent functions');
    const rows = allOf(part, 'tbody tr').map(textOf);
    expect(rows[0])
      .to.contain('Date of birth')
      .and.contain('1987')
      .and.contain('Differs')
      .and.contain('1961');
    expect(rows[1]).to.contain('Ioannis Papadopoulos').and.contain('Agrees');
    expect(textOf(part)).to.contain('match 88').and.contain('Not judged').and.contain('PEP');
  });

  it('shows who judged, when and why', async () => {
    const {part} = await see(aScreening({findings: [judged()]}));
    await shows(part, 'False positive');
    expect(textOf(oneOf(part, '.finding')))
      .to.contain('Chiara Rossi , Nov 12, 2026')
      .and.contain('another date of birth')
      .and.contain('Born in another year.');
  });

  it('lets the host show the source in its own way', async () => {
    const {part, stage} = await see(aScreening());
    await shows(part, 'Entry at the source');
    const went: (string | undefined)[] = [];
    stage.addEventListener('review-navigate', (event) => {
      went.push(event.to, event.id, event.href);
      event.preventDefault();
    });
    oneOf(part, 'a[href]').dispatchEvent(
      new MouseEvent('click', {bubbles: true, composed: true, cancelable: true}),
    );
    expect(went).to.deep.equal(['finding', 'finding-pep', 'https://lists.example/pep/1961']);
  });

  it('shows twenty findings of a family and the rest when asked', async () => {
    const findings = Array.from({length: 45}, (_, at) => aPepFinding({id: `finding-${at}`}));
    const {part} = await see(aScreening({findings}));
    await shows(part, '45 findings to judge.');
    expect(allOf(part, '.finding')).to.have.length(20);
    buttonNamed(part, 'Show more (25 more)').click();
    await waitUntil(() => allOf(part, '.finding').length === 40);
  });

  it('goes from finding to finding', async () => {
    const {part} = await see(aScreening({findings: [aPepFinding(), aPepFinding({id: 'finding-2'})]}));
    await shows(part, '2 findings to judge.');
    const all = allOf(part, '.finding-of');
    part.step(1);
    expect(part.shadowRoot?.activeElement).to.equal(all[0]);
    part.step(1);
    expect(part.shadowRoot?.activeElement).to.equal(all[1]);
    part.step(1);
    expect(part.shadowRoot?.activeElement).to.equal(all[1]);
    part.step(-1);
    expect(part.shadowRoot?.activeElement).to.equal(all[0]);
  });

  it('is the shape of what comes while the verification loads', async () => {
    const {part} = await mount<ScreeningTab>({}, () => html`<kyc-screening-tab></kyc-screening-tab>`, {
      verification: name,
    });
    expect(allOf(part, '.bone')).not.to.be.empty;
    await isAccessible(part);
  });

  it('says how many findings cannot be read', async () => {
    const {part} = await see(screeningSchema.parse({state: 'findings', findings: [aPepFinding(), {id: ''}]}));
    await shows(part, '1 row could not be read');
    expect(allOf(part, '.families .panel')).to.be.empty;
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [360, 1280] as const) {
      for (const locale of ['en', 'ar'] as const) {
        it(`AX-01 is accessible ${theme} at ${width} in ${locale}`, async () => {
          const findings = [aPepFinding(), judged({id: 'finding-2', family: 'sanctions'})];
          const {part} = await see(aScreening({findings}), {}, {theme, width, locale});
          await shows(part, locale === 'en' ? '1 finding to judge' : 'تنتظر البتّ');
          choose(part, 1);
          await waitUntil(() => allOf(part, 'textarea').length === 1);
          await isAccessible(part);
          expect(part.scrollWidth).to.be.at.most(part.clientWidth);
        });
      }
    }
  }
});

const choose = (part: Element, at: number) =>
  allOf<HTMLInputElement>(part, 'input[type="radio"]')[at]?.click();

function type(part: Element, text: string): void {
  const field = oneOf<HTMLTextAreaElement>(part, 'textarea');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

const save = (part: Element) => buttonNamed(part, 'Save judgement: Ioannis PAPADOPOULOS').click();

describe('Judging a finding', () => {
  afterEach(leave);

  for (const [says, permissions, viewerId, isOffered] of [
    ['an owner', permissionsForRole('owner'), 'user-9', true],
    ['an assigned reviewer', permissionsForRole('member'), 'user-2', true],
    ['a member who only asked for it', permissionsForRole('member'), 'user-1', false],
    ['a viewer', permissionsForRole('viewer'), 'user-2', false],
  ] as const) {
    it(`${isOffered ? 'is' : 'is not'} offered to ${says}`, async () => {
      const {part} = await see(
        aScreening({findings: [aPepFinding(), judged({id: 'f-2'})]}),
        {},
        {permissions, viewerId},
      );
      await shows(part, '1 finding to judge');
      expect(allOf(part, 'input[type="radio"]')).to.have.length(isOffered ? 3 : 0);
      expect(textOf(part).includes('Judge again')).to.equal(isOffered);
    });
  }

  it('chooses nothing for the reviewer, and offers to save once they have', async () => {
    const {part} = await see(aScreening());
    await shows(part, 'nothing is chosen for you');
    expect(allOf<HTMLInputElement>(part, 'input:checked')).to.be.empty;
    expect(textOf(part)).not.to.contain('Save judgement');
    choose(part, 0);
    await shows(part, 'Save judgement');
  });

  it('offers the reasons of the chosen judgement', async () => {
    const {part} = await see(aScreening());
    await shows(part, 'nothing is chosen for you');
    const reasons = () => allOf(part, 'option').map(textOf);
    choose(part, 0);
    await waitUntil(() => reasons().length === 2);
    expect(reasons()).to.deep.equal(['No reason chosen', 'the same person']);
    choose(part, 1);
    await waitUntil(() => reasons().length === 4);
    expect(reasons()).to.contain('another date of birth');
    choose(part, 2);
    await waitUntil(() => reasons().length === 2);
    expect(reasons()).to.contain('not enough to tell');
  });

  it('sends what was chosen, once, and says that it is stored when the server has said so', async () => {
    const sent: {body: unknown; key: string | null; version: string | null}[] = [];
    let release = () => {};
    const answered = new Promise<void>((resolve) => (release = resolve));
    const {part, stage} = await see(aScreening(), {
      [judgementPath]: async (request: Request) => {
        sent.push({
          body: await request.json(),
          key: request.headers.get('Idempotency-Key'),
          version: request.headers.get('If-Match'),
        });
        await answered;
        return json(judged());
      },
    });
    const told: string[] = [];
    for (const each of ['review-action-request', 'review-action-done'] as const) {
      stage.addEventListener(each, (event) => told.push(`${each} ${event.action} ${event.id}`));
    }
    await shows(part, 'nothing is chosen for you');
    choose(part, 1);
    await shows(part, 'Save judgement');
    const reason = oneOf<HTMLSelectElement>(part, 'select');
    reason.value = 'other_birth_date';
    reason.dispatchEvent(new Event('change'));
    type(part, 'Born in another year.');
    save(part);
    await shows(part, 'Sending…');
    save(part);
    // Nothing looks judged before the server has said so.
    expect(textOf(part)).to.contain('Not judged').and.not.contain('stored');
    release();
    await shows(part, 'Your judgement is stored.');
    expect(sent).to.have.length(1);
    expect(sent[0]?.body).to.deep.equal({
      outcome: 'false_positive',
      reason_code: 'other_birth_date',
      note: 'Born in another year.',
    });
    expect(sent[0]?.key).to.match(/^"[0-9a-f-]{36}"$/);
    expect(sent[0]?.version).to.equal(null);
    expect(told).to.deep.equal([
      'review-action-request judge-finding verification-7F3A21C9',
      'review-action-done judge-finding verification-7F3A21C9',
    ]);
    await isAccessible(part);
  });

  it('sends neither a blank note nor a reason that was not chosen', async () => {
    const bodies: unknown[] = [];
    const {part} = await see(aScreening(), {
      [judgementPath]: async (request: Request) => {
        bodies.push(await request.json());
        return json(judged());
      },
    });
    await shows(part, 'nothing is chosen for you');
    choose(part, 2);
    await shows(part, 'Save judgement');
    type(part, '  \n ');
    save(part);
    await shows(part, 'Your judgement is stored.');
    expect(bodies).to.deep.equal([{outcome: 'unsure'}]);
  });

  it('is sent by Ctrl+Enter from its note', async () => {
    const {part, requests} = await see(aScreening(), {[judgementPath]: () => json(judged())});
    await shows(part, 'nothing is chosen for you');
    choose(part, 1);
    await shows(part, 'Save judgement');
    oneOf(part, 'textarea').dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true, bubbles: true, composed: true}),
    );
    await shows(part, 'Your judgement is stored.');
    expect(requests.filter((each) => each.startsWith('POST'))).to.deep.equal([`POST ${judgementPath}`]);
  });

  for (const [says, reply, shown] of [
    ['a refusal', refusal(403, 'forbidden'), 'your access has changed'],
    [
      'what the server does not accept',
      () =>
        json(
          {code: 'invalid', status: 400, errors: [{path: 'note', message: 'A null byte cannot be stored.'}]},
          {status: 400, headers: {'Content-Type': 'application/problem+json'}},
        ),
      'A null byte cannot be stored.',
    ],
    ['a finding that is gone', refusal(404, 'not_found'), 'Not stored: this finding is no longer there.'],
  ] as const) {
    it(`keeps what was written through ${says}`, async () => {
      const {part, stage} = await see(aScreening(), {[judgementPath]: reply});
      await shows(part, 'nothing is chosen for you');
      choose(part, 1);
      await shows(part, 'Save judgement');
      type(part, 'Born in another year.');
      save(part);
      await shows(part, shown);
      await isAccessible(part);
      // Granted anew, it is there again.
      stage.permissions = [...owner];
      await shows(part, 'Save judgement');
      expect(oneOf<HTMLTextAreaElement>(part, 'textarea').value).to.equal('Born in another year.');
      expect(allOf<HTMLInputElement>(part, 'input')[1]?.checked).to.equal(true);
    });
  }

  it('MU-26 withholds the form where the server has refused, until access is granted anew', async () => {
    const {part} = await see(aScreening(), {[judgementPath]: refusal(403, 'forbidden')});
    await shows(part, 'nothing is chosen for you');
    choose(part, 1);
    await shows(part, 'Save judgement');
    save(part);
    await hides(part, 'Save judgement');
    expect(allOf(part, 'input')).to.be.empty;
  });

  it('never claims that it failed while nobody knows', async () => {
    const {part} = await see(aScreening(), {
      [judgementPath]: oneAfterTheOther(refusal(500, 'server'), () => json(judged())),
    });
    await shows(part, 'nothing is chosen for you');
    choose(part, 1);
    await shows(part, 'Save judgement');
    save(part);
    await shows(part, 'It is not known yet whether this was stored.');
    expect(textOf(part)).not.to.contain('was not stored').and.not.contain('Not sent');
    expect(allOf<HTMLInputElement>(part, 'input:enabled')).to.be.empty;
    await isAccessible(part);
    await shows(part, 'Your judgement is stored.');
  });

  it('keeps a half-typed reason through new data, another’s judgement and a tab that was built anew', async () => {
    const {part, stage} = await see(aScreening());
    await shows(part, 'nothing is chosen for you');
    choose(part, 2);
    await shows(part, 'Save judgement');
    type(part, 'Half a rea');
    part.verification = aVerification({screening: aScreening({findings: [judged()]})});
    await shows(part, 'Chiara Rossi');
    expect(oneOf<HTMLTextAreaElement>(part, 'textarea').value).to.equal('Half a rea');
    stage.content = () => html``;
    await waitUntil(() => !part.isConnected);
    stage.content = () =>
      html`<kyc-screening-tab .verification=${aVerification({screening: aScreening()})}></kyc-screening-tab>`;
    await shows(stage, 'Save judgement');
    expect(oneOf<HTMLTextAreaElement>(stage, 'textarea').value).to.equal('Half a rea');
  });

  it('can be done again, or left as it is', async () => {
    const {part} = await see(aScreening({findings: [judged()]}), {[judgementPath]: () => json(judged())});
    await shows(part, 'Judge again');
    buttonNamed(part, 'Judge again: Ioannis PAPADOPOULOS').click();
    await shows(part, 'Keep the judgement');
    expect(allOf(part, 'input:checked')).to.be.empty;
    choose(part, 0);
    await shows(part, 'Save judgement');
    buttonNamed(part, 'Keep the judgement').click();
    await hides(part, 'Save judgement');
    await shows(part, 'Judge again');
  });

  it('is not sent where the host prevents it, and keeps what was written', async () => {
    const {part, stage, requests} = await see(aScreening(), {[judgementPath]: silence});
    stage.addEventListener('review-action-request', (event) => event.preventDefault());
    await shows(part, 'nothing is chosen for you');
    choose(part, 1);
    await shows(part, 'Save judgement');
    type(part, 'Mine.');
    save(part);
    await part.updateComplete;
    expect(requests.filter((each) => each.startsWith('POST'))).to.be.empty;
    expect(oneOf<HTMLTextAreaElement>(part, 'textarea').value).to.equal('Mine.');
  });

  it('counts code points in its note', async () => {
    const {part, requests} = await see(aScreening(), {[judgementPath]: silence}, {noteLimit: 3});
    await shows(part, 'nothing is chosen for you');
    choose(part, 1);
    await shows(part, 'Save judgement');
    type(part, '👍👍👍');
    await part.updateComplete;
    expect(textOf(part)).not.to.contain('too many');
    type(part, '👍👍👍👍');
    await shows(part, '1 character too many');
    save(part);
    expect(requests.filter((each) => each.startsWith('POST'))).to.be.empty;
  });
});
