import {expect, html} from '@open-wc/testing';
import {aCustomer, aDocument, aField, aFile} from '../../../demo/server/world/builders.js';
import type {DocumentsSection} from '../../../src/customer-profile/sections/documents-section.js';
import type {Document} from '../../../src/domain/document.js';
import {
  allOf,
  buttonNamed,
  inWorld,
  isAccessible,
  json,
  leave,
  listOf,
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

const path = 'customers/customer-1/documents';
const customer = aCustomer();
const section = () => html`<kyc-documents-section .customer=${customer}></kyc-documents-section>`;
const see = (answers: Parameters<typeof mount>[0], options?: MountOptions) =>
  mount<DocumentsSection>(answers, section, options);
const withDocuments = (...documents: readonly Document[]) => inWorld({documents});

const choices = (part: Element): readonly string[] =>
  allOf(part, '.choice .strong').map((each) => textOf(each));
const chosen = (part: Element): string => textOf(oneOf(part, '.choice[aria-current] .strong'));
const choose = (part: Element, name: string): void => {
  const found = allOf(part, '.choice').find((each) => textOf(each).startsWith(name));
  if (!found) throw new Error(`There is no ${name}.`);
  found.focus();
  found.click();
};
const pressed = (part: Element): readonly string[] =>
  allOf(part, '[aria-pressed="true"].small').map((each) => textOf(each));
const askedFor = (requests: readonly string[], archived: boolean): number =>
  requests.filter((each) => each.includes(`documents?archived=${archived}`)).length;

describe('documents section', () => {
  afterEach(leave);

  it('is a region named by its heading', async () => {
    const {part} = await see(inWorld());
    await shows(part, 'Identity card');
    const region = oneOf(part, 'section');
    const heading = part.shadowRoot?.getElementById(region.getAttribute('aria-labelledby') ?? '');
    expect(heading?.textContent?.trim()).to.equal('Documents');
  });

  it('lists the documents in their order with what was decided, and opens the first', async () => {
    const {part} = await see(inWorld());
    await shows(part, 'Identity card');
    expect(choices(part)).to.deep.equal(['Identity card', 'Selfie', 'Proof of address']);
    expect(allOf(part, '.choice .mark').map(textOf)).to.deep.equal(['Approved', 'Processing', 'Rejected']);
    expect(chosen(part)).to.equal('Identity card');
    expect(pressed(part)).to.deep.equal(['Active 3']);
  });

  it('shows checks, both values with their sign, and what a mismatch cost', async () => {
    const {part} = await see(inWorld());
    await shows(part, 'Surname');
    const text = textOf(part);
    for (const each of [
      'Authentic',
      'Glare on the front',
      'The upper right corner is hard to read.',
      'Chip not read',
    ]) {
      expect(text).to.contain(each);
    }
    const [first] = allOf(part, 'tbody tr');
    expect(first && textOf(first))
      .to.contain('Nearly')
      .and.contain('−25')
      .and.contain('HADAD');
    expect(text).to.contain('Not declared').and.contain('Not asked');
  });

  it('draws a mismatch that stands in no row', async () => {
    const {part} = await see(withDocuments(aDocument({mismatches: [{kind: 'face', weight: 50}]})));
    await shows(part, 'Face differs');
    expect(textOf(part)).to.contain('−50').and.contain('50 points deducted');
  });

  it('calls a document by its class when it has no title, and by its code when nobody knows the class', async () => {
    const {part} = await see(
      withDocuments(
        aDocument({id: 'a', title: null, type: 'PA', sort_order: 1}),
        aDocument({id: 'b', title: ' ', type: 'ZZ', sort_order: 2}),
      ),
    );
    await shows(part, 'Passport');
    expect(choices(part)).to.deep.equal(['Passport', 'ZZ']);
  });

  it('opens another document when it is chosen, and says so to the host', async () => {
    const {part, stage} = await see(inWorld());
    await shows(part, 'Identity card');
    const went: (string | undefined)[] = [];
    stage.addEventListener('review-navigate', (event) => went.push(event.to, event.id));
    choose(part, 'Proof of address');
    await waitUntil(() => chosen(part) === 'Proof of address');
    await shows(part, 'Older than 90 days');
    expect(went).to.deep.equal(['document', 'document-3']);
  });

  it('leaves the document as it is when the host opens it elsewhere', async () => {
    const {part, stage} = await see(inWorld());
    await shows(part, 'Identity card');
    stage.addEventListener('review-navigate', (event) => event.preventDefault());
    choose(part, 'Selfie');
    await part.updateComplete;
    expect(chosen(part)).to.equal('Identity card');
  });

  it('asks for archived documents when they are opened, and not before', async () => {
    const {part, requests} = await see(inWorld());
    await shows(part, 'Identity card');
    expect(askedFor(requests, true)).to.equal(0);
    buttonNamed(part, 'Archived').click();
    await waitUntil(() => pressed(part).includes('Archived 1'));
    expect(askedFor(requests, true)).to.equal(1);
    expect(choices(part)).to.deep.equal(['Identity card']);
    expect(textOf(oneOf(part, '.detail header'))).to.contain('Archived');
  });

  it('keeps what was chosen on each side', async () => {
    const {part} = await see(inWorld());
    await shows(part, 'Identity card');
    choose(part, 'Selfie');
    buttonNamed(part, 'Archived').click();
    await waitUntil(() => pressed(part).includes('Archived 1'));
    buttonNamed(part, 'Active 3').click();
    await waitUntil(() => choices(part).length === 3);
    expect(chosen(part)).to.equal('Selfie');
  });

  it('keeps the chosen document and the focus through a refresh that changes the list', async () => {
    const selfie = aDocument({id: 'document-2', title: 'Selfie', sort_order: 2});
    const identity = aDocument({id: 'document-1', title: 'Identity card', sort_order: 3});
    const visa = aDocument({id: 'document-9', title: 'Visa', sort_order: 1});
    const {part, stage} = await see({
      [path]: oneAfterTheOther(listOf(selfie, identity), listOf(visa, {...selfie, approved: null}, identity)),
    });
    await shows(part, 'Selfie');
    choose(part, 'Identity card');
    const held = part.shadowRoot?.activeElement;
    await stage.refresh();
    await shows(part, 'Visa');
    expect(chosen(part)).to.equal('Identity card');
    expect(part.shadowRoot?.activeElement).to.equal(held);
  });

  it('stays with what is looked at when another document comes before it', async () => {
    const identity = aDocument({id: 'document-1', title: 'Identity card', sort_order: 2});
    const visa = aDocument({id: 'document-9', title: 'Visa', sort_order: 1});
    const {part, stage} = await see({
      [path]: oneAfterTheOther(listOf(identity), listOf(visa, identity)),
    });
    await shows(part, 'Identity card');
    await stage.refresh();
    await shows(part, 'Visa');
    expect(chosen(part)).to.equal('Identity card');
  });

  it('opens the first document when the chosen one is gone', async () => {
    const {part, stage} = await see({
      [path]: oneAfterTheOther(
        listOf(
          aDocument({id: 'a', title: 'Identity card', sort_order: 1}),
          aDocument({id: 'b', title: 'Visa', sort_order: 2}),
        ),
        listOf(aDocument({id: 'a', title: 'Identity card', sort_order: 1})),
      ),
    });
    await shows(part, 'Visa');
    choose(part, 'Visa');
    await stage.refresh();
    await waitUntil(() => choices(part).length === 1);
    expect(chosen(part)).to.equal('Identity card');
  });

  it('does not fetch a picture again when the list is refreshed', async () => {
    const {part, stage, requests} = await see(inWorld());
    await waitUntil(() => allOf<HTMLImageElement>(part, 'img').length === 2);
    const addresses = allOf<HTMLImageElement>(part, 'img').map(({src}) => src);
    const files = () => requests.filter((each) => each.includes('/files/')).length;
    expect(files()).to.equal(2);
    await stage.refresh();
    await part.updateComplete;
    expect(files()).to.equal(2);
    expect(allOf<HTMLImageElement>(part, 'img').map(({src}) => src)).to.deep.equal(addresses);
  });

  it('frames a field on its picture when the field gets the focus', async () => {
    const {part} = await see(inWorld());
    await waitUntil(() => allOf(part, 'img').length === 2);
    expect(allOf(part, '.frame')).to.be.empty;
    buttonNamed(part, 'Surname').focus();
    await waitUntil(() => allOf(part, '.frame').length === 1);
    expect(textOf(part)).to.contain('Framed: Surname');
    buttonNamed(part, 'Given names').focus();
    await shows(part, 'Framed: Given names');
    expect(allOf(part, '.frame')).to.have.length(1);
  });

  it('looks closer by button, and remembers it for each document', async () => {
    const {part} = await see(inWorld());
    await waitUntil(() => allOf(part, 'img').length === 2);
    const width = () => oneOf(part, 'img').getBoundingClientRect().width;
    const whole = width();
    buttonNamed(part, 'Zoom in').click();
    await waitUntil(() => width() > whole * 1.4);
    choose(part, 'Proof of address');
    await shows(part, 'Older than 90 days');
    await shows(part, '100%');
    choose(part, 'Identity card');
    await shows(part, '150%');
    buttonNamed(part, 'Whole image').click();
    await shows(part, '100%');
    expect(buttonNamed(part, 'Zoom out').getAttribute('aria-disabled')).to.equal('true');
  });

  it('AX-04 moves neither focus nor rows when news arrives while a field is held', async () => {
    const fields = [
      aField({key: 'given_names', declared: 'Amira', value: 'AMIRA'}),
      aField({key: 'surname', declared: 'Haddad', value: 'HADDAD'}),
    ].map((field) => ({
      ...field,
      box: {file_id: 'document-1-front', x: 0.3, y: 0.3, width: 0.2, height: 0.1},
    }));
    const news = fields.map((field) =>
      field.key === 'surname' ? {...field, value: 'SALEH', mismatch: 'name'} : field,
    );
    const {part, stage} = await see({
      [path]: oneAfterTheOther(listOf(aDocument({fields})), listOf(aDocument({fields: news}))),
    });
    await shows(part, 'Given names');
    const held = buttonNamed(part, 'Given names');
    held.focus();
    const {top} = held.getBoundingClientRect();
    stage.happens('step_results');
    await shows(part, 'SALEH');
    expect(allOf(part, 'tbody th').map(textOf)).to.deep.equal(['Given names', 'Surname']);
    expect(held.getRootNode()).to.have.property('activeElement', held);
    expect(held.getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('tells an empty shelf from an empty archive', async () => {
    const {part} = await see(withDocuments());
    await shows(part, 'No documents yet');
    await isAccessible(part);
    buttonNamed(part, 'Archived').click();
    await shows(part, 'No archived documents');
  });

  it('says while it is loading, without data', async () => {
    const {part} = await see({[path]: silence});
    await shows(part, 'Loading Documents');
    expect(oneOf(part, '[aria-busy="true"]')).to.exist;
    await isAccessible(part);
  });

  it('holds the room of two pictures side by side where they will stand so', async () => {
    const {part} = await see({[path]: silence}, {width: 700});
    await shows(part, 'Loading Documents');
    const [front, back] = allOf(part, '.pictures .bone').map((each) => each.getBoundingClientRect());
    expect(front?.top).to.equal(back?.top);
    expect(front?.right).to.be.below(back?.left ?? 0);
  });

  it('says that it failed and loads again when asked', async () => {
    const {part} = await see({[path]: oneAfterTheOther(refusal(500), listOf(aDocument()))});
    await shows(part, 'Documents could not be loaded');
    expect(textOf(part)).to.contain('req-7f31');
    await isAccessible(part);
    buttonNamed(part, 'Try again: Documents').click();
    await shows(part, 'Identity card');
  });

  it('says that there is no access, and drops what it showed', async () => {
    const {part, stage} = await see({
      [path]: oneAfterTheOther(listOf(aDocument()), refusal(403, 'forbidden')),
    });
    await shows(part, 'Identity card');
    await stage.refresh();
    await shows(part, 'You have no access to Documents');
    expect(textOf(part)).not.to.contain('Identity card');
    await isAccessible(part);
  });

  it('keeps what it showed when refreshing fails, with its time', async () => {
    const {part, stage} = await see({[path]: oneAfterTheOther(listOf(aDocument()), refusal(500))});
    await shows(part, 'Identity card');
    await stage.refresh();
    await shows(part, 'Shown as of');
    expect(choices(part)).to.deep.equal(['Identity card']);
    await isAccessible(part);
  });

  it('leaves out a row that cannot be read, and says so', async () => {
    const {part} = await see({[path]: listOf(aDocument(), {...aDocument({id: 'bad'}), approved: 'maybe'})});
    await shows(part, '1 row could not be read and is left out.');
    expect(choices(part)).to.have.length(1);
  });

  it('says what is missing inside a document', async () => {
    const {part} = await see(
      withDocuments(aDocument({files: [], fields: [], validations: [], mismatches: []})),
    );
    await shows(part, 'No files');
    expect(textOf(part)).to.contain('No automated checks').and.contain('Nothing was read from this document');
    await isAccessible(part);
  });

  it('XS-14 draws the first hundred of ten thousand, and more when asked', async () => {
    const documents = Array.from({length: 10_000}, (_, at) =>
      aDocument({id: `d-${at}`, title: `Page ${at}`, sort_order: at}),
    );
    const {part} = await see({[path]: () => json({items: documents})});
    await shows(part, 'Page 99');
    expect(choices(part)).to.have.length(100);
    const nodes = (root: ParentNode): number =>
      [...root.querySelectorAll('*')].reduce(
        (sum, each) => sum + 1 + (each.shadowRoot ? nodes(each.shadowRoot) : 0),
        0,
      );
    expect(part.shadowRoot && nodes(part.shadowRoot)).to.be.below(2000);
    buttonNamed(part, 'Show more (9,900 more)').click();
    await waitUntil(() => choices(part).length === 200);
  });

  it('XS-15 takes names of built-in things for names', async () => {
    const fields = ['__proto__', 'constructor', 'toString'].map((key) => aField({key, label: null}));
    const {part} = await see(withDocuments(aDocument({type: 'constructor', title: null, fields})));
    await shows(part, '__proto__');
    expect(choices(part)).to.deep.equal(['constructor']);
  });

  it('XS-11 shows characters that turn a title around', async () => {
    const {part} = await see(withDocuments(aDocument({title: 'Identity\u202e card'})));
    await shows(part, 'Identity');
    expect(allOf(part, '.invisible')).not.to.be.empty;
  });

  it('shows nothing of one customer under the next', async () => {
    let shown = customer;
    const {part, stage} = await mount<DocumentsSection>(
      {[path]: listOf(aDocument()), 'customers/customer-2/documents': silence},
      () => html`<kyc-documents-section .customer=${shown}></kyc-documents-section>`,
    );
    await shows(part, 'Identity card');
    shown = aCustomer({id: 'customer-2'});
    stage.customerId = 'customer-2';
    await shows(part, 'Loading Documents');
    expect(textOf(part)).not.to.contain('Identity card');
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [360, 1280] as const) {
      it(`AX-01 is accessible ${theme} at ${width}`, async () => {
        const {part} = await see(inWorld(), {theme, width});
        await waitUntil(() => allOf(part, 'img').length === 2);
        await isAccessible(part);
      });
    }
  }

  it('AX-08 has no sideways scroll bar at 320', async () => {
    const {part, stage} = await see(inWorld({}), {width: 360});
    stage.removeAttribute('data-width');
    stage.style.inlineSize = '320px';
    await waitUntil(() => allOf(part, 'img').length === 2);
    expect(stage.scrollWidth).to.be.at.most(320);
    const table = oneOf(part, '.scroll');
    expect(table.scrollWidth).to.be.at.most(table.clientWidth);
  });

  it('AX-10 stands from right to left in Arabic, with outside values isolated', async () => {
    const {part} = await see(withDocuments(aDocument({files: [aFile()]})), {locale: 'ar'});
    await shows(part, 'المستندات');
    await waitUntil(() => allOf(part, 'img').length === 1);
    const list = oneOf(part, '.choices').getBoundingClientRect();
    const viewer = oneOf(part, 'kyc-evidence-viewer').getBoundingClientRect();
    expect(list.left).to.be.above(viewer.left);
    await isAccessible(part);
  });
});
