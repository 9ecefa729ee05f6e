import {make} from './dom.js';
import type {Place} from './place.js';
import {moment, outside, readJson, reading, renderNote, renderTable, type Paged} from './table.js';

interface Template {
  readonly event: string;
  readonly subject: string;
  readonly text: string;
  readonly enabled: boolean;
}

interface Mail {
  readonly id: string;
  readonly event: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly created_at: string;
  readonly sent_at: string | null;
}

function renderTemplate(place: Place, template: Template): HTMLElement {
  const {who, word, left} = place;
  const {event} = template;
  const subject = make('input', {
    name: 'subject',
    class: 'wide',
    maxlength: '200',
    required: '',
    value: template.subject,
  });
  const text = make('textarea', {name: 'text', rows: '5', maxlength: '10000', required: ''}, template.text);
  const enabled = make('input', {type: 'checkbox', name: 'enabled'});
  enabled.checked = template.enabled;
  const said = make('output', {class: 'quiet'});
  const form = make(
    'form',
    {class: 'template'},
    make('label', {class: 'check'}, enabled, word('enabled')),
    make('label', {}, word('mail-subject'), subject),
    make('label', {}, word('mail-text'), text),
    make('div', {class: 'tools'}, make('button', {}, word('save')), said),
  );
  form.addEventListener('input', () => (said.textContent = ''));
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    const body = {subject: subject.value, text: text.value, enabled: enabled.checked};
    const path = `/api/settings/notifications/templates/${encodeURIComponent(event)}`;
    void who.ask(path, {method: 'PUT', body, signal: left}).then(
      ({ok}) => (said.textContent = word(ok ? 'saved' : 'not-saved')),
      () => (said.textContent = word('not-saved')),
    );
  });
  return make('details', {}, make('summary', {}, make('code', {}, make('bdi', {}, event))), form);
}

const renderText = ({subject, text}: Mail): HTMLElement =>
  make(
    'details',
    {},
    make('summary', {}, make('bdi', {}, subject)),
    make('pre', {dir: 'auto', tabindex: '0'}, text),
  );

/** What is mailed at which event, and what has been. */
export function renderNotifications(place: Place): HTMLElement {
  const {who, word} = place;
  const templates = make('div', {class: 'card templates'});
  const outbox = make('div', {class: 'card table whole'});
  const readTemplates = reading(place, templates, async (signal) => {
    const path = '/api/settings/notifications/templates';
    const {items} = await readJson<Paged<Template>>(who.ask(path, {signal}));
    return items.map((each) => renderTemplate(place, each));
  });
  const readOutbox = reading(place, outbox, async (signal) => {
    const {items} = await readJson<Paged<Mail>>(who.ask('/api/settings/notifications', {signal}));
    if (items.length === 0) return [renderNote(word('no-mail'))];
    return [
      renderTable(
        place,
        ['mail-subject', 'recipient', 'sent', 'event'],
        items.map((mail) => [
          renderText(mail),
          outside(mail.recipient),
          mail.sent_at === null ? word('waits') : moment(place, mail.sent_at),
          make('code', {}, make('bdi', {}, mail.event)),
        ]),
      ),
    ];
  });
  void readTemplates();
  void readOutbox();
  return make('div', {}, make('h3', {}, word('template')), templates, make('h3', {}, word('outbox')), outbox);
}
