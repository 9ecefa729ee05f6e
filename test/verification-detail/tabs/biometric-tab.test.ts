import {expect, html} from '@open-wc/testing';
import {
  aBiometric,
  aCheckedCard,
  aMismatch,
  aVerification,
} from '../../../demo/server/world/verification-builders.js';
import {permissionsForRole} from '../../../src/domain/permissions.js';
import type {Biometric, FaceOutcome, Verification} from '../../../src/domain/verification.js';
import type {BiometricTab} from '../../../src/verification-detail/tabs/biometric-tab.js';
import '../../support/arabic.js';
import {
  allOf,
  buttonNamed,
  isAccessible,
  json,
  leave,
  mount,
  oneOf,
  refusal,
  shows,
  textOf,
  type MountOptions,
} from '../../support/harness.js';
import type {Reply} from '../../../stories/support/answering.js';
import {countBlobs, drawn, picturesAt} from '../../support/pictures.js';
import {waitUntil} from '../../support/until.js';

const owner = permissionsForRole('owner');
const pathOf = ({type, id}: Verification): string => `verifications/${type}/${id}`;
const judged = (given: Verification, outcome: FaceOutcome): Verification => ({
  ...given,
  biometric: {...aBiometric(given.biometric ?? {}), judgement: {outcome, at: '2026-11-12T10:44:00Z'}},
});

async function see(
  over: Partial<Verification> = {},
  options: MountOptions & {readonly covered?: boolean; readonly judging?: Reply} = {},
) {
  const verification = aVerification(over);
  const {selfie, portrait} = verification.biometric ?? {};
  const sent: unknown[] = [];
  const judging: Reply = async (request: Request) => {
    sent.push(request.method, await request.clone().json(), request.headers.get('Idempotency-Key'));
    const {judging: reply = () => json(judged(verification, 'same'))} = options;
    return typeof reply === 'function' ? (reply as (request: Request) => Response)(request) : json(reply);
  };
  const mounted = await mount<BiometricTab>(
    {
      ...picturesAt(selfie?.url ?? '', portrait?.url ?? ''),
      [`${pathOf(verification)}/face-judgement`]: judging,
    },
    () =>
      html`<kyc-biometric-tab
        .verification=${verification}
        .covered=${options.covered ?? false}
      ></kyc-biometric-tab>`,
    {
      verification: `${verification.type}/${verification.id}`,
      width: 700,
      permissions: owner,
      viewerId: 'user-2',
      ...options,
    },
  );
  return {...mounted, verification, sent};
}

const withFace = (over: Partial<Biometric>): Partial<Verification> => ({biometric: aBiometric(over)});

