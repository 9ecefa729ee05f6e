import {expect, nextFrame} from '@open-wc/testing';
import {html} from 'lit';
import {ApiProblem} from '../../src/api/api-problem.js';
import {problemKinds} from '../../src/domain/problem.js';
import type {LoadState} from '../../src/session/load-state.js';
import {renderLoadState} from '../../src/ui/render-load-state.js';
import {tableBones} from '../../src/ui/skeleton.js';
import {wordsFor, type Words} from '../../src/words/words.js';
import '../support/arabic.js';
import {allOf, buttonNamed, isAccessible, textOf} from '../support/harness.js';
import {lay} from './board.js';

const en = wordsFor('en');
const at = Date.UTC(2025, 10, 12, 10, 41);

interface LayOptions {
  readonly retry?: () => unknown;
  readonly words?: Words;
  readonly theme?: 'light' | 'dark';
}

const layState = (
  state: LoadState<string>,
  {retry = () => {}, words = en, theme = 'light'}: LayOptions = {},
) =>
  lay(
    () =>
      renderLoadState(state, {
        words,
        name: words.of('section.transactions'),
        skeleton: tableBones(3),
        ready: (value) => html`<p>${value}</p>`,
        retry,
      }),
    {theme},
  );

describe('renderLoadState', () => {
  it('says while loading that it loads, and shows the shape of what comes', async () => {
    const board = await layState({status: 'loading'});
    expect(textOf(board)).to.equal('Loading Transactions');
    expect(board.shadowRoot!.querySelector('[aria-busy="true"]')).to.exist;
    expect(board.shadowRoot!.querySelectorAll('.bone').length).to.be.greaterThan(6);
  });

  it('shows nothing but the content when ready', async () => {
    const board = await layState({status: 'ready', value: 'content', at});
    expect(textOf(board)).to.equal('content');
    expect(board.shadowRoot!.querySelector('[aria-busy="false"]')).to.exist;
  });

  const withButton = ['conflict', 'invalid', 'rate-limited', 'offline', 'timeout', 'server', 'contract'];
  for (const kind of problemKinds) {
    it(`says in words what "${kind}" means${withButton.includes(kind) ? ', and offers to try again' : ''}`, async () => {
      for (const words of [en, wordsFor('ar')]) {
        const board = await layState({status: 'failed', problem: new ApiProblem(kind)}, {words});
        expect(textOf(board).length).to.be.greaterThan(30);
        expect(board.shadowRoot!.querySelectorAll('button')).to.have.lengthOf(
          withButton.includes(kind) ? 1 : 0,
        );
        await isAccessible(board);
      }
    });
  }

  for (const kind of ['timeout', 'server'] as const) {
    it(`says of "${kind}" nothing about other sections, which may have failed too or not be there`, async () => {
      for (const words of [en, wordsFor('ar')]) {
        const board = await layState({status: 'failed', problem: new ApiProblem(kind)}, {words});
        expect(textOf(board)).not.to.match(/section|الأقسام/u);
      }
    });
  }

  it('draws no access with a lock and without a button', async () => {
    const board = await layState({status: 'failed', problem: new ApiProblem('forbidden')});
    expect(textOf(board)).to.contain('You have no access to Transactions');
    expect(textOf(board)).to.contain('Ask an administrator of your organisation.');
  });

  it('names the request and asks again', async () => {
    let asked = 0;
    const problem = new ApiProblem('server', {requestId: '01JCK4Z9QX'});
    const board = await layState({status: 'failed', problem}, {retry: () => (asked += 1)});
    expect(textOf(board)).to.contain('Request 01JCK4Z9QX');
    buttonNamed(board, 'Try again: Transactions').click();
    expect(asked).to.equal(1);
  });

  it('says how long to wait when there were too many requests', async () => {
    const board = await layState({
      status: 'failed',
      problem: new ApiProblem('rate-limited', {retryAfter: 30}),
    });
    expect(textOf(board)).to.contain('Try again in 30 seconds.');
  });

  it('keeps old content under its time when a refresh failed', async () => {
    let asked = 0;
    const state = {status: 'ready', value: 'content', at, problem: new ApiProblem('server')} as const;
    const board = await layState(state, {retry: () => (asked += 1)});
    expect(textOf(board)).to.match(/Shown as of .*2025.*\d\d:\d\d\. Refreshing failed/);
    expect(textOf(board)).to.match(/content$/);
    buttonNamed(board, 'Refresh: Transactions').click();
    expect(asked).to.equal(1);
  });

  const documents = {words: en, name: 'Documents', skeleton: html``, ready: () => html``};

  it('AX-05 says a failure once, politely, in a region that was there before', async () => {
    let state: LoadState<string> = {status: 'loading'};
    const board = await lay(() => renderLoadState(state, {...documents, retry: () => {}}));
    const [region] = allOf(board, '[role="status"]');
    expect(region!.textContent).to.equal('');
    state = {status: 'failed', problem: new ApiProblem('offline')};
    board.requestUpdate();
    await board.updateComplete;
    expect(allOf(board, '[role="status"], [role="alert"], [aria-live]')).to.deep.equal([region]);
    expect(region!.textContent).to.equal('Documents could not be loaded');
  });

  const problem = () => new ApiProblem('offline');
  for (const {says, state: failed, name} of [
    {says: 'that it failed', state: () => ({status: 'failed', problem: problem()}), name: 'Try again'},
    {
      says: 'that refreshing failed',
      state: () => ({status: 'ready', value: 'content', at, problem: problem()}),
      name: 'Refresh',
    },
  ] satisfies readonly {says: string; state: () => LoadState<string>; name: string}[]) {
    it(`AX-05 says again ${says} when the reviewer has asked again, and once for each time`, async () => {
      let state: LoadState<string> = failed();
      let answer = () => {};
      const board = await lay(() =>
        renderLoadState(state, {
          ...documents,
          retry: () => new Promise<void>((resolve) => (answer = resolve)),
        }),
      );
      const region = allOf(board, '[role="status"]')[0]!;
      const said = region.innerText;
      expect(said).to.match(/^Documents could not be/u);
      const heard: string[] = [];
      const observer = new MutationObserver(() => heard.push(region.innerText));
      observer.observe(region, {attributes: true, characterData: true, childList: true, subtree: true});
      const draw = async () => {
        state = failed();
        board.requestUpdate();
        await board.updateComplete;
        await nextFrame();
      };
      await draw();
      expect(heard, 'nobody has asked').to.deep.equal([]);
      for (let time = 1; time <= 2; time++) {
        buttonNamed(board, `${name}: Documents`).click();
        await nextFrame();
        expect(heard).to.deep.equal(['']);
        await draw();
        answer();
        await nextFrame();
        expect(heard).to.deep.equal(['', said]);
        heard.length = 0;
      }
      observer.disconnect();
    });
  }

  for (const theme of ['light', 'dark'] as const) {
    it(`AX-01 is accessible in every state in the ${theme} theme`, async () => {
      const problem = new ApiProblem('offline', {requestId: 'r1'});
      const states: readonly LoadState<string>[] = [
        {status: 'loading'},
        {status: 'failed', problem},
        {status: 'ready', value: 'x', at},
        {status: 'ready', value: 'x', at, problem},
      ];
      for (const state of states) await isAccessible(await layState(state, {theme}));
    });
  }
});
