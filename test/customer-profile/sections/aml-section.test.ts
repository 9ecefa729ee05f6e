import {expect, html} from '@open-wc/testing';
import {aCustomer, aFinding, anAmlRecord} from '../../../demo/server/world/builders.js';
import type {AmlSection} from '../../../src/customer-profile/sections/aml-section.js';
import type {AmlRecord} from '../../../src/domain/aml.js';
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

const path = 'customers/customer-1/aml/records';
const customer = aCustomer();
const see = (answers: Parameters<typeof mount>[0], options?: MountOptions) =>
  mount<AmlSection>(answers, () => html`<kyc-aml-section .customer=${customer}></kyc-aml-section>`, options);
const withRecords = (...amlRecords: readonly AmlRecord[]) => inWorld({amlRecords});
const clean = (over: Partial<AmlRecord> = {}) =>
  anAmlRecord({id: 'aml-9', status: 'no_records', approved: true, findings: [], ...over});

const cards = (part: Element): readonly string[] => allOf(part, '.grid2 h3').map(textOf);
const findings = (part: Element): readonly Element[] => allOf(part, '.finding');

describe('AML section', () => {
  afterEach(leave);

  it('is a region named by its heading, with the status of the latest check', async () => {
    const {part} = await see(inWorld());
    await shows(part, 'Meridian Screening');
    const region = oneOf(part, 'section');
    const heading = part.shadowRoot?.getElementById(region.getAttribute('aria-labelledby') ?? '');
    expect(heading?.textContent?.trim()).to.equal('AML & Adverse Media');
    expect(textOf(oneOf(part, '.pill'))).to.equal('Records found');
  });

  it('has no card without a check, one with one, and two with more', async () => {
    const none = await see(withRecords());
    await shows(none.part, 'Not screened yet');
    expect(cards(none.part)).to.deep.equal([]);
    leave();
    const one = await see(withRecords(anAmlRecord()));
    await shows(one.part, 'Meridian Screening');
    expect(cards(one.part)).to.deep.equal(['Latest']);
    leave();
    const more = await see(inWorld());
    await shows(more.part, 'Initial');
    expect(cards(more.part)).to.deep.equal(['Latest', 'Initial']);
  });

  it('asks for the oldest check only when it is not among those that it has', async () => {
    const few = await see(inWorld());
    await shows(few.part, 'Initial');
    expect(few.requests.filter((each) => each.includes('order=asc'))).to.be.empty;
    leave();
    const many = Array.from({length: 60}, (_, at) =>
      anAmlRecord({
        id: `aml-${at}`,
        checked_at: `2026-${String(1 + Math.floor(at / 28)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}T09:00:00Z`,
        provider: at === 0 ? 'First Screening' : 'Meridian Screening',
      }),
    );
    const paged = await see(withRecords(...many));
    await shows(paged.part, 'First Screening');
    expect(paged.requests.filter((each) => each.includes('order=asc'))).to.have.length(1);
    await shows(paged.part, 'History of 60 checks');
  });

  it('tells a clean check from one that was never made', async () => {
    const {part} = await see(withRecords(clean()));
    await shows(part, 'No findings in this check');
    expect(textOf(oneOf(part, '.pill'))).to.equal('No records');
    expect(textOf(part)).not.to.contain('Not screened yet');
    await isAccessible(part);
  });

  it('says who overrode the machine and when, as text', async () => {
    const {part} = await see(
      withRecords(clean({override: {by: {id: 'user-4', name: 'Дмитрий Орлов'}, at: '2026-10-09T08:24:00Z'}})),
    );
    await shows(part, 'Approved by hand');
    expect(textOf(part)).to.contain('Дмитрий Орлов').and.contain('Oct 9, 2026');
  });

  it('keeps a decision that was not made apart from one against the customer', async () => {
    for (const [approved, word] of [
      [null, 'Not decided'],
      [false, 'Rejected'],
      [true, 'Approved'],
    ] as const) {
      const {part} = await see(withRecords(anAmlRecord({approved, override: null})));
      await shows(part, 'Decision');
      expect(allOf(part, 'dd').map(textOf)).to.contain(word);
      leave();
    }
  });

  it('shows four databases and the others when asked', async () => {
    const {part} = await see(withRecords(anAmlRecord()));
    await shows(part, 'OFAC');
    expect(textOf(part)).not.to.contain('Interpol');
    const more = buttonNamed(part, '+3: 3 more databases');
    more.focus();
    more.click();
    await shows(part, 'Interpol');
    expect(part.shadowRoot?.activeElement).to.equal(more);
    expect(more.getAttribute('aria-expanded')).to.equal('true');
  });

  it('has the other databases ready for paper, where no button unfolds them', async () => {
    const {part} = await see(withRecords(anAmlRecord()));
    await shows(part, 'OFAC');
    const waiting = allOf(part, '.only-paper');
    expect(waiting.map((each) => each.textContent.trim()))
      .to.include('Interpol')
      .and.have.length(3);
    for (const each of waiting) expect(getComputedStyle(each).display).to.equal('none');
  });

  it('puts the customer beside the entry, what differs first', async () => {
    const {part} = await see(withRecords(anAmlRecord({findings: [aFinding()]})));
    await shows(part, 'EU consolidated list');
    const rows = allOf(part, 'tbody tr').map(textOf);
    expect(rows[0])
      .to.contain('Date of birth')
      .and.contain('1991')
      .and.contain('Differs')
      .and.contain('1958');
    expect(rows[1]).to.contain('Tunisia').and.contain('Syria');
    expect(rows[2]).to.contain('Name').and.contain('Nearly');
  });

  it('shows family, position and match of a finding, and that nobody judged it', async () => {
    const {part} = await see(inWorld());
    await shows(part, 'Not judged');
    const [first, second] = findings(part).map(textOf);
    expect(first).to.contain('Sanctions').and.contain('1 of 2').and.contain('match 84');
    expect(second).to.contain('Adverse media').and.contain('False positive');
    expect(second).to.contain('Chiara Rossi').and.contain('another person').and.contain('Another company.');
  });

  it('keeps a reason that nobody knows as it came', async () => {
    const judgement = {outcome: 'unsure', reason_code: 'constructor', at: '2026-11-12T08:15:00Z'};
    const {part} = await see(withRecords(anAmlRecord({findings: [aFinding({judgement})]})));
    await shows(part, 'Can’t tell');
    expect(textOf(part)).to.contain('constructor');
  });

  for (const [says, url, leads] of [
    ['https leads to the source', 'https://lists.example/eu/4711', true],
    ['XS-03 a script is text', 'javascript:alert(1)', false],
    ['XS-03 data is text', 'data:text/html,x', false],
    ['XS-03 plain http elsewhere is text', 'http://lists.example/eu', false],
    ['XS-03 an address with a user in it is text', 'https://a:b@lists.example/', false],
  ] as const) {
    it(`link: ${says}`, async () => {
      const {part} = await see(withRecords(anAmlRecord({findings: [aFinding({url})]})));
      await shows(part, 'Entry at the source');
      const links = allOf<HTMLAnchorElement>(part, 'a[href]').map(({href}) => href);
      expect(links).to.deep.equal(leads ? [url] : []);
      if (!leads) expect(textOf(part)).to.contain(url);
    });
  }

  it('lets the host show the source in its own way', async () => {
    const {part, stage} = await see(withRecords(anAmlRecord({findings: [aFinding()]})));
    await shows(part, 'Entry at the source');
    const went: (string | undefined)[] = [];
    stage.addEventListener('review-navigate', (event) => {
      went.push(event.to, event.id, event.href);
      event.preventDefault();
    });
    const click = new MouseEvent('click', {bubbles: true, composed: true, cancelable: true});
    oneOf(part, 'a[href]').dispatchEvent(click);
    expect(went).to.deep.equal(['finding', 'finding-1', 'https://lists.example/eu/4711']);
    expect(click.defaultPrevented).to.equal(true);
  });

  it('opens the history when asked, and says so to the host', async () => {
    const {part, stage} = await see(inWorld());
    await shows(part, 'History of 2 checks');
    const went: (string | undefined)[] = [];
    stage.addEventListener('review-navigate', (event) => went.push(event.to, event.id));
    expect(allOf(part, '.history')).to.be.empty;
    buttonNamed(part, 'History of 2 checks').click();
    await waitUntil(() => allOf(part, '.history li').length === 2);
    expect(went).to.deep.equal(['aml-history', 'customer-1']);
    const [, first] = allOf<HTMLDetailsElement>(part, '.history > li > details');
    oneOf(first as Element, 'summary').click();
    expect(first?.open).to.equal(true);
    await shows(first as Element, 'Checked');
    await isAccessible(part);
    buttonNamed(part, 'History of 2 checks').click();
    await waitUntil(() => allOf(part, '.history').length === 0);
    expect(went).to.have.length(2);
  });

  it('leaves the history closed when the host shows it elsewhere', async () => {
    const {part, stage} = await see(inWorld());
    await shows(part, 'History of 2 checks');
    stage.addEventListener('review-navigate', (event) => event.preventDefault());
    buttonNamed(part, 'History of 2 checks').click();
    await part.updateComplete;
    expect(allOf(part, '.history')).to.be.empty;
  });

  it('loads more checks when asked, each once', async () => {
    const record = (at: number) => anAmlRecord({id: `aml-${at}`, checked_at: `2026-11-${20 - at}T08:00:00Z`});
    const {part} = await see({
      [path]: ({url}: Request) => {
        const asked = new URL(url).searchParams;
        if (asked.get('order') === 'asc') return json({items: [record(4)], next_cursor: 'x'});
        return asked.get('cursor')
          ? json({items: [record(1), record(2), record(3), record(4)], next_cursor: null})
          : json({items: [record(0), record(1)], next_cursor: 'second'});
      },
    });
    await shows(part, 'History of screening checks');
    buttonNamed(part, 'History of screening checks').click();
    await waitUntil(() => allOf(part, '.history li').length === 2);
    buttonNamed(part, 'Load more : History of screening checks').click();
    await waitUntil(() => allOf(part, '.history li').length === 5);
    expect(textOf(part))
      .to.contain('History of 5 checks')
      .and.not.contain('Load more : History of screening checks');
  });

  it('keeps a check open through a refresh', async () => {
    const second = anAmlRecord({id: 'aml-2', checked_at: '2026-10-01T08:00:00Z'});
    const {part, stage} = await see({
      [path]: oneAfterTheOther(
        listOf(anAmlRecord({id: 'aml-1'}), second),
        listOf(anAmlRecord({id: 'aml-3', provider: 'Kestrel Screening'}), anAmlRecord({id: 'aml-1'}), second),
      ),
    });
    await shows(part, 'History of 2 checks');
    buttonNamed(part, 'History of 2 checks').click();
    await waitUntil(() => allOf(part, '.history > li > details').length === 2);
    const [, held] = allOf<HTMLDetailsElement>(part, '.history > li > details');
    if (held) held.open = true;
    await stage.refresh();
    await shows(part, 'Kestrel Screening');
    const all = allOf<HTMLDetailsElement>(part, '.history > li > details');
    expect(all.map(({open}) => open)).to.deep.equal([false, false, true]);
    expect(all[2]).to.equal(held);
  });

  it('says that a customer on the whitelist is', async () => {
    const {part} = await mount<AmlSection>(
      withRecords(anAmlRecord()),
      () => html`<kyc-aml-section .customer=${aCustomer({aml_whitelisted: true})}></kyc-aml-section>`,
    );
    await shows(part, 'Whitelisted');
  });

  it('shows a status that nobody knows in its own words, without a tone', async () => {
    const {part} = await see(withRecords(anAmlRecord({status: 'under_review'})));
    await shows(part, 'under_review');
    expect(oneOf(part, '.pill').className).to.contain('neutral');
  });

  it('says while it is loading', async () => {
    const {part} = await see({[path]: silence});
    await shows(part, 'Loading AML & Adverse Media');
    await isAccessible(part);
  });

  it('says that it failed and loads again when asked', async () => {
    const {part} = await see({[path]: oneAfterTheOther(refusal(500), listOf(anAmlRecord()))});
    await shows(part, 'AML & Adverse Media could not be loaded');
    await isAccessible(part);
    buttonNamed(part, 'Try again: AML & Adverse Media').click();
    await shows(part, 'Meridian Screening');
  });

  it('says that there is no access, and drops what it showed', async () => {
    const {part, stage} = await see({
      [path]: oneAfterTheOther(listOf(anAmlRecord()), refusal(403, 'forbidden')),
    });
    await shows(part, 'Meridian Screening');
    await stage.refresh();
    await shows(part, 'You have no access to AML & Adverse Media');
    expect(textOf(part)).not.to.contain('Meridian').and.not.contain('Records found');
    await isAccessible(part);
  });

  it('keeps what it showed when refreshing fails, with its time', async () => {
    const {part, stage} = await see({[path]: oneAfterTheOther(listOf(anAmlRecord()), refusal(500))});
    await shows(part, 'Meridian Screening');
    await stage.refresh();
    await shows(part, 'Shown as of');
    expect(textOf(part)).to.contain('Meridian Screening');
    await isAccessible(part);
  });

  it('leaves out what cannot be read, and says so', async () => {
    const record = {...anAmlRecord(), findings: [aFinding(), {id: ''}]};
    const {part} = await see({[path]: listOf(record, {...anAmlRecord({id: 'bad'}), approved: 'maybe'})});
    await waitUntil(() => textOf(part).split('1 row could not be read').length === 3);
    expect(findings(part)).to.have.length(1);
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [360, 1280] as const) {
      it(`AX-01 is accessible ${theme} at ${width}`, async () => {
        const {part} = await see(inWorld(), {theme, width});
        await shows(part, 'Not judged');
        await isAccessible(part);
      });
    }
  }

  it('AX-08 has no sideways scroll bar at 320', async () => {
    const {part, stage} = await see(inWorld(), {width: 360});
    stage.removeAttribute('data-width');
    stage.style.inlineSize = '320px';
    await shows(part, 'Not judged');
    expect(stage.scrollWidth).to.be.at.most(320);
  });
});
