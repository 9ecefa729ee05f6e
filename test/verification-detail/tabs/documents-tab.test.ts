import {expect, html} from '@open-wc/testing';
import {
  aCheckedBill,
  aCheckedCard,
  aMismatch,
  aVerification,
  scoreOfMismatches,
} from '../../../demo/server/world/verification-builders.js';
import type {Verification} from '../../../src/domain/verification.js';
import {verificationSchema} from '../../../src/domain/verification.js';
import type {DocumentsTab} from '../../../src/verification-detail/tabs/documents-tab.js';
import '../../support/arabic.js';
import {
  allOf,
  buttonNamed,
  isAccessible,
  leave,
  mount,
  oneOf,
  shows,
  textOf,
  type MountOptions,
} from '../../support/harness.js';
import {countBlobs, drawn, picturesAt} from '../../support/pictures.js';
import {waitUntil} from '../../support/until.js';

const filesOf = ({documents}: Verification): readonly string[] =>
  documents.flatMap(({files}) => files.map(({url}) => url));

async function see(
  over: Partial<Verification> = {},
  options: MountOptions & {readonly covered?: boolean} = {},
) {
  const verification = aVerification(over);
  const mounted = await mount<DocumentsTab>(
    picturesAt(...filesOf(verification)),
    () =>
      html`<kyc-documents-tab
        .verification=${verification}
        .covered=${options.covered ?? false}
      ></kyc-documents-tab>`,
    {verification: `${verification.type}/${verification.id}`, width: 700, ...options},
  );
  return {...mounted, verification};
}

const choices = (part: Element): readonly string[] => allOf(part, '.choice').map(textOf);
const chosen = (part: Element): string => textOf(oneOf(part, '.choice[aria-current] .strong'));
const choose = (part: Element, title: string): void => {
  const found = allOf(part, '.choice').find((each) => textOf(each).startsWith(title));
  found?.focus();
  found?.click();
};
const scoreOf = (part: Element): string => textOf(oneOf(part, '.well'));
const rowNames = (part: Element): readonly string[] => allOf(part, 'tbody th').map(textOf);

const faced = [aMismatch('face'), aMismatch('dob'), aMismatch('address'), aMismatch('name')];

