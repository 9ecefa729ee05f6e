import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {customerStatuses, risks, ruleStatuses} from '../../src/domain/customer.js';
import {amlStatuses, judgementOutcomes} from '../../src/domain/aml.js';
import {validationOutcomes} from '../../src/domain/document.js';
import {directions, transactionStatuses} from '../../src/domain/transaction.js';
import {travelRuleStatuses} from '../../src/domain/travel-rule.js';
import {callStatuses} from '../../src/domain/video-call.js';
import {
  renderDirection,
  renderMark,
  renderPill,
  renderRisk,
  renderTag,
  statusOf,
  statusTables,
  statusWords,
  type Status,
  type StatusTable,
} from '../../src/ui/status.js';
import {wordsFor} from '../../src/words/words.js';
import '../support/arabic.js';
import {isAccessible, textOf} from '../support/harness.js';
import {lay} from './board.js';

const en = wordsFor('en');
const said = (table: StatusTable, value: string | boolean | null): string => {
  const status = statusOf(table, value);
  return `${status.tone} · ${status.icon} · ${statusWords(status, en)}`;
};

describe('statusOf', () => {
  const cases = [
    ['customer', 'PENDING_REVIEW', 'caution · waiting · Pending review'],
    ['customer', 'BLACKLISTED', 'negative · barred · Blacklisted'],
    ['risk', 'VERY_HIGH', 'negative · risk-mark · Very high risk'],
    ['kyc', 'pending', 'caution · waiting · Pending'],
    ['amlLabel', 'created', 'neutral · not-started · Created'],
    ['verified', false, 'neutral · not-started · Not verified'],
    ['enabled', false, 'neutral · inactive · Disabled'],
    ['enabled', null, 'neutral · unknown · Not known'],
    ['step', 'AUTOMATICALLY_REJECTED', 'negative · rejected · Rejected by machine'],
    ['document', null, 'info · running · Processing'],
    ['document', true, 'positive · approved · Approved'],
    ['document', false, 'negative · rejected · Rejected'],
    ['validation', 'warn', 'caution · attention · Doubtful'],
    ['aml', 'records_found', 'negative · attention · Records found'],
    ['amlOverride', true, 'info · overridden · Approved by hand'],
    ['judgement', 'none', 'caution · attention · Not judged'],
    ['judgement', 'unsure', 'caution · unknown · Can’t tell'],
    ['screening', 'failed', 'negative · attention · Failed'],
    ['call', 'COMPLETE', 'neutral · call · Complete'],
    ['call', 'bad quality', 'caution · attention · Bad quality'],
    ['transaction', 'Held', 'caution · waiting · Held'],
    ['travelRule', 'sent', 'info · running · Sent'],
    ['verification', 'canceled', 'neutral · canceled · Canceled'],
    ['proximity', 'diverged', 'caution · place · Diverged'],
    ['liveness', 'unknown', 'neutral · unknown · Not known'],
    ['agreement', 'nearly', 'caution · close · Nearly'],
    ['agreement', 'not-declared', 'neutral · absent · Not declared'],
    ['connection', 'degraded', 'caution · offline · Updated every minute'],
  ] as const;
  for (const [table, value, shown] of cases) {
    it(`shows ${table} ${value} as ${shown}`, () => expect(said(table, value)).to.equal(shown));
  }

  it('has a row for every value that the domain lists', () => {
    const listed: readonly (readonly [StatusTable, readonly string[]])[] = [
      ['customer', customerStatuses],
      ['risk', risks],
      ['step', ruleStatuses],
      ['aml', amlStatuses],
      ['judgement', judgementOutcomes],
      ['validation', validationOutcomes],
      ['call', callStatuses],
      ['transaction', transactionStatuses],
      ['travelRule', travelRuleStatuses],
      ['direction', directions],
    ];
    for (const [table, values] of listed) {
      for (const value of values)
        expect(statusOf(table, value), `${table} ${value}`).to.have.property('word');
    }
  });

  for (const value of ['FROZEN', 'constructor', '__proto__', 'toString', '<b>x</b>', '']) {
    it(`XS-15 shows an unknown value "${value}" neutrally, in its own text`, () => {
      expect(statusOf('customer', value)).to.deep.equal({tone: 'neutral', icon: 'unknown', text: value});
    });
  }
});

describe('pills, tags and marks', () => {
  const all = Object.keys(statusTables) as StatusTable[];
  const everything = () =>
    all.map((table) =>
      Object.values<Status>(statusTables[table]).map(
        (status) =>
          html`<p>${renderPill(status, en, 2)} ${renderTag(status, en, 2)} ${renderMark(status, en)}</p>`,
      ),
    );

  for (const theme of ['light', 'dark'] as const) {
    it(`AX-01 are accessible in the ${theme} theme`, async () => {
      const board = await lay(everything, {theme});
      await isAccessible(board);
    });
  }

  it('say a word beside every icon, in both languages', async () => {
    for (const words of [en, wordsFor('ar')]) {
      const board = await lay(() =>
        all.map((table) =>
          Object.values<Status>(statusTables[table]).map((status) => renderTag(status, words, 2)),
        ),
      );
      const tags = board.shadowRoot!.querySelectorAll('.tag');
      expect(tags.length).to.be.greaterThan(80);
      for (const tag of tags) {
        expect(textOf(tag)).not.to.equal('');
        expect(tag.querySelector('svg')!.childElementCount).to.be.greaterThan(0);
      }
    }
  });

  it('isolate the text of a value that nobody knows', async () => {
    const board = await lay(() => renderPill(statusOf('customer', 'مجمّد'), en));
    expect(board.shadowRoot!.querySelector('.pill bdi')!.textContent).to.equal('مجمّد');
  });

  it('write a risk with number and word, and show no bar for a score that is missing', async () => {
    const board = await lay(() => [renderRisk(82, en), renderRisk(null, en)]);
    expect(textOf(board)).to.equal('82 High – not given');
    expect(board.shadowRoot!.querySelectorAll('svg')).to.have.lengthOf(1);
  });

  it('mirror arrows that point along the text, and nothing else', async () => {
    const board = await lay(
      () => [renderDirection('out', en), renderPill(statusOf('customer', 'APPROVED'), en)],
      {
        direction: 'rtl',
      },
    );
    const [arrow, check] = [...board.shadowRoot!.querySelectorAll('svg')].map(
      (icon) => getComputedStyle(icon).transform,
    );
    expect(arrow).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
    expect(check).to.equal('none');
  });
});
