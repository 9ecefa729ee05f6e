import type {Viewer} from '../domain/permissions.js';
import {mayAddNote, refusal} from '../domain/verification-actions.js';
import type {Verification} from '../domain/verification.js';
import type {Shortcut} from '../ui/shortcuts.js';
import type {Words} from '../words/words.js';
import {tabIds} from './tabs.js';

/** What keys can do on this screen. */
export interface Hands {
  /** Absent while there is nothing to act on. */
  readonly verification: Verification | undefined;
  readonly viewer: Viewer;
  /** Whether the open tab has pieces of evidence to go through. */
  readonly canStep: boolean;
  readonly tab: (at: number) => void;
  readonly step: (by: 1 | -1) => void;
  readonly note: () => void;
  readonly begin: (action: 'approve' | 'reject') => void;
  readonly panel: () => void;
}

/** The keys that do something now: what the viewer may not do has none. */
export function shortcutRows(hands: Hands, words: Words): readonly Shortcut[] {
  const {verification, viewer, canStep} = hands;
  const panel: Shortcut = {keys: ['?'], says: words.of('shortcut.panel'), run: hands.panel};
  if (!verification) return [panel];
  const decide = (['approve', 'reject'] as const)
    .filter((action) => refusal(action, verification, viewer) === undefined)
    .map((action): Shortcut => ({
      keys: [action.slice(0, 1)],
      says: words.of(`shortcut.${action}`),
      run: () => hands.begin(action),
    }));
  return [
    {
      keys: tabIds.map((_, at) => String(at + 1)),
      says: words.of('shortcut.tab'),
      run: (key) => hands.tab(Number(key) - 1),
    },
    ...(canStep
      ? [
          {keys: ['j'], says: words.of('shortcut.next'), run: () => hands.step(1)},
          {keys: ['k'], says: words.of('shortcut.previous'), run: () => hands.step(-1)},
        ]
      : []),
    ...decide,
    ...(mayAddNote(verification, viewer)
      ? [{keys: ['n'], says: words.of('shortcut.note'), run: hands.note}]
      : []),
    panel,
  ];
}
