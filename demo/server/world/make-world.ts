import {caseIdOf, casesOf} from './cases.js';
import {callsOf, answersOf, recordingsOf} from './conversations.js';
import {customerIdOf, customerOf, idNumberOf} from './customers.js';
import {papersOf} from './documents.js';
import {oddPapers} from './odd-papers.js';
import {drawnFile, lookOfPerson} from './paper.js';
import {paymentsOf, transfersOf} from './payments.js';
import {people, type Somebody} from './people.js';
import {heroScreening, screeningOf} from './screening.js';
import {portrait} from './specimen.js';
import {stepsOf} from './steps.js';
import {tenants, type CustomerFolder, type World} from './world.js';

/** The customer with something worth reading in every section. */
export const heroId = customerIdOf('haddad');
/** The one with 100,000 transactions. */
export const busyId = customerIdOf('weber');
/** The one with 1,200 travel-rule logs. */
export const transfersId = customerIdOf('koval');
/** The one with a call of every status. */
export const callsId = customerIdOf('papadopoulos');
/** The one with damaged, huge and lying files, and a name that turns the reading direction. */
export const oddFilesId = customerIdOf('tables');
/** The verification with something worth reading in every tab. */
export const caseHeroName = {type: 'idv', id: caseIdOf('papadopoulos')} as const;
/** A customer of the other tenant. */
export const foreignId = customerIdOf('saito');

function folderOf(person: Somebody): CustomerFolder {
  const rules = stepsOf(person);
  const papers = papersOf(person, idNumberOf(person), rules);
  const more = person.key === 'tables' ? oddPapers() : {documents: [], files: []};
  const documents = [...papers.documents, ...more.documents];
  const amlRecords = person.key === 'haddad' ? heroScreening(person) : screeningOf(person);
  const videoCalls = person.services.includes('v') ? callsOf(person) : [];
  const customer = customerOf(person, {rules, documents, amlRecords, videoCalls});
  const photo = `customers/${customer.id}/photo`;
  return {
    tenant: person.tenant,
    customer,
    documents,
    amlRecords,
    videoCalls,
    transactions: paymentsOf(person),
    travelRuleLogs: transfersOf(person),
    questionnaires: person.services.includes('q') ? answersOf(person) : [],
    files: [
      ...(customer.photo_url === photo ? [drawnFile(photo, portrait(lookOfPerson(person)))] : []),
      ...papers.files,
      ...more.files,
      ...recordingsOf(videoCalls),
    ],
  };
}

/**
 * The demo's world: two tenants, forty customers and more verifications. It is the same at every making, and quickly made: pictures are drawn
 * and long lists written when they are asked for.
 */
export function makeWorld(): World {
  const known = people.map((person) => ({person, folder: folderOf(person)}));
  return {
    tenants,
    customers: known.map(({folder}) => folder),
    verifications: casesOf(known.map(({person, folder}) => ({person, customer: folder.customer}))),
  };
}
