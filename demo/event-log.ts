import {make} from './dom.js';

const types = [
  'review-ready',
  'review-error',
  'review-permissions-changed',
  'review-auth-required',
  'review-connection',
  'review-navigate',
  'review-action-request',
  'review-action-done',
  'review-action-failed',
  'review-action-unknown',
] as const;
const fields = [
  'action',
  'kind',
  'status',
  'code',
  'requestId',
  'part',
  'state',
  'to',
  'id',
  'href',
] as const;
const most = 100;

/** Writes down every event that the elements raise, newest first. The page knows how much the log covers of it. */
export function keepLog(list: HTMLElement): void {
  const covers = list.closest<HTMLElement>('.log');
  if (covers) {
    const {style} = document.documentElement;
    new ResizeObserver(() => style.setProperty('--log-size', `${covers.offsetHeight}px`)).observe(covers);
  }
  for (const type of types) {
    document.addEventListener(type, (event) => {
      const said = fields
        .filter((name) => name in event && Reflect.get(event, name) !== undefined)
        .map((name) => `${name}: ${String(Reflect.get(event, name))}`);
      const time = new Date().toLocaleTimeString('en-GB');
      list.prepend(
        make('li', {}, make('span', {class: 'quiet'}, time), make('strong', {}, type), said.join(', ')),
      );
      while (list.children.length > most) list.lastElementChild?.remove();
    });
  }
}
