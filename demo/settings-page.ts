import {make} from './dom.js';
import type {Place} from './place.js';
import {renderNotifications} from './settings-notifications.js';
import {renderScoring} from './settings-scoring.js';
import {renderWebhooks} from './settings-webhooks.js';
import type {DemoWord} from './words.js';

const sections: readonly (readonly [DemoWord, DemoWord, (place: Place) => HTMLElement])[] = [
  ['scoring', 'scoring-says', renderScoring],
  ['webhooks', 'webhooks-says', renderWebhooks],
  ['notifications', 'notifications-says', renderNotifications],
];

/** What an organisation sets for itself. */
export function showSettings(place: Place): void {
  const {main, word} = place;
  main.replaceChildren(
    make('h1', {}, word('settings')),
    ...sections.map(([title, says, render]) =>
      make(
        'section',
        {class: 'setting', 'aria-labelledby': `${title}-title`},
        make('h2', {id: `${title}-title`}, word(title)),
        make('p', {class: 'quiet says'}, word(says)),
        render(place),
      ),
    ),
  );
}
