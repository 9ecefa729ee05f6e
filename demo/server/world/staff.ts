import type {Person} from '../../../src/domain/person.js';
import type {tenants} from './world.js';

/** Who works for the tenants: those who can sign in to the demo, and colleagues who only ever acted in the past. */
export const staff = {
  oriane: {id: 'meridian-owner', name: 'Oriane Vasseur', email: 'oriane.vasseur@meridian.example'},
  tomasz: {id: 'meridian-admin', name: 'Tomasz Wójcik', email: 'tomasz.wojcik@meridian.example'},
  hana: {id: 'meridian-reviewer', name: 'Hana Sato', email: 'hana.sato@meridian.example'},
  daniel: {id: 'meridian-requester', name: 'Daniel Osei', email: 'daniel.osei@meridian.example'},
  nadia: {id: 'kestrel-owner', name: 'Nadia Rahman', email: 'nadia.rahman@kestrel.example'},
  chiara: {id: 'reviewer-chiara', name: 'Chiara Rossi', email: 'chiara.rossi@meridian.example'},
  dmitri: {id: 'reviewer-dmitri', name: 'Дмитрий Орлов', email: 'dmitri.orlov@meridian.example'},
  zeynep: {id: 'reviewer-zeynep', name: 'Zeynep Çağlar', email: 'zeynep.caglar@meridian.example'},
  kofi: {id: 'reviewer-kofi', name: 'Kofi Mensah', email: 'kofi.mensah@kestrel.example'},
} as const satisfies Record<string, Person>;

/** Who works for which tenant. */
export const colleagues: Readonly<Record<(typeof tenants)[number]['id'], readonly StaffName[]>> = {
  meridian: ['oriane', 'tomasz', 'hana', 'daniel', 'chiara', 'dmitri', 'zeynep'],
  kestrel: ['nadia', 'kofi'],
};

export type StaffName = keyof typeof staff;
