import {make} from './dom.js';
import type {Place} from './place.js';
import {readJson, reading} from './table.js';

const kinds = ['face', 'name', 'dob', 'address', 'gender', 'nationality'] as const;
type Kind = (typeof kinds)[number];

interface Scoring {
  readonly weights: Readonly<Record<Kind, number>>;
  readonly proximity_threshold_km?: number | null;
}

const number = (name: string, value: string, most: number): HTMLInputElement =>
  make('input', {type: 'number', name, value, min: '0', max: String(most), step: '1', class: 'short'});

/** What one document is worth when every kind of disagreement is found on it, as the weights stand in the form. */
function showPreview(
  gauge: HTMLElementTagNameMap['score-gauge'],
  inputs: readonly (readonly [Kind, HTMLInputElement])[],
  {word, code}: Place,
): void {
  const deductions = inputs.map(([kind, {value}]) => ({
    document_id: 'preview',
    label: code(kind),
    kind,
    weight: Number(value) || 0,
  }));
  gauge.label = word('preview');
  gauge.value = deductions.reduce((rest, {weight}) => rest - weight, 100);
  gauge.max = 100;
  gauge.deductions = deductions;
}

function renderForm(place: Place, {weights, proximity_threshold_km}: Scoring): HTMLElement {
  const {who, word, code, left} = place;
  const inputs = kinds.map((kind) => [kind, number(kind, String(weights[kind]), 100)] as const);
  for (const [, input] of inputs) input.required = true;
  const threshold = number('threshold', String(proximity_threshold_km ?? ''), 20_038);
  const gauge = make('score-gauge');
  const said = make('output', {class: 'quiet'});
  const form = make(
    'form',
    {class: 'weights'},
    make(
      'div',
      {class: 'tools'},
      ...inputs.map(([kind, input]) => make('label', {}, code(kind), input)),
      make('label', {}, word('threshold'), threshold),
      make('button', {}, word('save')),
      said,
    ),
    make('h3', {}, word('preview')),
    make('div', {class: 'card preview'}, gauge),
  );
  showPreview(gauge, inputs, place);
  form.addEventListener('input', () => {
    said.textContent = '';
    showPreview(gauge, inputs, place);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const body = {
      weights: Object.fromEntries(inputs.map(([kind, {value}]) => [kind, Number(value)])),
      proximity_threshold_km: threshold.value === '' ? null : Number(threshold.value),
    };
    void who.ask('/api/settings/scoring', {method: 'PUT', body, signal: left}).then(
      ({ok}) => (said.textContent = word(ok ? 'saved' : 'not-saved')),
      () => (said.textContent = word('not-saved')),
    );
  });
  return form;
}

/** The weights, with the score that they would give. */
export function renderScoring(place: Place): HTMLElement {
  const box = make('div');
  const read = reading(place, box, async (signal) => [
    renderForm(place, await readJson<Scoring>(place.who.ask('/api/settings/scoring', {signal}))),
  ]);
  void read();
  return box;
}
