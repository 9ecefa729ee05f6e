import {expect, nextFrame} from '@open-wc/testing';
import {html} from 'lit';
import {aCustomer, aTravelRuleLog} from '../../../demo/server/world/builders.js';
import type {TravelRuleSection} from '../../../src/customer-profile/sections/travel-rule-section.js';
import type {TravelRuleLog} from '../../../src/domain/travel-rule.js';
import {
  allOf,
  hides,
  inWorld,
  isAccessible,
  listOf,
  mount,
  oneAfterTheOther,
  oneOf,
  refusal,
  shows,
  silence,
  textOf,
  type MountOptions,
  type Mounted,
} from '../../support/harness.js';
import {collisionsIn} from '../../support/stacked-rows.js';
import {waitUntil} from '../../support/until.js';

const path = 'customers/customer-1/travel-rule-logs';
const customer = aCustomer();

const show = (
  answers: Parameters<typeof mount>[0],
  options: MountOptions = {},
): Promise<Mounted<TravelRuleSection>> =>
  mount(
    answers,
    () => html`<kyc-travel-rule-section .customer=${customer}></kyc-travel-rule-section>`,
    options,
  );

const withLogs = (...travelRuleLogs: readonly TravelRuleLog[]) => inWorld({travelRuleLogs});

const declined = aTravelRuleLog({
  id: 'travel-2',
  at: '2026-10-28T09:05:00Z',
  direction: 'in',
  status: 'DECLINED',
  status_reason: 'Beneficiary provider did not answer',
  asset: 'USDC',
  amount: '900.00',
  originator: 'Ngô Thị Bích',
  originator_vasp: null,
  blockchain: null,
  tx_hash: null,
});

const someLogs = (count: number): readonly TravelRuleLog[] =>
  Array.from({length: count}, (_, at) =>
    aTravelRuleLog({
      id: `travel-${at}`,
      at: new Date(Date.UTC(2026, 10, 20) - at * 3_600_000).toISOString(),
      originator: `Sender ${at}`,
    }),
  );

const cellsOf = (root: Node, row: number): readonly string[] =>
  [...oneOf(root, `tr[data-index="${row}"]`).children].map((cell) => textOf(cell));

function field<E extends HTMLInputElement | HTMLSelectElement>(root: Node, label: string): E {
  const found = allOf(root, 'label').find((each) => textOf(each.querySelector('span')!) === label);
  return found!.querySelector<E>('input, select')!;
}

function enter(root: Node, label: string, value: string): void {
  const input = field(root, label);
  input.value = value;
  input.dispatchEvent(new Event(input.type === 'search' ? 'input' : 'change', {bubbles: true}));
}