describe('documents tab', () => {
  afterEach(leave);

  it('offers the documents with what each is worth and whether it agrees, and opens the first', async () => {
    const {part} = await see();
    await drawn(part, 2);
    expect(choices(part)).to.deep.equal([
      'Identity card 65 / 100 · front and back 2 differ',
      'Proof of address 100 / 100 · 1 page Agrees',
    ]);
    expect(chosen(part)).to.equal('Identity card');
    expect(textOf(part)).to.contain('Declared and read 2 differ 2 agree');
    await isAccessible(part);
  });

  it('sets what was read beside what was declared, what differs first, with what it cost', async () => {
    const {part} = await see();
    await drawn(part, 2);
    expect(rowNames(part).slice(0, 2)).to.deep.equal(['Date of birth', 'Address']);
    const [birth] = allOf(part, 'tbody tr');
    expect(birth && textOf(birth))
      .to.contain('Differs')
      .and.contain('−25')
      .and.contain('25 points deducted')
      .and.contain('99%');
    expect(allOf(part, '.is-differing .odd').length).to.be.above(1);
  });

  it('explains the score of the document that is open', async () => {
    const {part} = await see();
    await drawn(part, 2);
    expect(scoreOf(part)).to.equal(
      'Score of this document 65 / 100 100 − 25 date of birth − 10 address . The weights are those that applied when the score was made.',
    );
    choose(part, 'Proof of address');
    await shows(part, 'Nothing was deducted.');
    expect(chosen(part)).to.equal('Proof of address');
    await drawn(part, 1);
    await isAccessible(part);
  });

  it('explains with the weights that were stored with the score, not with those of today', async () => {
    const card = aCheckedCard();
    const {part} = await see({
      documents: [card],
      score_breakdown: {
        max: 100,
        documents: [{document_id: card.id, raw: 90, mismatches: [aMismatch('dob', {weight: 10})]}],
      },
    });
    await drawn(part, 2);
    expect(scoreOf(part)).to.contain('90 / 100').and.contain('− 10 date of birth').and.not.contain('address');
  });

  for (const [says, over, shown] of [
    [
      'says what was computed where it was clipped',
      {documents: [aCheckedCard({mismatches: faced})]},
      'Computed − 10 , shown as 0',
    ],
    [
      'claims no sum that does not come out',
      {documents: [aCheckedCard({score: {raw: 50, shown: 50}})], score_breakdown: null},
      'does not add up to it',
    ],
    [
      'has no score where there is none, and not zero',
      {documents: [aCheckedCard({score: null})], score_breakdown: null},
      'This document has not been scored.',
    ],
  ] as const) {
    it(says, async () => {
      const {part} = await see(over);
      await drawn(part, 2);
      expect(scoreOf(part)).to.contain(shown);
    });
  }

  it('flags a face that differs, which stands in no row', async () => {
    const {part} = await see({documents: [aCheckedCard({mismatches: faced})]});
    await drawn(part, 2);
    expect(textOf(part)).to.contain('Face differs').and.contain('−50').and.contain('4 differ');
  });

  it('shows nothing of the face and no score while they are covered', async () => {
    const card = aCheckedCard({
      mismatches: faced,
      approved: false,
      reject_reason: 'It is not the same face.',
      validations: [{key: 'face_match', label: 'Face on the document', outcome: 'fail', detail: null}],
    });
    const {part} = await see({documents: [card, aCheckedBill()]}, {covered: true});
    await drawn(part, 2);
    const text = textOf(part);
    expect(text).to.contain('Covered until you have judged the face').and.contain('score covered');
    expect(text).not.to.match(/face differs|100 \/|\/ 100|same face|face on the document|−50/i);
    expect(choices(part)[0]).to.contain('3 differ');
    await isAccessible(part);
    part.covered = false;
    await shows(part, 'Face differs');
    expect(scoreOf(part)).to.contain('0 / 100');
  });

  it('frames a field on its picture when the field gets the focus, and finds the field from the picture', async () => {
    const {part} = await see();
    await drawn(part, 2);
    buttonNamed(part, 'Date of birth').focus();
    await shows(part, 'Framed: Date of birth');
    expect(allOf(part, '.frame')).to.have.length(1);
    const [front] = allOf(part, '.view');
    const {left, top, width, height} = front?.getBoundingClientRect() ?? new DOMRect();
    // Where the given names stand.
    front?.dispatchEvent(
      new MouseEvent('click', {bubbles: true, clientX: left + width * 0.5, clientY: top + height * 0.36}),
    );
    await shows(part, 'Framed: Given names');
    await waitUntil(() => textOf(oneOf(part, 'tr.is-chosen th')) === 'Given names');
  });

  it('moves neither rows nor pictures under the hands when something new comes', async () => {
    const {part, verification, requests} = await see();
    await drawn(part, 2);
    const held = buttonNamed(part, 'Given names');
    held.focus();
    buttonNamed(part, 'Zoom in').click();
    await shows(part, '150%');
    held.focus();
    const before = rowNames(part);
    const asked = requests.length;
    const width = oneOf(part, 'img').getBoundingClientRect().width;
    const card = aCheckedCard();
    part.verification = {
      ...verification,
      version: 4,
      documents: [
        aCheckedBill({sort_order: 0}),
        {
          ...card,
          fields: card.fields.map((field) =>
            field.key === 'gender' ? {...field, declared: 'F', confidence: 0.42} : field,
          ),
        },
      ],
    };
    await shows(part, '42%');
    expect(rowNames(part)).to.deep.equal(before);
    expect(held.getRootNode()).to.have.property('activeElement', held);
    expect(chosen(part)).to.equal('Identity card');
    expect(oneOf(part, 'img').getBoundingClientRect().width).to.equal(width);
    expect(textOf(part)).to.contain('150%').and.contain('Framed: Given names');
    expect(requests).to.have.length(asked);
  });

  it('goes to the next and the previous document when it is told to, and no further', async () => {
    const {part} = await see();
    await drawn(part, 2);
    await part.step(1);
    expect(chosen(part)).to.equal('Proof of address');
    expect(part.shadowRoot?.activeElement).to.equal(oneOf(part, '.choice[aria-current]'));
    await part.step(1);
    expect(chosen(part)).to.equal('Proof of address');
    await part.step(-1);
    await part.step(-1);
    expect(chosen(part)).to.equal('Identity card');
  });

  for (const [says, requirements, why] of [
    ['that none came yet', ['document'], 'has not sent any yet'],
    ['that none is asked for', ['biometric_face'], 'does not ask for documents'],
  ] as const) {
    it(`says of no documents ${says}`, async () => {
      const {part} = await see({documents: [], requirements: [...requirements]});
      await shows(part, 'No documents');
      expect(textOf(part)).to.contain(why);
      await isAccessible(part);
    });
  }

  it('tells a document that is still read from one in which nothing was found', async () => {
    const {part} = await see({
      documents: [
        aCheckedCard({id: 'a', title: 'One', fields: [], mismatches: [], approved: null, files: []}),
        aCheckedCard({id: 'b', title: 'Two', fields: [], mismatches: [], approved: true, files: []}),
      ],
    });
    await shows(part, 'No files');
    expect(choices(part)[0]).to.contain('Processing');
    expect(choices(part)[1]).to.contain('Nothing compared');
    expect(textOf(part)).to.contain('Nothing was read from this document');
    await isAccessible(part);
  });

  it('says how many rows could not be read, covered or not', async () => {
    const {verification: given} = await see();
    leave();
    const [card] = given.documents;
    const verification = verificationSchema.parse({
      ...given,
      documents: [{...card, mismatches: [{kind: {}}, ...(card?.mismatches ?? [])]}],
    });
    for (const covered of [false, true]) {
      const {part} = await see(verification, {covered});
      await shows(part, '1 row could not be read and is left out.');
      leave();
    }
  });

  it('XS-11 shows characters that turn a title around', async () => {
    const {part} = await see({documents: [aCheckedCard({title: 'Identity\u202e card'})]});
    await drawn(part, 2);
    expect(allOf(part, '.choice .invisible')).not.to.be.empty;
  });

  it('XS-14 offers the first hundred of many, and more when asked', async () => {
    const documents = Array.from({length: 2000}, (_, at) =>
      aCheckedBill({id: `d-${at}`, title: `Page ${at}`, sort_order: at, files: []}),
    );
    const {part} = await see({documents});
    await shows(part, 'Page 99');
    expect(choices(part)).to.have.length(100);
    buttonNamed(part, 'Show more (1,900 more)').click();
    await waitUntil(() => choices(part).length === 200);
  });

  it('XS-08 holds no picture in memory once it has left', async () => {
    const blobs = countBlobs();
    try {
      const {part} = await see();
      await drawn(part, 2);
      choose(part, 'Proof of address');
      await drawn(part, 1);
      part.remove();
      await waitUntil(() => blobs.live() === 0, 'pictures are still held');
    } finally {
      blobs.stop();
    }
  });

  it('shows nothing of one verification under the next', async () => {
    const {part} = await see();
    await drawn(part, 2);
    choose(part, 'Proof of address');
    const next = aVerification({
      id: 'other',
      documents: [aCheckedCard({title: 'Passport', files: []}), aCheckedBill()],
    });
    part.verification = next;
    await shows(part, 'Passport');
    expect(chosen(part)).to.equal('Passport');
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [360, 1280] as const) {
      it(`AX-01 is accessible ${theme} at ${width}`, async () => {
        const mismatches = faced;
        const {part} = await see(
          {documents: [aCheckedCard({mismatches, score: scoreOfMismatches(mismatches)}), aCheckedBill()]},
          {theme, width},
        );
        await drawn(part, 2);
        buttonNamed(part, 'Date of birth').focus();
        await shows(part, 'Framed');
        await isAccessible(part);
      });
    }
  }

  it('AX-08 has no sideways scroll bar at 320', async () => {
    const {part, stage} = await see({}, {width: 360});
    stage.removeAttribute('data-width');
    stage.style.inlineSize = '320px';
    await drawn(part, 2);
    expect(stage.scrollWidth).to.be.at.most(320);
    const table = oneOf(part, '.scroll');
    expect(table.scrollWidth).to.be.at.most(table.clientWidth);
  });

  it('AX-10 stands from right to left in Arabic', async () => {
    const {part} = await see(
      {documents: [aCheckedCard({mismatches: faced}), aCheckedBill()]},
      {locale: 'ar'},
    );
    await shows(part, 'المصرَّح به والمقروء');
    await drawn(part, 2);
    const [first, second] = allOf(part, '.choice').map((each) => each.getBoundingClientRect());
    expect(first?.left).to.be.above(second?.left ?? NaN);
    expect(textOf(oneOf(part, 'caption')), 'no comma of another script').not.to.include(',');
    await isAccessible(part);
  });
});
