import {html, nothing, type TemplateResult} from 'lit';
import type {LazyParts} from '../session/lazy-parts.js';
import type {LoadState} from '../session/load-state.js';
import {inPlaces} from '../ui/places.js';
import {renderLoadState} from '../ui/render-load-state.js';
import {panelBones} from '../ui/skeleton.js';
import {panelId, renderTabStrip, tabId} from '../ui/tab-strip.js';
import type {Words} from '../words/words.js';
import {allCards, cardsOf} from './cards.js';
import type {DetailPart} from './detail-supply.js';
import type {OpenTabs} from './open-tabs.js';
import {columnBones} from './render-header.js';
import {tabs, type TabId, type TabNews, type VerificationTab} from './tabs.js';

/** What stands below the header: the tabs, and the column beside them. */
export interface Split {
  readonly news: TabNews;
  readonly open: OpenTabs;
  readonly parts: LazyParts<DetailPart>;
  readonly choose: (id: TabId) => void;
  /** Whether single keys do something now. */
  readonly keyed: boolean;
  readonly words: Words;
}

export function renderSplit(split: Split): TemplateResult {
  return html`<div class="split">
    <div class="stack wide">${renderTabs(split)}${renderPanels(split)}</div>
    <aside class="aside" part="decision" aria-label=${split.words.of('detail.decision')}>
      ${renderColumn(split)}
    </aside>
  </div>`;
}

const renderTabs = ({news, open, choose, words}: Split): TemplateResult =>
  renderTabStrip({
    label: words.of('tab.label'),
    chosen: open.chosen,
    choose,
    tabs: tabs.map(({id, title, mark}) => ({id, title: words.of(title), mark: mark(news, words)})),
  });

const renderPanels = (split: Split): unknown =>
  inPlaces(
    tabs,
    tabs.filter(({id}) => split.open.has(id)),
    (tab) =>
      html`<div
        class="panel-of"
        part="panel"
        role="tabpanel"
        id=${panelId(tab.id)}
        aria-labelledby=${tabId(tab.id)}
        tabindex="0"
        ?hidden=${tab.id !== split.open.chosen}
      >
        <p class="heading only-print" aria-hidden="true">${split.words.of(tab.title)}</p>
        ${renderPanel(tab, split)}
      </div>`,
  );

function renderPanel(tab: VerificationTab, split: Split): TemplateResult {
  const {news, parts, words} = split;
  const state = parts.state(tab);
  if (state.status === 'ready') return tab.render(news.verification, news.covered);
  return renderComing(state, tab.id, words.of(tab.title), panelBones(2), split);
}

function renderColumn(split: Split): TemplateResult {
  const {news, parts, keyed, words} = split;
  const state = parts.state({id: 'column', tag: 'kyc-actions-card'});
  if (state.status !== 'ready')
    return renderComing(state, 'column', words.of('detail.decision'), columnBones(), split);
  return html`<div class="decide">
    ${inPlaces(allCards, cardsOf(news.verification), ({render}) =>
      render(news.verification, news.covered, keyed),
    )}
  </div>`;
}

/** What stands where the elements of a part are still on their way. */
const renderComing = (
  state: LoadState<void>,
  id: DetailPart,
  name: string,
  skeleton: TemplateResult,
  {parts, words}: Split,
): TemplateResult =>
  renderLoadState(state, {words, name, skeleton, ready: () => nothing, retry: () => parts.load(id)});
