import {html, nothing, type TemplateResult} from 'lit';
import {amlLabel} from '../../domain/aml.js';
import {kycLabel, type Customer} from '../../domain/customer.js';
import {nameInScripts} from '../../domain/name-scripts.js';
import type {Address} from '../../domain/person.js';
import {renderText} from '../../ui/bidi.js';
import {ageOn, formatsFor} from '../../ui/format.js';
import {renderMark, statusOf} from '../../ui/status.js';
import {renderCountry, renderDate, renderMissing, renderTime, renderValue} from '../../ui/values.js';
import type {Drawing} from '../../ui/stamp.js';
import {isWordKey, type WordKey, type Words} from '../../words/words.js';

type Given = string | null | undefined;

interface Fact {
  readonly label: WordKey;
  readonly render: (customer: Customer, words: Words) => unknown;
  /** What the button behind the value copies, and what it calls it. */
  readonly copy?: {readonly as: WordKey; readonly value: (customer: Customer, words: Words) => Given};
  /** Left out where there is nothing to say; other facts say that they are not given. */
  readonly onlyIf?: (customer: Customer) => unknown;
}

const plain = (value: Given, words: Words): Drawing => renderValue(value, words);
const mono = (value: Given, words: Words): Drawing => renderValue(value, words, {mono: true});

function renderName({name}: Customer, words: Words): Drawing {
  const scripts = name ? nameInScripts(name) : undefined;
  return scripts ? renderText(scripts.latin, words) : renderValue(name, words);
}

/** The original spelling below the Latin one, behind the button that copies both. */
function renderSecondName({name}: Customer, words: Words): TemplateResult | typeof nothing {
  const scripts = name ? nameInScripts(name) : undefined;
  return scripts ? html`<span class="second">${renderText(scripts.original, words)}</span>` : nothing;
}

function renderBirth({birth_date: born}: Customer, words: Words): Drawing {
  const age = born ? ageOn(born, new Date()) : undefined;
  if (age === undefined) return renderDate(born, words);
  return html`${renderDate(born, words)} <span class="key">${words.of('value.years', {n: age})}</span>`;
}

function renderGender({gender}: Customer, words: Words): Drawing {
  const key = `gender.${gender?.toUpperCase()}`;
  return isWordKey(key) ? words.of(key) : renderValue(gender, words);
}

/** The address as one line. */
export function addressLine(address: Address | null | undefined, words: Words): string {
  const {line, city, province, country} = address ?? {};
  const named = country ? formatsFor(words.locale).country(country) : country;
  const parts = [line, city, province, named].map((part) => part?.trim() ?? '');
  return parts.filter((part, at) => part !== '' && parts.indexOf(part) === at).join(', ');
}

const renderVerified = (value: Given, isVerified: boolean | null, words: Words): unknown =>
  value?.trim()
    ? html`<span class="second">${renderMark(statusOf('verified', isVerified), words)}</span>`
    : nothing;

function renderAml(
  {aml_status: status, aml_whitelisted: whitelisted}: Customer,
  words: Words,
): TemplateResult {
  const {state, risk} = amlLabel(status);
  return html`${renderMark(statusOf('amlLabel', state), words)}
    <span class="key">${words.of(`aml-label.${risk}`)}</span>
    ${whitelisted ? html`<span class="second">${renderMark(statusOf('aml', 'whitelisted'), words)}</span>` : nothing}`;
}

/** What the profile says of a customer, in this order. */
const facts: readonly (Fact & {readonly below?: Fact['render']})[] = [
  {
    label: 'info.name',
    render: renderName,
    below: renderSecondName,
    copy: {as: 'info.copy-name', value: ({name}) => name},
  },
  {label: 'info.birth-date', render: renderBirth},
  {label: 'info.gender', render: renderGender},
  {label: 'info.nationality', render: ({nationality}, words) => renderCountry(nationality, words)},
  {
    label: 'info.id-number',
    render: (customer, words) => mono(customer.id_number, words),
    copy: {as: 'info.copy-id-number', value: (customer) => customer.id_number},
  },
  {
    label: 'info.external-id',
    render: (customer, words) => mono(customer.external_id, words),
    copy: {as: 'info.copy-external-id', value: (customer) => customer.external_id},
  },
  {label: 'info.level', render: ({level}, words) => renderValue(level, words)},
  {label: 'info.occupation', render: ({occupation}, words) => plain(occupation, words)},
  {
    label: 'info.email',
    render: ({email}, words) => plain(email, words),
    below: ({email, email_verified}, words) => renderVerified(email, email_verified, words),
    copy: {as: 'info.copy-email', value: ({email}) => email},
  },
  {
    label: 'info.phone',
    render: ({phone}, words) => plain(phone, words),
    below: ({phone, phone_verified}, words) => renderVerified(phone, phone_verified, words),
    copy: {as: 'info.copy-phone', value: ({phone}) => phone},
  },
  {label: 'info.company', render: (customer, words) => plain(customer.company_name, words)},
  {
    label: 'info.address',
    render: ({address}, words) => plain(addressLine(address, words), words),
    copy: {as: 'info.copy-address', value: ({address}, words) => addressLine(address, words)},
  },
  {
    label: 'info.status',
    render: ({status}, words) => renderMark(statusOf('customer', status), words),
    below: ({last_status_at: since}, words) =>
      since
        ? html`<span class="second key">${words.of('info.last-status')} ${renderTime(since, words)}</span>`
        : nothing,
  },
  {label: 'info.risk', render: ({risk}, words) => renderMark(statusOf('risk', risk), words)},
  {
    label: 'info.kyc',
    render: ({risk}, words) =>
      html`${renderMark(statusOf('kyc', kycLabel(risk)), words)}
        <span class="key">${words.of('kyc.from-risk')}</span>`,
  },
  {label: 'info.aml', render: renderAml},
  {
    label: 'info.biopay',
    render: (customer, words) => renderMark(statusOf('enabled', customer.biopay_enabled), words),
  },
  {
    label: 'info.video-call',
    render: ({video_call_status: status}, words) =>
      status?.trim() ? renderMark(statusOf('call', status), words) : renderMissing(words),
  },
  {
    label: 'info.created',
    render: (customer, words) => renderTime(customer.created_at, words, {form: 'date'}),
  },
  {
    label: 'info.reject-reason',
    render: (customer, words) => plain(customer.reject_reason, words),
    onlyIf: (customer) => customer.reject_reason?.trim(),
  },
];

/** The facts of a customer, label above value. */
export function renderFacts(customer: Customer, words: Words): TemplateResult {
  const shown = facts.filter(({onlyIf}) => !onlyIf || onlyIf(customer));
  return html`<dl class="facts three">
    ${shown.map(({label, render, below, copy}) => {
      const copied = copy?.value(customer, words);
      return html`<div>
        <dt>${words.of(label)}</dt>
        <dd>
          ${render(customer, words)}${
            copy && copied?.trim()
              ? html`<kyc-copy-button .value=${copied} label=${words.of(copy.as)}></kyc-copy-button>`
              : nothing
          }${below?.(customer, words) ?? nothing}
        </dd>
      </div>`;
    })}
  </dl>`;
}
