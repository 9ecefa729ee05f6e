import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import '../../src/define/score-gauge.js';
import type {ScoreGauge} from '../../src/score-gauge/score-gauge.js';
import {defaultWeights} from '../../src/domain/score.js';
import {isAccessible, oneOf, textOf} from '../support/harness.js';
import {waitUntil} from '../support/until.js';

type Given = Partial<
  Pick<
    ScoreGauge,
    'value' | 'max' | 'bands' | 'label' | 'deductions' | 'documents' | 'locale' | 'theme' | 'strings'
  >
>;

async function gauge(given: Given = {}): Promise<ScoreGauge> {
  const shown = await fixture<ScoreGauge>(html`<score-gauge></score-gauge>`);
  Object.assign(shown, {locale: 'en', ...given});
  await shown.updateComplete;
  return shown;
}

const meterOf = (shown: ScoreGauge) => oneOf(shown, '[role=meter]');
const said = (shown: ScoreGauge) => meterOf(shown).getAttribute('aria-valuetext');
/** How many pixels of the dial are filled. */
const filled = (shown: ScoreGauge): number =>
  [...(shown.shadowRoot?.querySelectorAll<SVGPathElement>('path.fill') ?? [])].reduce(
    (sum, each) => sum + each.getTotalLength(),
    0,
  );
const track = (shown: ScoreGauge): number =>
  [...(shown.shadowRoot?.querySelectorAll<SVGPathElement>('path.track') ?? [])].reduce(
    (sum, each) => sum + each.getTotalLength(),
    0,
  );

const deductionsOf = (...kinds: readonly (keyof typeof defaultWeights)[]) =>
  kinds.map((kind) => ({document_id: 'd1', kind, weight: defaultWeights[kind]}));
const allSix = deductionsOf('face', 'name', 'dob', 'address', 'gender', 'nationality');

