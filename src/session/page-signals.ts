import type {PageChange, PageSignals} from '../api/live-feed.js';

type Listener = Parameters<PageSignals['onChange']>[0];

/** What the page does, as the live feed needs to hear it. All waking events mean the same: look whether the feed is alive. */
const signals: Readonly<Record<string, (event: Event) => PageChange>> = {
  visibilitychange: () => (document.visibilityState === 'hidden' ? 'hidden' : 'visible'),
  resume: () => 'wake',
  online: () => 'wake',
  focus: () => 'wake',
  offline: () => 'offline',
  pagehide: () => 'pagehide',
  pageshow: (event: Event) => ((event as PageTransitionEvent).persisted ? 'restored' : 'wake'),
};

/** The page's own signals, from `document` and `window`. */
export const pageSignals: PageSignals = {
  get hidden() {
    return document.visibilityState === 'hidden';
  },
  onChange(listen: Listener) {
    const stops = Object.entries(signals).map(([type, read]) => {
      const target = type === 'visibilitychange' || type === 'resume' ? document : window;
      const onSignal = (event: Event) => listen(read(event));
      target.addEventListener(type, onSignal);
      return () => target.removeEventListener(type, onSignal);
    });
    return () => {
      for (const stop of stops) stop();
    };
  },
};
