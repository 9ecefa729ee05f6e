import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {build} from 'esbuild';
import {amlRecordSchema, findingFamilies, judgementOutcomes} from '../../src/domain/aml.js';
import {customerSchema, customerStatuses, risks, ruleStatuses} from '../../src/domain/customer.js';
import {services} from '../../src/domain/services.js';
import {agreement, documentSchema} from '../../src/domain/document.js';
import {answerTypes, questionnaireSchema} from '../../src/domain/questionnaire.js';
import {isRecordId} from '../../src/domain/resources.js';
import {transactionSchema, type Transaction} from '../../src/domain/transaction.js';
import {travelRuleLogSchema} from '../../src/domain/travel-rule.js';
import {callStatuses, videoCallSchema} from '../../src/domain/video-call.js';
import {
  busyId,
  callsId,
  foreignId,
  heroId,
  makeWorld,
  oddFilesId,
  transfersId,
} from '../../demo/server/world/make-world.js';
import {seedWorld} from '../../demo/server/world/seed.js';
import {makeSmallWorld} from '../../demo/server/world/small-world.js';
import type {CustomerFolder, World} from '../../demo/server/world/world.js';
import {holdsTo, type Schema} from './held-to-schema.js';

const listsOf = (folder: CustomerFolder): readonly (readonly [Schema, Iterable<unknown>])[] => [
  [customerSchema, [folder.customer]],
  [documentSchema, folder.documents ?? []],
  [amlRecordSchema, folder.amlRecords ?? []],
  [videoCallSchema, folder.videoCalls ?? []],
  [travelRuleLogSchema, folder.travelRuleLogs ?? []],
  [questionnaireSchema, folder.questionnaires ?? []],
];

const worlds = [
  ['the world', makeWorld()],
  ['the small world', makeSmallWorld()],
] as const;

for (const [name, world] of worlds) {
  describe(name, () => {
    it('is readable to the last row', () => {
      for (const folder of world.customers) {
        for (const [schema, records] of listsOf(folder))
          for (const record of records) holdsTo(schema, record);
        let left = 500;
        for (const transaction of folder.transactions ?? []) {
          if (left-- === 0) break;
          holdsTo(transactionSchema, transaction);
        }
      }
    });

    it('has no id twice, and every id can stand in a path', () => {
      const ids = world.customers.flatMap(
        ({customer, documents, amlRecords, videoCalls, travelRuleLogs, questionnaires}) =>
          [
            [customer],
            documents ?? [],
            (documents ?? []).flatMap(({files}) => files),
            amlRecords ?? [],
            videoCalls ?? [],
            travelRuleLogs ?? [],
            questionnaires ?? [],
          ].flatMap((records) => records.map(({id}) => id)),
      );
      assert.equal(new Set(ids).size, ids.length);
      assert.deepEqual(
        ids.filter((id) => !isRecordId(id)),
        [],
      );
    });

    it('keeps a file for every picture and every recording that a record points to', () => {
      for (const {documents, videoCalls, files} of world.customers) {
        const kept = new Set((files ?? []).map(({path}) => path));
        assert.equal(kept.size, files?.length ?? 0);
        for (const {url} of (documents ?? []).flatMap((document) => document.files))
          assert.ok(kept.has(url), url);
        for (const {recording} of videoCalls ?? []) assert.ok(!recording || kept.has(recording.url));
      }
    });
  });
}