describe('<score-gauge>', () => {
  const vectors = [
    {
      says: 'one document, no mismatch',
      raws: [100],
      value: 100,
      band: 'Good',
      text: '100 of 100, good. For information only.',
    },
    {
      says: 'one document, address',
      raws: [90],
      value: 90,
      band: 'Good',
      text: '90 of 100, good. For information only.',
    },
    {
      says: 'one document, face',
      raws: [50],
      value: 50,
      band: 'Fair',
      text: '50 of 100, fair. For information only.',
    },
    {
      says: 'one document, name and date of birth',
      raws: [50],
      value: 50,
      band: 'Fair',
      text: '50 of 100, fair. For information only.',
    },
    {
      says: 'one document, all six',
      raws: [-20],
      value: -20,
      band: 'Poor',
      text: '0 of 100, poor. Computed minus 20. For information only.',
    },
    {
      says: 'two documents, clean and gender',
      raws: [100, 95],
      value: 195,
      band: 'Good',
      text: '195 of 200, good. For information only.',
    },
    {
      says: 'two documents, all six and clean',
      raws: [-20, 100],
      value: 80,
      band: 'Poor',
      text: '80 of 200, poor. For information only.',
    },
  ] as const;
  for (const {says, raws, value, band, text} of vectors) {
    it(says, async () => {
      const documents = raws.map((raw, at) => ({document_id: `d${at}`, raw}));
      const shown = await gauge({value, documents});
      const maximum = 100 * raws.length;
      const clipped = Math.max(0, value);
      const meter = meterOf(shown);
      expect(said(shown)).to.equal(text);
      expect(meter.getAttribute('aria-valuemin')).to.equal('0');
      expect(meter.getAttribute('aria-valuemax')).to.equal(String(maximum));
      expect(meter.getAttribute('aria-valuenow')).to.equal(String(clipped));
      expect(oneOf(shown, '.said .strong').textContent).to.equal(band);
      expect(textOf(oneOf(shown, '.value'))).to.equal(String(clipped));
      expect(shown.shadowRoot?.querySelectorAll('path.track')).to.have.length(raws.length);
      expect(filled(shown) / track(shown)).to.be.closeTo(clipped / maximum, 0.002);
    });
  }

  it('no document: no score, which is not zero', async () => {
    const shown = await gauge({documents: []});
    expect(said(shown)).to.equal('No score yet. For information only.');
    expect(textOf(oneOf(shown, '.value'))).to.equal('\u2013');
    expect(textOf(shown)).to.contain('No score').and.contain('No document was scored yet');
    expect(filled(shown)).to.equal(0);
    expect(oneOf(shown, 'path.none').getAttribute('stroke-dasharray')).to.equal('3 4');
  });

  for (const value of [undefined, null, '', ' ', 'ninety', NaN, Infinity, -Infinity, 'Infinity', 'NaN']) {
    it(`${JSON.stringify(value)} (${String(value)}) is no score`, async () => {
      expect(said(await gauge({value}))).to.equal('No score yet. For information only.');
    });
  }

  const numbers = [
    {given: {value: '90'}, text: '90 of 100, good. For information only.'},
    {given: {value: 0}, text: '0 of 100, poor. For information only.'},
    {given: {value: '0'}, text: '0 of 100, poor. For information only.'},
    {given: {value: 140}, text: '100 of 100, good. Computed 140. For information only.'},
    {given: {value: -5}, text: '0 of 100, poor. Computed minus 5. For information only.'},
    {given: {value: 150, max: '300'}, text: '150 of 300, fair. For information only.'},
    {given: {value: 50, max: 0}, text: '50 of 100, fair. For information only.'},
    {given: {value: 50, max: 'many'}, text: '50 of 100, fair. For information only.'},
    {given: {value: 50, max: -100}, text: '50 of 100, fair. For information only.'},
    {given: {value: 66.6666}, text: '66.7 of 100, fair. For information only.'},
    {given: {value: 85, bands: '90 60'}, text: '85 of 100, fair. For information only.'},
    {given: {value: 85, bands: 'high low'}, text: '85 of 100, good. For information only.'},
    {given: {value: 1234, max: 2000}, text: '1,234 of 2,000, fair. For information only.'},
  ];
  for (const {given, text} of numbers) {
    it(`${JSON.stringify(given)}: ${text}`, async () => expect(said(await gauge(given))).to.equal(text));
  }

  it('attributes do the same', async () => {
    const shown = await fixture<ScoreGauge>(
      html`<score-gauge value="160" max="200" bands="90 60" label="Total" locale="en"></score-gauge>`,
    );
    expect(said(shown)).to.equal('160 of 200, fair. For information only.');
    expect(meterOf(shown).getAttribute('aria-label')).to.equal('Total');
    shown.removeAttribute('value');
    await shown.updateComplete;
    expect(said(shown)).to.equal('No score yet. For information only.');
  });

  it('a clipped score says what was computed', async () => {
    expect(textOf(await gauge({value: -20}))).to.contain('Computed \u221220 , shown as 0');
  });

  it('says that it decides nothing, also where there is no score', async () => {
    for (const value of [90, undefined])
      expect(textOf(await gauge({value}))).to.contain('For information. The score decides nothing.');
  });

  it('names the documents that it adds up', async () => {
    const documents = [
      {document_id: 'd1', label: 'Passport', raw: 100},
      {document_id: 'd2', label: 'Driving licence', raw: 95},
    ];
    const shown = await gauge({value: 195, max: 200, documents});
    expect(textOf(shown)).to.contain('2 documents: Passport 100 and Driving licence 95');
  });

  it('explains itself: what each mismatch cost, and the score without it', async () => {
    const shown = await gauge({value: 65, deductions: deductionsOf('dob', 'address')});
    const rows = [...oneOf(shown, '.deductions').children].map((each) => textOf(each));
    expect(rows).to.deep.equal([
      '\u221225 Date of birth differs without this: 90',
      '\u221210 Address differs without this: 75',
      '65 of 100',
    ]);
  });

  it('all six at once: clipped last, so that two small ones alone would change nothing', async () => {
    const shown = await gauge({value: -20, deductions: allSix});
    const rows = [...oneOf(shown, '.deductions').children].map((each) => textOf(each));
    expect(rows.at(0)).to.equal('\u221250 Face differs without this: 30');
    expect(rows.at(4)).to.equal('\u22125 Gender differs without this: 0');
    expect(rows.at(-1)).to.equal('\u221220 computed; shown as 0');
  });

  it('says of which document a deduction is where there are several', async () => {
    const shown = await gauge({
      value: 175,
      documents: [
        {document_id: 'd1', label: 'Passport', raw: 75},
        {document_id: 'd2', label: 'Licence', raw: 100},
      ],
      deductions: deductionsOf('name'),
    });
    expect(textOf(oneOf(shown, '.deductions li'))).to.equal(
      '\u221225 Name differs Passport without this: 200',
    );
  });

  it('a kind that nobody knows and a weight that is none are shown as they are', async () => {
    const deductions = [
      {document_id: 'd1', kind: 'signature', weight: 5},
      {document_id: 'd1', label: '<b>Hair</b>', kind: 'face', weight: NaN},
    ];
    const shown = await gauge({value: 95, deductions});
    const rows = [...oneOf(shown, '.deductions').children].map((each) => textOf(each));
    expect(rows.slice(0, 2)).to.deep.equal(['\u22125 signature without this: 100', '\u2013 <b>Hair</b>']);
  });

  it('takes lists that are no lists for none', async () => {
    const broken = {value: 90, deductions: 'x', documents: [null, 7, {raw: 'x'}]} as unknown as Given;
    const shown = await gauge(broken);
    expect(said(shown)).to.equal('90 of 100, good. For information only.');
    expect(shown.shadowRoot?.querySelectorAll('path.track')).to.have.length(1);
  });

  it('a hundred documents are one dial', async () => {
    const documents = Array.from({length: 100}, (_, at) => ({document_id: `d${at}`, raw: 50}));
    const shown = await gauge({value: 5000, documents});
    expect(shown.shadowRoot?.querySelectorAll('path.track')).to.have.length(1);
    expect(filled(shown) / track(shown)).to.be.closeTo(0.5, 0.001);
  });

  it('follows what changes', async () => {
    const shown = await gauge({value: 90});
    shown.value = 40;
    await shown.updateComplete;
    expect(said(shown)).to.equal('40 of 100, poor. For information only.');
    expect(shown.shadowRoot?.querySelector('path.fill')?.classList.contains('poor')).to.equal(true);
  });

  it('properties that were set before the element was known are taken up', async () => {
    const early = document.createElement('score-gauge');
    early.value = 70;
    early.locale = 'en';
    document.body.append(early);
    await early.updateComplete;
    expect(said(early)).to.equal('70 of 100, fair. For information only.');
    early.remove();
  });

  it('speaks Arabic, right to left, without mirroring the dial', async () => {
    const shown = await gauge({value: -20, locale: 'ar', deductions: deductionsOf('face')});
    await waitUntil(() => textOf(shown).includes('ضعيفة'));
    expect(oneOf(shown, '.review').getAttribute('dir')).to.equal('rtl');
    const dial = oneOf(shown, '.dial').getBoundingClientRect();
    expect(dial.left).to.be.greaterThan(oneOf(shown, '.said').getBoundingClientRect().left);
    const minus = oneOf(shown, '.deductions .number');
    expect(minus.getAttribute('dir')).to.equal('ltr');
    const other = await gauge({value: 25, locale: 'ar'});
    const same = await gauge({value: 25, locale: 'en'});
    expect(oneOf(other, 'path.fill').getAttribute('d')).to.equal(oneOf(same, 'path.fill').getAttribute('d'));
  });

  it('takes the nearest language and its changes', async () => {
    const around = await fixture(html`<div lang="ar"><score-gauge value="90"></score-gauge></div>`);
    const shown = oneOf<ScoreGauge>(around, 'score-gauge');
    await waitUntil(() => textOf(shown).includes('جيدة'));
    around.setAttribute('lang', 'en');
    await waitUntil(() => textOf(shown).includes('Good'));
  });

  it('takes the host’s own words', async () => {
    const strings = {'gauge.good': 'Splendid', 'mismatch.face': 'Other face', nonsense: 'x'};
    const shown = await gauge({value: 90, strings, deductions: deductionsOf('face')});
    expect(textOf(shown)).to.contain('Splendid').and.contain('Other face');
  });

  it('draws by attributes alone, and raises no event and no request of its own', async () => {
    const shown = await gauge({value: 65, deductions: allSix});
    expect(shown.shadowRoot?.querySelectorAll('[style]')).to.have.length(0);
    const before = performance.now();
    shown.value = 66;
    await shown.updateComplete;
    await aTimeout(0);
    const asked = performance.getEntriesByType('resource').filter(({startTime}) => startTime > before);
    expect(asked.map(({name}) => name)).to.deep.equal([]);
  });

  it('fits 160 pixels', async () => {
    const narrow = await fixture(html`<div class="narrow"><score-gauge value="65"></score-gauge></div>`);
    const shown = oneOf<ScoreGauge>(narrow, 'score-gauge');
    shown.deductions = allSix;
    shown.locale = 'en';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.narrow {inline-size: 160px}');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    await shown.updateComplete;
    expect(oneOf(shown, '.gauge').scrollWidth).to.be.at.most(160);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  const states: readonly {readonly says: string; readonly given: Given}[] = [
    {says: 'good', given: {value: 90}},
    {says: 'fair', given: {value: 65}},
    {says: 'poor', given: {value: 25}},
    {says: 'full', given: {value: 100}},
    {says: 'zero', given: {value: 0}},
    {says: 'none', given: {}},
    {says: 'clipped below', given: {value: -20, deductions: allSix}},
    {says: 'clipped above', given: {value: 140}},
    {
      says: 'several documents',
      given: {
        value: 195,
        documents: [
          {document_id: 'd1', label: 'Passport', raw: 100},
          {document_id: 'd2', label: 'Licence', raw: 95},
        ],
      },
    },
    {says: 'explained', given: {value: 65, deductions: deductionsOf('dob', 'address')}},
    {says: 'Arabic', given: {value: 65, locale: 'ar', deductions: deductionsOf('dob')}},
  ];
  for (const theme of ['light', 'dark'] as const) {
    for (const {says, given} of states) {
      it(`axe finds nothing: ${says}, ${theme}`, async () => {
        await isAccessible(await gauge({...given, theme}));
      });
    }
  }
});