describe('<kyc-travel-rule-section>', () => {
  it('is a region named by its heading, and says that it is read only', async () => {
    const {part} = await show(inWorld());
    const heading = oneOf(part, 'section > header > :is(h1, h2, h3, h4, h5, h6)');
    expect(heading.textContent).to.equal('Travel Rule Transaction Logs');
    await shows(part, '2 logs · Read only');
    expect(oneOf(part, 'section').getAttribute('aria-labelledby')).to.equal(heading.id);
  });

  it('shows who sent what to whom, over which providers and chain, and how it stands', async () => {
    const {part} = await show(withLogs(aTravelRuleLog({amount: '0.4180'}), declined));
    await shows(part, '2 logs');
    const [time, ...first] = cellsOf(part, 0);
    expect(time).to.match(/^Nov 12, 2026, \d\d:12$/u);
    expect(first.slice(0, 4)).to.deep.equal([
      'Out',
      'Amira Haddad',
      '김민준',
      'Carthage Digital to 한빛거래소',
    ]);
    expect(first.slice(5)).to.deep.equal(['0.4180 BTC', 'Accepted']);
    expect(cellsOf(part, 1).slice(1)).to.deep.equal([
      'In',
      'Ngô Thị Bích',
      '김민준',
      'not known to 한빛거래소',
      '– not given',
      '900.00 USDC',
      'Declined Beneficiary provider did not answer',
    ]);
  });

  it('shows the two ends of a hash, the whole of it in place, and copies the whole', async () => {
    const {part} = await show(inWorld());
    const {tx_hash: hash} = aTravelRuleLog();
    await shows(part, '4f1c9b7e…3b7c4d21');
    const details = oneOf<HTMLDetailsElement>(part, 'details');
    details.querySelector('summary')?.click();
    await waitUntil(() => details.open);
    expect(textOf(details)).to.include(hash ?? 'no hash');
    expect(oneOf<HTMLElement & {value: string}>(part, 'kyc-copy-button').value).to.equal(hash);
  });

  it('keeps a status that nobody knows in its own text', async () => {
    const {part} = await show(withLogs(aTravelRuleLog({status: 'Under discussion'})));
    await shows(part, 'Under discussion');
  });

  for (const width of [360, 700, 1280] as const) {
    it('lets no cell run into another at 320', async () => {
      const {stage, part} = await show(
        withLogs(
          aTravelRuleLog({
            ...declined,
            amount: '123456.12345678',
            status_reason: 'BENEFICIARY_PROVIDER_DID_NOT_ANSWER',
            beneficiary_vasp: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenkasse',
          }),
        ),
        {width: 360},
      );
      stage.style.inlineSize = '320px';
      await shows(part, 'DID_NOT_ANSWER');
      expect(allOf(part, 'tr[data-index]').flatMap(collisionsIn)).to.deep.equal([]);
    });

    it(`is accessible at ${width}`, async () => {
      const {stage, part} = await show(withLogs(aTravelRuleLog(), declined), {width});
      await shows(part, '2 logs');
      await isAccessible(stage);
    });
  }

  it('labels each value where the table has no head', async () => {
    const {part} = await show(inWorld(), {width: 360});
    await shows(part, '2 logs');
    const labelled = [...oneOf(part, 'tr[data-index="0"]').querySelectorAll<HTMLElement>('[data-label]')];
    expect(labelled.map((each) => each.dataset['label'])).to.deep.equal([
      'Originator',
      'Beneficiary',
      'VASPs',
      'Blockchain',
    ]);
    for (const each of labelled) expect(getComputedStyle(each, '::before').content).not.to.equal('none');
  });

  const narrowed = [
    {label: 'Search', value: 'bích', shown: 'Ngô Thị Bích', gone: 'Bitcoin'},
    {label: 'From', value: '2026-11-01', shown: 'Bitcoin', gone: 'Ngô Thị Bích'},
    {label: 'To', value: '2026-11-01', shown: 'Ngô Thị Bích', gone: 'Bitcoin'},
    {label: 'Direction', value: 'in', shown: 'Ngô Thị Bích', gone: 'Bitcoin'},
    {label: 'Status', value: 'ACCEPTED', shown: 'Bitcoin', gone: 'Ngô Thị Bích'},
  ];
  for (const {label, value, shown, gone} of narrowed) {
    it(`is narrowed by ${label}`, async () => {
      const {part} = await show(withLogs(aTravelRuleLog(), declined));
      await shows(part, '2 logs');
      enter(part, label, value);
      await hides(part, gone);
      await shows(part, shown);
      await shows(part, '1 log ');
    });
  }

  it('tells "no match" from "nothing at all"', async () => {
    const {part} = await show(inWorld());
    await shows(part, '2 logs');
    enter(part, 'Search', 'nobody has this name');
    await shows(part, 'No entry fits these filters.');
    oneOf(part, '.void button').click();
    await shows(part, '2 logs');
  });

  it('keeps of 1,200 logs only those in view, and reaches the last', async () => {
    const {part, requests} = await show(withLogs(...someLogs(1200)));
    await shows(part, '1,200 logs');
    const scroller = oneOf(part, '.scroll.window');
    for (let turn = 0; turn < 3; turn++) {
      scroller.scrollTop = scroller.scrollHeight;
      await nextFrame();
    }
    await shows(part, 'Sender 1199');
    expect(allOf(part, '*').length).to.be.lessThan(2000);
    expect(requests.length).to.be.lessThan(8);
  });

  it('says that there is nothing, and offers nothing to filter', async () => {
    const {stage, part} = await show(withLogs());
    await shows(part, 'Transfers between virtual-asset providers appear here.');
    expect(allOf(part, 'form')).to.have.length(0);
    await isAccessible(stage);
  });

  it('shows bones while it loads', async () => {
    const {stage, part} = await show({[path]: silence});
    await shows(part, 'Loading Travel Rule Transaction Logs');
    await isAccessible(stage);
  });

  it('says what failed, and tries again', async () => {
    const {stage, part} = await show({[path]: oneAfterTheOther(refusal(500), listOf(declined))});
    await shows(part, 'Travel Rule Transaction Logs could not be loaded');
    await isAccessible(stage);
    oneOf(part, '.void button').click();
    await shows(part, 'Ngô Thị Bích');
  });

  it('shows neither filters nor rows to whom the server refuses them', async () => {
    const {stage, part} = await show({[path]: refusal(403, 'forbidden')});
    await shows(part, 'You have no access to Travel Rule Transaction Logs');
    expect(allOf(part, 'form, table')).to.have.length(0);
    await isAccessible(stage);
  });

  it('keeps the rows that were read when a refresh fails, and says how old they are', async () => {
    const {stage, part} = await show({[path]: oneAfterTheOther(listOf(declined), refusal(500))});
    await shows(part, 'Ngô Thị Bích');
    await stage.refresh();
    await shows(part, 'Shown as of');
    await shows(part, 'Ngô Thị Bích');
    await isAccessible(stage);
  });
});
