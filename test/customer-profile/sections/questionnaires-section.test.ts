import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {aCustomer, aQuestionnaire} from '../../../demo/server/world/builders.js';
import type {QuestionnairesSection} from '../../../src/customer-profile/sections/questionnaires-section.js';
import type {Answer, Questionnaire} from '../../../src/domain/questionnaire.js';
import {
  allOf,
  buttonNamed,
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
import {waitUntil} from '../../support/until.js';

const path = 'customers/customer-1/questionnaires';
const customer = aCustomer();

const show = (
  answers: Parameters<typeof mount>[0],
  options: MountOptions = {},
): Promise<Mounted<QuestionnairesSection>> =>
  mount(
    answers,
    () => html`<kyc-questionnaires-section .customer=${customer}></kyc-questionnaires-section>`,
    options,
  );

async function answerShown(over: Partial<Answer>): Promise<HTMLElement> {
  const answer: Answer = {question_id: 'q', question: 'What is it?', type: 'text', values: [], ...over};
  const {part} = await show({[path]: listOf(aQuestionnaire({answers: [answer]}))});
  await shows(part, 'What is it?');
  return oneOf(part, 'dd');
}

describe('<kyc-questionnaires-section>', () => {
  describe('ready', () => {
    it('is a region named by its heading', async () => {
      const {part} = await show(inWorld());
      const heading = oneOf(part, 'h2');
      expect(heading.textContent).to.equal('Questionnaires');
      expect(oneOf(part, 'section').getAttribute('aria-labelledby')).to.equal(heading.id);
    });

    it('shows title, status, time, score, and the answers in the order of the questions', async () => {
      const {part} = await show(inWorld());
      await shows(part, 'Source of funds');
      const article = oneOf(part, 'article');
      expect(textOf(oneOf(article, 'header'))).to.match(
        /^Source of funds Completed Nov 2, 2026, \d\d:12 · score 35$/u,
      );
      expect(allOf(article, 'dt').map(textOf)).to.deep.equal([
        'What is your main source of income?',
        'Which countries do you trade with?',
        'Expected turnover per month, in EUR',
        'Describe your business',
      ]);
      expect(allOf(article, 'dd').map(textOf)).to.deep.equal([
        'Business owner',
        'Japan Greece Türkiye',
        '40,000',
        'نستورد المنسوجات من اليابان واليونان ونبيعها في تونس.',
      ]);
    });

    const answers = [
      ['a number as the language writes it', {type: 'number', values: ['1234567.50']}, '1,234,567.50'],
      [
        'more digits than a number holds',
        {type: 'number', values: ['12345678901234567890.01']},
        '12,345,678,901,234,567,890.01',
      ],
      ['what is no plain number as it came', {type: 'number', values: ['1e9']}, '1e9'],
      ['digits of a text as they came', {type: 'text', values: ['40000']}, '40000'],
      ['no answer', {values: []}, '– not given'],
      ['an empty answer', {values: ['  ']}, '– not given'],
      ['an answer of a kind that nobody knows', {type: 'drawing', values: ['A house']}, 'A house'],
    ] as const;
    for (const [what, over, says] of answers) {
      it(`shows ${what}`, async () => {
        expect(textOf(await answerShown(over))).to.equal(says);
      });
    }

    it('shows several choices as tags, each isolated', async () => {
      const dd = await answerShown({type: 'multiple_choice', values: ['Japan', 'تونس']});
      expect(allOf(dd, '.tag.plain bdi').map(textOf)).to.deep.equal(['Japan', 'تونس']);
    });

    const parts: readonly (readonly [string, Partial<Questionnaire>, RegExp])[] = [
      ['without a time', {submitted_at: null}, /Completed score 35$/u],
      ['without a score', {score: null}, /:12$/u],
      ['a score of nothing', {score: 0}, /score 0$/u],
      ['without a status', {status: null}, /^Source of funds Nov/u],
      ['a status that nobody knows', {status: 'Parked'}, /^Source of funds Parked /u],
    ];
    for (const [what, over, head] of parts) {
      it(`heads a questionnaire ${what}`, async () => {
        const {part} = await show({[path]: listOf(aQuestionnaire(over))});
        await shows(part, 'Source of funds');
        expect(textOf(oneOf(part, 'article header'))).to.match(head);
      });
    }

    it('says that nothing was answered', async () => {
      const {stage, part} = await show({[path]: listOf(aQuestionnaire({answers: []}))});
      await shows(part, 'No answers');
      await isAccessible(stage);
    });

    it('CT-03 counts questionnaires and answers that could not be read', async () => {
      const {part} = await show({
        [path]: listOf({...aQuestionnaire(), answers: [{question_id: 'q1'}]}, {id: 'broken'}),
      });
      await shows(part, 'Source of funds');
      expect(textOf(part).split('1 row could not be read and is left out.')).to.have.lengthOf(3);
    });
  });

  it('says that there are none', async () => {
    const {stage, part} = await show(inWorld({questionnaires: []}));
    await shows(part, 'No questionnaires');
    await isAccessible(stage);
  });

  it('shows bones while it loads', async () => {
    const {stage, part} = await show({[path]: silence});
    await shows(part, 'Loading Questionnaires');
    await isAccessible(stage);
  });

  it('says that loading failed, and loads when tried again', async () => {
    const {stage, part} = await show({[path]: oneAfterTheOther(refusal(500), listOf(aQuestionnaire()))});
    await shows(part, 'Questionnaires could not be loaded');
    await isAccessible(stage);
    buttonNamed(part, 'Try again: Questionnaires').click();
    await shows(part, 'Source of funds');
  });

  it('says that there is no access', async () => {
    const {stage, part} = await show({[path]: refusal(403, 'forbidden')});
    await shows(part, 'You have no access to Questionnaires');
    await isAccessible(stage);
  });

  it('keeps what was shown when a refresh fails, with its time', async () => {
    const {stage, part} = await show({[path]: oneAfterTheOther(listOf(aQuestionnaire()), refusal(500))});
    await shows(part, 'Source of funds');
    await stage.refresh();
    await shows(part, 'Shown as of');
    expect(textOf(part)).to.include('Source of funds');
    await isAccessible(stage);
  });

  it('asks for the next page when told to', async () => {
    const page = (id: string, next: string | null) => ({items: [aQuestionnaire({id})], next_cursor: next});
    const {part} = await show({[path]: page('one', 'a'), [`${path}?cursor=a`]: page('two', null)});
    await shows(part, 'Load more');
    buttonNamed(part, 'Load more : Questionnaires').click();
    await waitUntil(() => allOf(part, 'article').length === 2);
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const width of [360, 700, 1280] as const) {
      it(`is accessible and never scrolls sideways: ${theme}, ${width} px`, async () => {
        const {stage, part} = await show(
          inWorld({questionnaires: [aQuestionnaire({title: 'Q'.repeat(200)})]}),
          {theme, width},
        );
        await shows(part, 'Business owner');
        await isAccessible(stage);
        expect(stage.scrollWidth).to.be.at.most(width);
      });
    }
  }

  it('speaks Arabic from right to left, and writes numbers on their own', async () => {
    const {stage, part} = await show(inWorld(), {locale: 'ar', width: 360});
    await shows(part, 'Business owner');
    expect(textOf(part)).to.include('الاستبيانات');
    expect(getComputedStyle(oneOf(part, 'dl')).direction).to.equal('rtl');
    expect(getComputedStyle(oneOf(part, '.signed')).direction).to.equal('ltr');
    await isAccessible(stage);
  });
});