describe('biometric tab', () => {
  afterEach(leave);

  it('shows the selfie and the portrait side by side at equal size', async () => {
    const {part} = await see();
    await drawn(part, 2);
    const [selfie, portrait] = allOf(part, 'img').map((each) => each.getBoundingClientRect());
    expect(selfie?.width).to.be.closeTo(portrait?.width ?? NaN, 0.5);
    expect(selfie?.height).to.be.closeTo(portrait?.height ?? NaN, 0.5);
    expect(selfie?.top).to.be.closeTo(portrait?.top ?? NaN, 0.5);
    expect(textOf(part)).to.contain('Selfie').and.contain('Portrait on the document');
    await isAccessible(part);
  });

  for (const [says, over, shown] of [
    ['percent as they are', withFace({face_match: {value: 94.2, scale: 'percent'}}), '94.2%'],
    ['a fraction in percent', withFace({face_match: {value: 0.942, scale: 'unit'}}), '94.2%'],
    ['one percent as one, and not as all', withFace({face_match: {value: 1, scale: 'percent'}}), '1%'],
    ['no number as none, and not as zero', withFace({face_match: null}), 'No score'],
    [
      'a scale that nobody knows as unreadable',
      withFace({face_match: {value: 5, scale: 'stars'}}),
      'cannot be read',
    ],
    [
      'a number outside of its scale as unreadable',
      withFace({face_match: {value: 94, scale: 'unit'}}),
      'cannot be read',
    ],
    ['a living person', withFace({liveness: 'pass'}), 'Liveness Passed'],
    ['a mask', withFace({liveness: 'fail'}), 'Liveness Failed'],
    ['what is not known of the person', withFace({liveness: 'unknown'}), 'Liveness Not known'],
    ['that it is the same person by machine', {}, 'Same person, by machine'],
    [
      'that it is another person by machine',
      {documents: [aCheckedCard({mismatches: [aMismatch('face')]})]},
      'Different person, by machine',
    ],
  ] as const) {
    it(`shows ${says}`, async () => {
      const {part} = await see(over);
      await shows(part, 'Face match');
      expect(textOf(part)).to.contain(shown);
    });
  }

  it('has no verdict of a machine where nothing was scored', async () => {
    const {part} = await see({score_breakdown: null});
    await shows(part, '94.2%');
    expect(textOf(part)).not.to.contain('by machine');
  });

  for (const [says, over, shown] of [
    ['portrait', withFace({portrait: null}), 'No portrait on a document'],
    ['selfie', withFace({selfie: null}), 'No selfie'],
    ['check at all', {biometric: null}, 'has not done it yet'],
    ['check that was asked for', {biometric: null, requirements: ['document']}, 'does not ask for one'],
  ] as const) {
    it(`says that there is no ${says}`, async () => {
      const {part} = await see(over);
      await shows(part, shown);
      await isAccessible(part);
    });
  }

  it('covers score and verdict, and offers three judgements of which none is chosen', async () => {
    const {part} = await see({documents: [aCheckedCard({mismatches: [aMismatch('face')]})]}, {covered: true});
    await drawn(part, 2);
    await shows(part, 'Score and verdict are covered');
    expect(textOf(part)).not.to.match(/94|by machine/);
    expect(part.shadowRoot?.innerHTML).not.to.match(/94[.,]2/);
    const offered = allOf<HTMLButtonElement>(part, 'fieldset button');
    expect(offered.map(textOf)).to.deep.equal(['Same', 'Different', 'Can’t tell']);
    expect(new Set(offered.map((each) => getComputedStyle(each).backgroundColor)).size).to.equal(1);
    expect(new Set(offered.map((each) => getComputedStyle(each).fontWeight)).size).to.equal(1);
    expect(offered.some((each) => each.hasAttribute('aria-pressed'))).to.equal(false);
    await isAccessible(part);
  });

  it('offers no judgement where nothing is covered', async () => {
    const {part} = await see();
    await shows(part, '94.2%');
    expect(allOf(part, 'fieldset')).to.be.empty;
  });

  for (const [press, outcome, says] of [
    ['Same', 'same', 'Same person'],
    ['Different', 'different', 'Different person'],
    ['Can’t tell', 'unsure', 'Can’t tell'],
  ] as const) {
    it(`stores "${press}" and then shows both`, async () => {
      const {part, sent, verification} = await see(
        {},
        {covered: true, judging: () => json(judged(aVerification(), outcome))},
      );
      await drawn(part, 2);
      const button = buttonNamed(part, press);
      button.focus();
      button.click();
      await shows(part, 'Your judgement is stored.');
      expect(sent.slice(0, 2)).to.deep.equal(['PUT', {outcome}]);
      expect(sent[2]).to.match(/^"[0-9a-f-]{36}"$/);
      expect(textOf(part), 'not before the record says so').not.to.contain('94');
      expect(allOf(part, 'fieldset')).to.be.empty;
      // What the screen does once the record is loaded again.
      part.verification = judged(verification, outcome);
      part.covered = false;
      await shows(part, '94.2%');
      expect(textOf(part)).to.contain(`Your judgement ${says}`).and.contain('by machine');
      await waitUntil(() => part.shadowRoot?.activeElement === oneOf(part, '.saved'), 'the focus is lost');
      await isAccessible(part);
    });
  }

  it('sends one judgement, however often it is pressed, and shows nothing meanwhile', async () => {
    let answer: (response: Response) => void = () => undefined;
    const {part, sent} = await see(
      {},
      {covered: true, judging: () => new Promise<Response>((resolve) => (answer = resolve))},
    );
    await drawn(part, 2);
    buttonNamed(part, 'Same').click();
    buttonNamed(part, 'Different').click();
    buttonNamed(part, 'Same').click();
    await waitUntil(() => sent.length > 0, 'nothing was sent');
    await waitUntil(() => buttonNamed(part, 'Same').getAttribute('aria-disabled') === 'true');
    expect(sent).to.have.length(3);
    expect(textOf(part)).not.to.match(/Your judgement is stored|94/);
    await isAccessible(part);
    answer(json(judged(aVerification(), 'same')));
    await shows(part, 'Your judgement is stored.');
  });

  it('says that it was refused, and stays covered', async () => {
    const {part} = await see({}, {covered: true, judging: refusal(403, 'forbidden')});
    await drawn(part, 2);
    buttonNamed(part, 'Same').click();
    await waitUntil(() => allOf(part, '.notice').length === 1, 'nothing is said');
    expect(textOf(part)).not.to.match(/Your judgement is stored|94/);
    await isAccessible(part);
  });

  it('can be judged after a first try that was not accepted', async () => {
    let tries = 0;
    const {part} = await see(
      {},
      {
        covered: true,
        judging: (request) =>
          tries++ === 0
            ? (refusal(409, 'invalid_transition') as (request: Request) => Response)(request)
            : json(judged(aVerification(), 'unsure')),
      },
    );
    await drawn(part, 2);
    buttonNamed(part, 'Same').click();
    await waitUntil(() => allOf(part, '.notice').length === 1, 'nothing is said');
    buttonNamed(part, 'Can’t tell').click();
    await shows(part, 'Your judgement is stored.');
  });

  it('asks again where a stored judgement is gone, as after a reopening', async () => {
    const {part, verification} = await see({}, {covered: true});
    await drawn(part, 2);
    buttonNamed(part, 'Same').click();
    await shows(part, 'Your judgement is stored.');
    part.verification = judged(verification, 'same');
    part.covered = false;
    await shows(part, '94.2%');
    part.verification = verification;
    part.covered = true;
    await shows(part, 'Is it the same person?');
    expect(textOf(part)).not.to.contain('94');
  });

  it('keeps how the faces are looked at when something new comes', async () => {
    const {part, verification, requests} = await see();
    await drawn(part, 2);
    buttonNamed(part, 'Zoom in').click();
    await shows(part, '150%');
    const asked = requests.length;
    part.verification = {...verification, version: 4, biometric: aBiometric({liveness: 'fail'})};
    await shows(part, 'Liveness Failed');
    expect(textOf(part)).to.contain('150%');
    expect(requests).to.have.length(asked);
  });

  it('XS-08 holds no face in memory once it has left', async () => {
    const blobs = countBlobs();
    try {
      const {part} = await see();
      await drawn(part, 2);
      expect(blobs.live()).to.equal(2);
      part.remove();
      await waitUntil(() => blobs.live() === 0, 'faces are still held');
    } finally {
      blobs.stop();
    }
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [360, 1280] as const) {
      it(`AX-01 is accessible ${theme} at ${width}`, async () => {
        const {part} = await see({}, {theme, width, covered: true});
        await drawn(part, 2);
        await isAccessible(part);
        part.covered = false;
        await shows(part, '94.2%');
        await isAccessible(part);
      });
    }
  }

  it('AX-10 stands from right to left in Arabic', async () => {
    const {part} = await see({}, {locale: 'ar', covered: true});
    await shows(part, 'هل هو الشخص نفسه؟');
    const [same, different] = allOf(part, 'fieldset button').map((each) => each.getBoundingClientRect());
    expect(same?.left).to.be.above(different?.left ?? NaN);
    await isAccessible(part);
  });
});