describe('the world', () => {
  let world: World;
  let customers: readonly CustomerFolder['customer'][];
  const folderOf = (id: string): CustomerFolder => {
    const found = world.customers.find(({customer}) => customer.id === id);
    assert.ok(found);
    return found;
  };

  before(() => {
    world = makeWorld();
    customers = world.customers.map(({customer}) => customer);
  });

  it('has two tenants and forty customers', () => {
    assert.equal(world.tenants.length, 2);
    assert.equal(customers.length, 40);
    for (const {id} of world.tenants) assert.ok(world.customers.some(({tenant}) => tenant === id));
    assert.notEqual(folderOf(foreignId).tenant, folderOf(heroId).tenant);
  });

  it('is the same at every making', () => {
    const told = (each: World): string =>
      JSON.stringify(
        each.customers.map((folder) => {
          const first: Transaction[] = [];
          for (const transaction of folder.transactions ?? []) if (first.push(transaction) === 3000) break;
          return {...folder, transactions: first};
        }),
      );
    assert.equal(told(makeWorld()), told(world));
  });

  it('holds every status and risk, and one of each that nobody knows', () => {
    assert.deepEqual(
      new Set(customers.map(({status}) => status)),
      new Set([...customerStatuses, 'UNDER_LEGAL_HOLD']),
    );
    assert.deepEqual(new Set(customers.map(({risk}) => risk)), new Set([...risks, 'SEVERE']));
  });

  it('holds every combination of services', () => {
    const combinations = customers.map(({active_services}) =>
      services.filter((service) => active_services.includes(service)).join(),
    );
    assert.equal(new Set(combinations).size, 16);
  });

  it('holds none to six steps, in every status', () => {
    assert.deepEqual([...new Set(customers.map(({rules}) => rules.length))].sort(), [0, 1, 2, 3, 4, 5, 6]);
    const statuses = new Set(customers.flatMap(({rules}) => rules.map(({status}) => status)));
    for (const status of ruleStatuses) assert.ok(statuses.has(status), status);
  });

  const scripts = [
    'Latin',
    'Greek',
    'Cyrillic',
    'Arabic',
    'Hebrew',
    'Han',
    'Hiragana',
    'Katakana',
    'Hangul',
    'Thai',
    'Devanagari',
    'Bengali',
    'Georgian',
    'Armenian',
    'Lao',
    'Tifinagh',
  ] as const;
  for (const script of scripts) {
    it(`has a name in ${script}`, () => {
      const letters = new RegExp(`\\p{Script=${script}}`, 'u');
      assert.ok(customers.some(({name}) => letters.test(name ?? '')));
    });
  }

  it('has names that are missing, very long, in two writings, and hostile', () => {
    assert.ok(customers.some(({name}) => name === null));
    assert.ok(customers.some(({name}) => (name ?? '').length > 100));
    assert.ok(customers.some(({name}) => /\p{Script=Latin}.*\p{Script=Arabic}/u.test(name ?? '')));
    assert.ok(customers.some(({name}) => /\u202e/u.test(name ?? '')));
  });

  it('has summaries that are fresh, out of date, without a time, and missing', () => {
    const kinds = customers.map(({ai_generated_summary: summary, updated_at}) => {
      if (!summary) return 'missing';
      if (!summary.generated_at) return 'without time';
      return Date.parse(summary.generated_at) < Date.parse(updated_at ?? '') ? 'out of date' : 'fresh';
    });
    assert.deepEqual(new Set(kinds), new Set(['missing', 'without time', 'out of date', 'fresh']));
  });

  it('has documents in all three states, archived ones, and fields that agree, nearly agree and differ', () => {
    const documents = world.customers.flatMap((folder) => folder.documents ?? []);
    assert.deepEqual(new Set(documents.map(({approved}) => approved)), new Set([null, true, false]));
    assert.ok(documents.some(({archived}) => archived));
    assert.ok(documents.some(({score}) => score && score.raw < 0 && score.shown === 0));
    assert.deepEqual(
      new Set(documents.flatMap(({validations}) => validations.map(({outcome}) => outcome))),
      new Set(['pass', 'warn', 'fail', 'unknown']),
    );
    const agreements = new Set(documents.flatMap(({fields}) => fields.map(agreement)));
    for (const each of ['agrees', 'nearly', 'differs', 'not-declared'])
      assert.ok(agreements.has(each as never), each);
    const kinds = new Set(documents.flatMap(({mismatches}) => mismatches.map(({kind}) => kind)));
    assert.deepEqual(kinds, new Set(['face', 'name', 'dob', 'address', 'gender', 'nationality']));
  });

  it('shows no disagreement that the server has not found', () => {
    for (const {documents, customer} of world.customers) {
      for (const field of (documents ?? []).flatMap(({fields}) => fields)) {
        if (field.mismatch) assert.notEqual(agreement(field), 'agrees', `${customer.name} ${field.key}`);
        else
          assert.notEqual(
            agreement(field),
            'differs',
            `${customer.name} ${field.key}: ${field.declared} ${field.value}`,
          );
      }
    }
  });

  it('has none, one, two and seven checks, every family and every judgement', () => {
    const records = world.customers.flatMap(({amlRecords}) => amlRecords ?? []);
    const counts = new Set(world.customers.map(({amlRecords}) => amlRecords?.length ?? 0));
    assert.deepEqual([...counts].sort(), [0, 1, 2, 7]);
    assert.deepEqual(
      new Set(records.map(({status}) => status)),
      new Set(['no_records', 'records_found', 'whitelisted']),
    );
    assert.ok(records.some(({override}) => override) && records.some(({override}) => !override));
    assert.ok(records.some(({generation}) => generation === 1));
    assert.ok(customers.some(({aml_whitelisted}) => aml_whitelisted));
    assert.deepEqual(new Set(customers.map(({aml_status}) => aml_status)), new Set([null, true, false]));
    const findings = records.flatMap((record) => record.findings);
    assert.deepEqual(new Set(findings.map(({family}) => family)), new Set(findingFamilies));
    const outcomes = new Set(findings.map(({judgement}) => judgement?.outcome));
    assert.deepEqual(outcomes, new Set([undefined, ...judgementOutcomes]));
  });

  it('has a customer with a call of every status, and recordings that are sound', async () => {
    const folder = folderOf(callsId);
    assert.deepEqual(new Set(folder.videoCalls?.map(({status}) => status)), new Set(callStatuses));
    const recording = folder.files?.find(({path}) => path.startsWith('video-calls/'));
    const bytes = Buffer.from((await recording?.bytes()) ?? []);
    assert.equal(bytes.toString('latin1', 0, 4), 'RIFF');
    assert.equal(bytes.readUInt32LE(4), bytes.length - 8);
  });

  it('has 100,000 transactions of one customer, newest first, over years, in several currencies', () => {
    const ids = new Set<string>();
    const currencies = new Set<string>();
    const directions = new Set<string>();
    let flagged = 0;
    let oldest = Infinity;
    let newest = -Infinity;
    for (const {id, at, currency, direction, rules, amount} of folderOf(busyId).transactions ?? []) {
      const time = Date.parse(at);
      assert.ok(time <= oldest);
      oldest = time;
      newest = Math.max(newest, time);
      ids.add(id);
      currencies.add(currency);
      directions.add(direction);
      if (rules.length > 0) flagged++;
      assert.match(amount, /^\d+(\.\d+)?$/);
    }
    assert.equal(ids.size, 100_000);
    assert.ok(currencies.size >= 4);
    assert.deepEqual(directions, new Set(['in', 'out', 'unknown']));
    assert.ok(flagged > 1000);
    assert.ok(newest - oldest > 3 * 365 * 86_400_000);
  });

  it('has 1,200 travel-rule logs of one customer', () => {
    assert.equal(folderOf(transfersId).travelRuleLogs?.length, 1200);
  });

  it('has answers of every type', () => {
    const answers = world.customers.flatMap(({questionnaires}) =>
      (questionnaires ?? []).flatMap((each) => each.answers),
    );
    assert.deepEqual(new Set(answers.map(({type}) => type)), new Set(answerTypes));
    assert.ok(answers.some(({values}) => values.length === 0));
  });

  it('has something in every section of the hero', () => {
    const hero = folderOf(heroId);
    assert.equal(hero.customer.rules.length, 5);
    for (const [, records] of listsOf(hero)) assert.ok([...records].length > 0);
    assert.equal([...(hero.transactions ?? [])].length, 1284);
    const known = new Set([
      ...(hero.documents ?? []).flatMap(({id, fields}) => [id, ...fields.map(({key}) => key)]),
      ...(hero.amlRecords ?? []).flatMap(({findings}) => findings.map(({id}) => id)),
      ...hero.customer.rules.map(({id}) => id),
      'tx-haddad-told-1',
    ]);
    const claims = hero.customer.ai_generated_summary?.claims ?? [];
    assert.ok(claims.length > 2);
    for (const {id} of claims.flatMap(({evidence}) => evidence)) assert.ok(known.has(id), id);
  });

  it('has files that are cut off, empty, too large, too heavy, and not what they say', async () => {
    const {files = [], documents = []} = folderOf(oddFilesId);
    const bytesOf = async (title: string): Promise<Buffer> => {
      const url = documents.find((document) => document.title === title)?.files[0]?.url;
      const file = files.find(({path}) => path === url);
      assert.ok(file, title);
      return Buffer.from(await file.bytes());
    };
    assert.notEqual((await bytesOf('Cut off in the middle')).subarray(-8, -4).toString('latin1'), 'IEND');
    assert.equal((await bytesOf('Without a byte')).length, 0);
    const endless = await bytesOf('Twenty thousand pixels a side');
    assert.deepEqual([endless.readUInt32BE(16), endless.readUInt32BE(20)], [20_000, 20_000]);
    assert.ok(endless.length < 100_000);
    assert.ok((await bytesOf('More than 20 MB')).length > 20 * 1024 * 1024);
    assert.match((await bytesOf('A drawing that says it is a picture')).toString(), /^<svg/);
    assert.match((await bytesOf('A page that says it is a photograph')).toString(), /^<!doctype html>/);
    const pdf = (await bytesOf('A document of pages')).toString('latin1');
    assert.match(pdf, /^%PDF-1\.4/);
    const table = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
    assert.equal(pdf.slice(table, table + 4), 'xref');
    for (const [, place] of pdf.matchAll(/(\d{10}) 00000 n/g))
      assert.match(pdf.slice(Number(place)), /^\d obj|^\d 0 obj/);
  });

  it('is written whole by seeding, with progress', async () => {
    const written: string[] = [];
    const said: string[] = [];
    await seedWorld(
      {
        addTenant: ({id}) => Promise.resolve(void written.push(id)),
        addCustomer: ({customer}) => Promise.resolve(void written.push(customer.id)),
        addVerification: ({verification}) => Promise.resolve(void written.push(verification.id)),
      },
      (line) => said.push(line),
    );
    assert.deepEqual(written, [
      ...world.tenants.map(({id}) => id),
      ...customers.map(({id}) => id),
      ...world.verifications.map(({verification}) => verification.id),
    ]);
    assert.ok(said.length >= 5);
  });
});

describe('the small world', () => {
  it('runs in a browser', async () => {
    const {errors, outputFiles} = await build({
      entryPoints: ['demo/server/world/small-world.ts'],
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
      logLevel: 'silent',
    });
    assert.equal(errors.length, 0);
    assert.doesNotMatch(outputFiles[0]?.text ?? 'node:', /node:/);
  });
});
