import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {aCustomer, aRule} from '../../../demo/server/world/builders.js';
import type {StepsSection} from '../../../src/customer-profile/sections/steps-section.js';
import {customerSchema, ruleStatuses, type Customer} from '../../../src/domain/customer.js';
import {
  allOf,
  buttonNamed,
  isAccessible,
  mount,
  oneOf,
  shows,
  textOf,
  type MountOptions,
  type Mounted,
} from '../../support/harness.js';

const show = (customer: Customer | undefined, options: MountOptions = {}): Promise<Mounted<StepsSection>> =>
  mount({}, () => html`<kyc-steps-section .customer=${customer}></kyc-steps-section>`, options);

const rowsOf = (root: Node): readonly string[] => allOf(root, 'tbody tr').map(textOf);

describe('<kyc-steps-section>', () => {
  it('is a region named by its heading, with the count beside it', async () => {
    const {part} = await show(aCustomer());
    const heading = oneOf(part, 'h1, h2, h3, h4, h5, h6');
    expect(heading.textContent).to.equal('Verification Steps');
    expect(oneOf(part, 'section').getAttribute('aria-labelledby')).to.equal(heading.id);
    expect(textOf(part)).to.include('2 of 5 approved');
  });

  it('lists each step with number, class, status, attempts and errors', async () => {
    const {part} = await show(aCustomer());
    expect(allOf(part, '[role="columnheader"]').map(textOf)).to.deep.equal([
      'No.',
      'Step',
      'Status',
      'Attempts',
      'Errors',
    ]);
    const rows = rowsOf(part);
    expect(rows[1]).to.equal('2 Identity card Approved 1 – no errors');
    expect(rows[3]).to.equal(
      '4 Proof of address Utility bill Rejected by machine 3 Document is older than 90 days',
    );
  });

  it('goes by sort_order; steps without one come last', async () => {
    const {part} = await show(
      aCustomer({
        rules: [
          aRule({id: 'a', title: 'Third', sort_order: null}),
          aRule({id: 'b', title: 'Second', sort_order: 2}),
          aRule({id: 'c', title: 'First', sort_order: 1}),
        ],
      }),
    );
    expect(rowsOf(part).map((row) => row.split(' ')[1])).to.deep.equal(['First', 'Second', 'Third']);
  });

  const words: Readonly<Record<(typeof ruleStatuses)[number], string>> = {
    NOT_UPLOADED: 'Not uploaded',
    PROCESSING: 'Processing',
    PENDING_REVIEW: 'Pending review',
    APPROVED: 'Approved',
    REJECTED: 'Rejected',
    AUTOMATICALLY_REJECTED: 'Rejected by machine',
  };
  for (const status of ruleStatuses) {
    it(`says ${status} in words, with a sign`, async () => {
      const {part} = await show(aCustomer({rules: [aRule({status})]}));
      const mark = oneOf(part, 'tbody .mark');
      expect(textOf(mark)).to.equal(words[status]);
      expect(mark.querySelector('svg[aria-hidden="true"]')).to.be.an.instanceof(SVGElement);
    });
  }

  it('shows a status that nobody knows in its own text, and no tone', async () => {
    const {part} = await show(aCustomer({rules: [aRule({status: 'SENT_TO_MARS'})]}));
    expect(textOf(oneOf(part, 'tbody .mark.is-neutral'))).to.equal('SENT_TO_MARS');
  });

  it('names a step without a title, and keeps unknown classes and bare error codes', async () => {
    const {part} = await show(
      aCustomer({
        rules: [
          aRule({
            title: null,
            document_classes: ['PA', 'X-17'],
            attempt: null,
            errors: [{code: 'glare', message: ' '}],
          }),
        ],
      }),
    );
    expect(rowsOf(part)[0]).to.equal('1 Step without a name Passport · X-17 Approved – not given glare');
  });

  it('CT-03 leaves out a step that cannot be read, and says so', async () => {
    const {stage, part} = await show(
      customerSchema.parse({...aCustomer(), rules: [aRule(), {id: 'broken'}, null]}),
    );
    expect(rowsOf(part)).to.have.lengthOf(1);
    expect(textOf(part)).to.include('2 rows could not be read and are left out.');
    await isAccessible(stage);
  });

  it('says that there are none', async () => {
    const {stage, part} = await show(aCustomer({rules: []}));
    expect(textOf(part)).to.include('No verification steps').and.not.include('approved');
    await isAccessible(stage);
  });

  it('shows bones while the customer loads', async () => {
    const {stage, part} = await show(undefined);
    expect(oneOf(part, '[aria-busy="true"]')).to.be.an.instanceof(HTMLElement);
    expect(textOf(part)).to.include('Loading Verification Steps');
    await isAccessible(stage);
  });

  it('XS-14 stays small with 10,000 steps and shows more when asked', async () => {
    const rules = Array.from({length: 10_000}, (_, at) => aRule({id: `rule-${at}`, sort_order: at}));
    const {part} = await show(aCustomer({rules}));
    expect(allOf(part, '*').length).to.be.below(2000);
    buttonNamed(part, 'Show more steps').click();
    await shows(part, '300');
    expect(rowsOf(part)).to.have.lengthOf(300);
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [360, 700, 1280] as const) {
      it(`is accessible and never scrolls sideways: ${theme}, ${width} px`, async () => {
        const {stage} = await show(aCustomer(), {theme, width});
        await isAccessible(stage);
        expect(stage.scrollWidth).to.be.at.most(width);
      });
    }
  }

  it('keeps every table role in the narrow layout, in Arabic too', async () => {
    const {stage, part} = await show(aCustomer(), {width: 360, locale: 'ar'});
    expect(allOf(part, 'tbody [role="row"]')).to.have.lengthOf(5);
    expect(getComputedStyle(oneOf(part, 'tbody tr')).display).to.equal('grid');
    expect(textOf(part)).to.include('خطوات التحقق');
    await isAccessible(stage);
  });
});
