import {expect, nextFrame} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {html} from 'lit';
import {aCustomer, aTransaction} from '../../../demo/server/world/builders.js';
import {someTransactions} from '../../../demo/server/world/small-world.js';
import type {TransactionsSection} from '../../../src/customer-profile/sections/transactions-section.js';
import type {Transaction} from '../../../src/domain/transaction.js';
import {
  allOf,
  buttonNamed,
  hides,
  inWorld,
  isAccessible,
  json,
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
import {misplacedText} from '../../support/text-places.js';
import {waitUntil} from '../../support/until.js';

const path = 'customers/customer-1/transactions';
const summaryPath = `${path}/summary`;
const customer = aCustomer();

const show = (
  answers: Parameters<typeof mount>[0],
  options: MountOptions = {},
): Promise<Mounted<TransactionsSection>> =>
  mount(
    answers,
    () => html`<kyc-transactions-section .customer=${customer}></kyc-transactions-section>`,
    options,
  );

const withTransactions = (transactions: readonly Transaction[]) => inWorld({transactions});

const cellsOf = (root: Node, row: number): readonly string[] =>
  [...oneOf(root, `tr[data-index="${row}"]`).children].map((cell) => textOf(cell));
const column = (root: Node, index: number): readonly string[] =>
  allOf(root, 'tr[data-index]').map((row) => textOf(row.children[index]!));
const scroller = (root: Node): HTMLElement => oneOf(root, '.scroll.window');

/** The rows that can be seen, each with where it stands in the frame. Rows kept ready beyond it come and go. */
function rowsInView(root: Node): readonly string[] {
  const frame = scroller(root).getBoundingClientRect();
  return allOf(root, 'tr[data-index]').flatMap((row) => {
    const {top, bottom} = row.getBoundingClientRect();
    if (bottom <= frame.top || top >= frame.bottom) return [];
    return [`${textOf(row.children[1]!)} at ${Math.round(top - frame.top)}`];
  });
}

/** The rows that can be seen, as soon as three frames in a row show the same: their heights are measured when they come. */
async function rowsAtRest(root: Node): Promise<readonly string[]> {
  let [rows, calm] = [rowsInView(root), 0];
  await waitUntil(async () => {
    await nextFrame();
    const now = rowsInView(root);
    calm = now.join() === rows.join() ? calm + 1 : 0;
    rows = now;
    return calm >= 3;
  }, 'the rows do not come to rest');
  return rows;
}

/** A field of the filter bar, by its label. */
function field<E extends HTMLInputElement | HTMLSelectElement>(root: Node, label: string): E {
  const found = allOf(root, 'label').find((each) => textOf(each.querySelector('span')!) === label);
  return found!.querySelector<E>('input, select')!;
}

function choose(root: Node, label: string, value: string): void {
  const select = field<HTMLSelectElement>(root, label);
  select.value = value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
}

function type(root: Node, label: string, value: string): void {
  const input = field<HTMLInputElement>(root, label);
  input.value = value;
  input.dispatchEvent(new Event(input.type === 'date' ? 'change' : 'input', {bubbles: true}));
}

const listRequests = (requests: readonly string[]): readonly URLSearchParams[] =>
  requests
    .filter((each) => each.startsWith(`GET ${path}?`))
    .map((each) => new URLSearchParams(each.slice(each.indexOf('?'))));

describe('<kyc-transactions-section>', () => {
  describe('ready', () => {
    it('is a region named by its heading', async () => {
      const {part} = await show(inWorld());
      const heading = oneOf(part, 'section > header > :is(h1, h2, h3, h4, h5, h6)');
      expect(heading.textContent).to.equal('Transactions');
      expect(oneOf(part, 'section').getAttribute('aria-labelledby')).to.equal(heading.id);
    });

    it('shows of each transaction the time, who, which way, how much, status, risk and rules', async () => {
      const {part} = await show(
        withTransactions([
          aTransaction({at: '2026-11-12T08:58:00Z'}),
          aTransaction({
            id: 'transaction-2',
            at: '2026-11-11T17:31:00Z',
            direction: 'in',
            amount: '12640.5',
            status: 'COMPLETED',
            risk_score: 24,
            rules: [],
            counterparty: null,
          }),
        ]),
      );
      await shows(part, 'ООО «Северный Ветер»');
      const [time, ...first] = cellsOf(part, 0);
      expect(time).to.match(/^Nov 12, 2026, \d\d:58$/u);
      expect(first).to.deep.equal([
        'ООО «Северный Ветер»',
        'Out',
        '−48,200.00 EUR',
        'Held',
        '82 High',
        'Large for this customer New country',
      ]);
      expect(cellsOf(part, 1).slice(1)).to.deep.equal([
        '– not given',
        'In',
        '+12,640.50 EUR',
        'Completed',
        '24 Low',
        '– no rules',
      ]);
    });

    it('keeps every digit of an amount, a status that nobody knows, and a missing risk', async () => {
      const {part} = await show(
        withTransactions([
          aTransaction({
            amount: '123456789012345678.123456789',
            currency: 'ETH',
            status: 'PARKED',
            direction: 'unknown',
            risk_score: null,
            risk_level: null,
          }),
        ]),
      );
      await shows(part, 'PARKED');
      expect(cellsOf(part, 0).slice(2, 6)).to.deep.equal([
        'Not known',
        '123,456,789,012,345,678.123456789 ETH',
        'PARKED',
        '– not given',
      ]);
    });

    it('says how many there are, how many triggered a rule, and which are in view', async () => {
      const {part} = await show(withTransactions(someTransactions(1284)));
      await shows(part, '1,284 transactions, newest first');
      await shows(part, '143 with a rule');
      await shows(part, 'Rows 1–12 of 1,284');
    });

    it('starts with the newest', async () => {
      const {part, requests} = await show(inWorld());
      await shows(part, '120 transactions');
      const [first] = listRequests(requests);
      expect(first?.get('sort')).to.equal('at');
      expect(first?.get('order')).to.equal('desc');
      const times = allOf<HTMLTimeElement>(part, 'tbody time').map(({dateTime}) => dateTime);
      expect(times).to.deep.equal([...times].sort().reverse());
    });

    it('says in its place that a row could not be read, and counts it', async () => {
      const {part} = await show({
        [path]: listOf(aTransaction(), {id: 'broken'}),
        [summaryPath]: {buckets: []},
      });
      await shows(part, '1 row could not be read and is left out.');
      expect(cellsOf(part, 1)).to.deep.equal(['This row could not be read']);
    });

    for (const theme of ['light', 'dark'] as const) {
      for (const width of [360, 700, 1280] as const) {
        it(`is accessible at ${width}, ${theme}`, async () => {
          const {stage, part} = await show(inWorld(), {width, theme});
          await shows(part, '120 transactions');
          await shows(part, 'Per month');
          await isAccessible(stage);
        });
      }
    }

    for (const locale of ['en', 'ar'] as const) {
      it(`lets no cell run into another at 320, ${locale}`, async () => {
        const counterparties = [
          'Γενική Εταιρεία Εισαγωγών και Εξαγωγών Ανατολικής Μεσογείου',
          'شركة الاستيراد والتصدير العالمية المحدودة',
          'Donaudampfschifffahrtsgesellschaftskapitänswitwenkasse',
        ];
        const {stage, part} = await show(
          withTransactions(
            counterparties.map((counterparty, at) =>
              aTransaction({
                id: `transaction-${at}`,
                counterparty,
                at: `2026-12-2${9 - at}T20:58:00Z`,
                rules: ['LARGE_FOR_THIS_CUSTOMER_AND_TO_A_NEW_COUNTRY'],
              }),
            ),
          ),
          {width: 360, locale},
        );
        stage.style.inlineSize = '320px';
        for (const each of counterparties) await shows(part, each);
        expect(allOf(part, 'tr[data-index]').flatMap(collisionsIn)).to.deep.equal([]);
      });
    }

    it('is accessible in Arabic, and its words are', async () => {
      const {stage, part} = await show(inWorld(), {locale: 'ar'});
      await shows(part, 'المعاملات');
      await waitUntil(() => allOf(part, 'tbody time').length > 0);
      await isAccessible(stage);
      expect(getComputedStyle(scroller(part)).direction).to.equal('rtl');
    });
  });

  it('needs no scrolling to the side where a sum has ten digits and the screen is small', async () => {
    const large = {amount: '1234567890.12', currency: 'EUR'};
    const {stage, part} = await show(withTransactions([aTransaction(large)]), {locale: 'ar'});
    stage.removeAttribute('data-width');
    stage.style.setProperty('inline-size', '320px');
    await waitUntil(() => allOf(part, 'tr[data-index] .amount').length === 1);
    expect(misplacedText(stage)).to.deep.equal([]);
    expect(stage.scrollWidth).to.be.at.most(320);
    const digits = document.createRange();
    digits.selectNodeContents(oneOf(part, 'tr[data-index] .amount > bdi'));
    expect([...digits.getClientRects()]).to.have.lengthOf(1);
  });

  describe('sorting', () => {
    const pressed = [
      {says: 'amount, highest first', presses: ['Amount'], sort: 'amount', order: 'desc'},
      {says: 'amount, lowest first', presses: ['Amount', 'Amount'], sort: 'amount', order: 'asc'},
      {says: 'risk, highest first', presses: ['Risk'], sort: 'risk_score', order: 'desc'},
      {says: 'time, oldest first', presses: ['Time'], sort: 'at', order: 'asc'},
    ] as const;
    for (const {says, presses, sort, order} of pressed) {
      it(`by ${says}, is a press on the head`, async () => {
        const {part, requests} = await show(inWorld());
        await shows(part, '120 transactions');
        for (const each of presses) {
          await waitUntil(() => allOf(part, 'th button').length > 0);
          buttonNamed(part, each).click();
          await part.updateComplete;
        }
        await waitUntil(() => {
          const last = listRequests(requests).at(-1);
          return last?.get('sort') === sort && last.get('order') === order;
        });
        await waitUntil(() => allOf(part, 'tbody time').length > 0);
        const sorted = allOf(part, 'th[aria-sort]').map((each) => each.getAttribute('aria-sort'));
        expect(sorted.filter((each) => each !== 'none')).to.deep.equal([
          order === 'desc' ? 'descending' : 'ascending',
        ]);
      });
    }

    it('leaves the focus on the head that was pressed, to press it again', async () => {
      const {part} = await show(inWorld());
      await shows(part, '120 transactions');
      const head = buttonNamed(part, 'Amount');
      head.focus();
      for (const order of ['descending', 'ascending']) {
        await sendKeys({press: 'Enter'});
        await waitUntil(() => head.closest('th')?.getAttribute('aria-sort') === order);
        await waitUntil(() => allOf(part, 'tbody time').length > 0);
        await nextFrame();
        expect(part.shadowRoot?.activeElement === head).to.equal(true);
      }
    });

    it('starts at the first row again, wherever the reviewer was', async () => {
      const {part} = await show(withTransactions(someTransactions(2000)));
      await shows(part, '2,000 transactions');
      scroller(part).scrollTop = 40_000;
      await shows(part, 'Rows 1,1');
      await waitUntil(() => allOf(part, 'tbody time').length > 5);
      buttonNamed(part, 'Amount').click();
      await shows(part, 'Rows 1–12 of 2,000');
      await waitUntil(() => allOf(part, 'tr[data-index="0"] time').length === 1);
      expect(scroller(part).scrollTop).to.equal(0);
    });

    it('is a choice in narrow containers, where the table has no head', async () => {
      const {part, requests} = await show(inWorld(), {width: 360});
      await shows(part, '120 transactions');
      expect(allOf(part, 'thead').every((each) => getComputedStyle(each).display === 'none')).to.equal(true);
      choose(part, 'Sort by', 'risk_score desc');
      await waitUntil(() => listRequests(requests).at(-1)?.get('sort') === 'risk_score');
      await waitUntil(() => {
        const scores = column(part, 5).map((each) => parseInt(each));
        return scores.length > 3 && scores.every((each, at) => each <= (scores[at - 1] ?? 100));
      });
      expect(oneOf(part, 'select option[value="risk_score desc"]')).to.have.property('selected', true);
    });

    it('says no longer "newest first" in another order', async () => {
      const {part} = await show(inWorld());
      await shows(part, '120 transactions, newest first');
      buttonNamed(part, 'Risk').click();
      await hides(part, 'newest first');
      await shows(part, '120 transactions');
    });
  });

  describe('filters', () => {
    it('search what was typed, once, when the reviewer pauses', async () => {
      const {part, requests} = await show(inWorld());
      await shows(part, '120 transactions');
      for (const text of ['w', 'we', 'weaver']) type(part, 'Search', text);
      await waitUntil(
        () => column(part, 1).length > 0 && column(part, 1).every((each) => each.includes('Weaver')),
      );
      expect(listRequests(requests).map((each) => each.get('q'))).to.deep.equal([null, 'weaver']);
    });

    const narrowed = [
      {label: 'Direction', value: 'in', index: 2, is: 'In'},
      {label: 'Status', value: 'HELD', index: 4, is: 'Held'},
    ];
    for (const {label, value, index, is} of narrowed) {
      it(`narrow by ${label}`, async () => {
        const {part} = await show(inWorld());
        await shows(part, '120 transactions');
        choose(part, label, value);
        await waitUntil(
          () => column(part, index).length > 0 && column(part, index).every((each) => each === is),
        );
        await hides(part, '120 transactions');
      });
    }

    it('narrow by a range of days, both included, the chart with the list', async () => {
      const {part, requests} = await show(inWorld());
      await shows(part, '120 transactions');
      type(part, 'From', '2026-11-18');
      type(part, 'To', '2026-11-19');
      await hides(part, '120 transactions');
      await waitUntil(() => allOf(part, 'tbody time').length > 0);
      const days = allOf<HTMLTimeElement>(part, 'tbody time').map(({dateTime}) => dateTime.slice(0, 10));
      expect(new Set(days)).to.deep.equal(new Set(['2026-11-19', '2026-11-18']));
      await shows(part, 'Per day');
      const summaries = requests.filter((each) => each.startsWith(`GET ${summaryPath}?`));
      expect(summaries.at(-1)).to.equal(`GET ${summaryPath}?from=2026-11-18&to=2026-11-19&bucket=day`);
    });

    it('say so when the days are the wrong way round, and ask for nothing', async () => {
      const {stage, part, requests} = await show(inWorld());
      await shows(part, '120 transactions');
      type(part, 'From', '2026-11-19');
      type(part, 'To', '2026-11-18');
      await shows(part, '“From” lies after “To”.');
      expect(field(part, 'From').getAttribute('aria-invalid')).to.equal('true');
      await isAccessible(stage);
      choose(part, 'Direction', 'in');
      await part.updateComplete;
      expect(listRequests(requests)).to.have.length(1);
    });

    it('stay as they are when the list is refreshed', async () => {
      const {stage, part, requests} = await show(inWorld());
      await shows(part, '120 transactions');
      choose(part, 'Direction', 'in');
      await hides(part, '120 transactions');
      await waitUntil(() => allOf(part, 'tbody time').length > 0);
      await stage.refresh();
      expect(field<HTMLSelectElement>(part, 'Direction').value).to.equal('in');
      expect(listRequests(requests).at(-1)?.get('direction')).to.equal('in');
    });

    it('are forgotten when another customer is shown', async () => {
      let shown = customer;
      const {stage, part, requests} = await mount<TransactionsSection>(
        inWorld({}, {['customers/customer-2/transactions']: listOf(aTransaction())}),
        () => html`<kyc-transactions-section .customer=${shown}></kyc-transactions-section>`,
      );
      await shows(part, '120 transactions');
      type(part, 'Search', 'weaver');
      await hides(part, '120 transactions');
      shown = aCustomer({id: 'customer-2'});
      stage.requestUpdate();
      await waitUntil(() => requests.some((each) => each.includes('customers/customer-2/transactions?')));
      await waitUntil(() => field<HTMLInputElement>(part, 'Search').value === '');
      expect(requests.filter((each) => each.includes('customer-2')).join()).not.to.include('weaver');
    });

    it('tell "no match" from "nothing at all", and are cleared by a button', async () => {
      const {stage, part} = await show(inWorld());
      await shows(part, '120 transactions');
      type(part, 'Search', 'nobody has this name');
      await shows(part, 'No entry fits these filters.');
      expect(textOf(part)).not.to.include('Monitored transactions of this customer');
      await isAccessible(stage);
      allOf<HTMLButtonElement>(part, '.void button')[0]?.click();
      await shows(part, '120 transactions');
      expect(field<HTMLInputElement>(part, 'Search').value).to.equal('');
    });

    it('keep the focus in the field when what found nothing is taken back', async () => {
      const {part} = await show(inWorld());
      await shows(part, '120 transactions');
      const search = field<HTMLInputElement>(part, 'Search');
      search.focus();
      await sendKeys({type: 'Zz'});
      await shows(part, 'Nothing found');
      for (const left of ['Z', '']) {
        await sendKeys({press: 'Backspace'});
        expect(search.value).to.equal(left);
        await part.updateComplete;
        expect(part.shadowRoot?.activeElement === search).to.equal(true);
      }
      await shows(part, '120 transactions');
      expect(part.shadowRoot?.activeElement === search).to.equal(true);
    });

    it('keep the focus in the field while the list comes', async () => {
      const {part} = await show(inWorld());
      await shows(part, '120 transactions');
      const search = field<HTMLInputElement>(part, 'Search');
      search.focus();
      await sendKeys({type: 'weaver'});
      await waitUntil(
        () => column(part, 1).length > 0 && column(part, 1).every((each) => each.includes('Weaver')),
      );
      expect(part.shadowRoot?.activeElement === search).to.equal(true);
      expect(search.value).to.equal('weaver');
    });
  });

  describe('100,000 rows', () => {
    const many = someTransactions(100_000);

    it('are a table of which only what is in view exists', async () => {
      const {part, requests} = await show(withTransactions(many));
      await shows(part, '100,000 transactions');
      expect(oneOf(part, 'table').getAttribute('aria-rowcount')).to.equal('100001');
      for (const share of [0.25, 0.5, 1]) {
        scroller(part).scrollTop = scroller(part).scrollHeight * share;
        await nextFrame();
      }
      await shows(part, 'of 100,000');
      await waitUntil(() => allOf(part, 'tr[data-index="99999"] time').length === 1);
      expect(allOf(part, '*').length).to.be.lessThan(2000);
      expect(listRequests(requests).length).to.be.lessThan(10);
      expect(listRequests(requests).at(-1)?.get('offset')).to.equal('99900');
    });

    it('are scrolled by keyboard', async () => {
      const {part} = await show(withTransactions(many));
      await shows(part, '100,000 transactions');
      scroller(part).focus();
      await sendKeys({press: 'PageDown'});
      await waitUntil(() => scroller(part).scrollTop > 200);
      await sendKeys({press: 'End'});
      await waitUntil(
        () => allOf(part, 'tr[data-index="99999"]').length === 1,
        'the last row is not reached',
      );
    });
  });

  describe('a list that grows while it is read', () => {
    const rows = (count: number) =>
      Array.from({length: 300}, (_, at) =>
        aTransaction({id: `t-${count}-${at}`, counterparty: `Row ${count}.${at}`}),
      );
    const growing = () => {
      let total = 300;
      return {
        grow: () => (total += 2),
        [path]: ({url}: Request) => {
          const offset = Number(new URL(url).searchParams.get('offset'));
          return json({items: rows(total).slice(offset, offset + 100), total, next_cursor: null});
        },
        [summaryPath]: {buckets: []},
      };
    };

    it('keeps its rows in place and says that more have come', async () => {
      const {grow, ...answers} = growing();
      const {stage, part} = await show(answers);
      await shows(part, 'Row 300.0');
      scroller(part).scrollTop = 4000;
      await shows(part, 'Row 300.115');
      const before = await rowsAtRest(part);
      grow();
      stage.scope?.session?.resources.invalidate([path]);
      await shows(part, 'The list has changed by 2 entries.');
      expect(await rowsAtRest(part)).to.deep.equal(before);
      await isAccessible(stage);
      buttonNamed(part, 'Show changes').click();
      await shows(part, 'Row 302.115');
      await hides(part, 'The list has changed');
      expect(scroller(part).scrollTop).to.be.closeTo(4000, 2);
    });
  });

  describe('the chart', () => {
    const chartOf = (root: Node): SVGElement => oneOf<SVGElement>(root, 'svg[role="img"]');

    it('is a picture with a sentence as its name', async () => {
      const {part} = await show(inWorld());
      await shows(part, 'Per month, EUR');
      expect(chartOf(part).getAttribute('aria-label')).to.equal(
        'Money in and out, Oct 2026 to Nov 2026, in EUR. ' +
          'Rules were triggered in 2 stretches of time: Oct 2026 and Nov 2026.',
      );
      const [bars] = allOf(part, '.months');
      expect(bars?.getAttribute('aria-hidden')).to.equal('true');
    });

    it('shows one currency at a time, and another when it is chosen', async () => {
      const {part} = await show(inWorld());
      await shows(part, 'Per month, EUR');
      const select = oneOf<HTMLSelectElement>(part, 'select[aria-label="Currency"]');
      expect([...select.options].map(({value}) => value)).to.deep.equal(['EUR', 'USD']);
      select.value = 'USD';
      select.dispatchEvent(new Event('change', {bubbles: true}));
      await shows(part, 'Per month, USD');
      expect(chartOf(part).getAttribute('aria-label')).to.include('in USD');
    });

    it('offers no choice where there is one currency', async () => {
      const {part} = await show(withTransactions([aTransaction()]));
      await shows(part, 'Per month, EUR');
      expect(allOf(part, 'select[aria-label="Currency"]')).to.have.length(0);
    });

    it('is asked for once, though the header counts from it too', async () => {
      const {part, requests} = await show(inWorld());
      await shows(part, '14 with a rule');
      await shows(part, 'Per month');
      expect(requests.filter((each) => each.startsWith(`GET ${summaryPath}`))).to.have.length(1);
    });

    it('fails by itself, and the list is there', async () => {
      const {stage, part} = await show(
        inWorld({}, {[summaryPath]: oneAfterTheOther(refusal(500), {buckets: []})}),
      );
      await shows(part, 'Chart over time could not be loaded');
      await shows(part, '120 transactions');
      await isAccessible(stage);
      oneOf(oneOf(part, 'kyc-transaction-chart'), 'button').click();
      await shows(part, 'Nothing to draw for this time');
    });
  });

  describe('without rows', () => {
    it('says that there is nothing, and offers nothing to filter', async () => {
      const {stage, part} = await show(withTransactions([]));
      await shows(part, 'Monitored transactions of this customer appear here.');
      expect(allOf(part, 'form, kyc-transaction-chart')).to.have.length(0);
      await isAccessible(stage);
    });

    it('shows bones while it loads', async () => {
      const {stage, part} = await show({[path]: silence, [summaryPath]: silence});
      await shows(part, 'Loading Transactions');
      expect(allOf(part, '[aria-busy="true"]').length).to.be.greaterThan(0);
      await isAccessible(stage);
    });

    it('says what failed, with the number of the request, and tries again', async () => {
      const {stage, part} = await show(
        inWorld({}, {[`${path}`]: oneAfterTheOther(refusal(500), listOf(aTransaction()))}),
      );
      await shows(part, 'Transactions could not be loaded');
      await shows(part, 'req-7f31');
      await isAccessible(stage);
      buttonNamed(part, 'Try again: Transactions').click();
      await shows(part, 'ООО «Северный Ветер»');
    });

    it('shows neither filters nor rows to whom the server refuses them', async () => {
      const {stage, part} = await show({
        [path]: refusal(403, 'forbidden'),
        [summaryPath]: refusal(403, 'forbidden'),
      });
      await shows(part, 'You have no access to Transactions');
      expect(allOf(part, 'form, table')).to.have.length(0);
      await isAccessible(stage);
    });

    it('keeps the rows that were read when a refresh fails, and says how old they are', async () => {
      const {stage, part} = await show(
        inWorld({}, {[path]: oneAfterTheOther(listOf(aTransaction()), refusal(500), listOf(aTransaction()))}),
      );
      await shows(part, 'ООО «Северный Ветер»');
      await stage.refresh();
      await shows(part, 'Shown as of');
      expect(cellsOf(part, 0)[1]).to.equal('ООО «Северный Ветер»');
      await isAccessible(stage);
      oneOf(part, '.notice button').click();
      await hides(part, 'Shown as of');
    });

    it('withdraws the rows at once when a refresh is refused', async () => {
      const {stage, part} = await show(
        inWorld({}, {[path]: oneAfterTheOther(listOf(aTransaction()), refusal(403, 'forbidden'))}),
      );
      await shows(part, 'ООО «Северный Ветер»');
      await stage.refresh();
      await shows(part, 'You have no access to Transactions');
      expect(textOf(part)).not.to.include('Северный');
    });
  });
});
