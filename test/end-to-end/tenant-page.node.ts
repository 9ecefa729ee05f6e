import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {
  openBrowser,
  smallCustomerId,
  startDemo,
  startTenantPage,
  visit,
  withoutBrowser,
  type Demo,
  type TenantPage,
  type Visit,
} from '../support/page.js';

describe("a tenant's page on another origin than the API", {skip: withoutBrowser('chromium')}, () => {
  let tenant: TenantPage;
  let demo: Demo;
  let browser: Browser;
  let page: Visit;

  before(async () => {
    tenant = await startTenantPage();
    [demo, browser] = await Promise.all([startDemo({origins: [tenant.address]}), openBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
    await tenant?.close();
  });
  beforeEach(async () => {
    demo.proxy.heal();
    page = await visit(browser, tenant.address);
  });
  afterEach(() => page.leave());

  /** Puts the profile on the page, as a tenant would. Answers the token that it was given. */
  async function embed(): Promise<string> {
    const session = await fetch(`${demo.address}/back-office/session`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({persona: 'meridian-owner'}),
    });
    const {token, permissions} = (await session.json()) as {token: string; permissions: string[]};
    await page.page.evaluate(
      (apiBaseUrl, customerId, given, granted) => {
        document.cookie = 'canary=cookie';
        const profile = document.createElement('customer-profile');
        document.body.append(Object.assign(profile, {apiBaseUrl, customerId, permissions: granted}));
        profile.auth = () => given;
      },
      `${demo.proxy.address}/api/`,
      smallCustomerId,
      token,
      permissions,
    );
    return token;
  }

  it('AU-11 works across origins, live too, and sends no cookie', async () => {
    await embed();
    await page.live();
    await page.shows('Verification Steps');
    await demo.change({name: 'Renamed across origins'});
    await page.shows('Renamed across origins');
    const asking = () => demo.proxy.asked(/ \/api\//).filter(({isSocket}) => !isSocket);
    await page.until('all sections are asked for', () => asking().length > 5);
    const asked = asking();
    assert.deepEqual(
      asked.filter(({head}) => /^cookie:/im.test(head)).map(({target}) => target),
      [],
    );
    assert.deepEqual((await page.heard()).faults, []);
  });

  it('AU-12 works when the API exposes no header to the page', async () => {
    demo.proxy.script = () => ({
      edit_head: (head) => head.replace(/^access-control-expose-headers:.*\r\n/im, ''),
    });
    await embed();
    await page.live();
    await demo.change({name: 'Renamed without headers'});
    await page.shows('Renamed without headers');
    const readable = await page.page.evaluate(async (url) => {
      const answer = await fetch(url).catch(() => undefined);
      return answer?.headers.get('x-request-id') ?? null;
    }, `${demo.proxy.address}/api/customers/${smallCustomerId}`);
    assert.equal(readable, null);
  });

  it('AU-14 follows no redirect with a token', async () => {
    demo.proxy.script = ({target}) =>
      target.endsWith('/documents?archived=false') || target.endsWith('/documents')
        ? {
            status: 302,
            headers: {
              Location: `${tenant.address}/stolen`,
              'Access-Control-Allow-Origin': tenant.address,
            },
          }
        : undefined;
    await embed();
    await page.until('the documents are asked for', () => demo.proxy.asked(/\/documents/).length > 0);
    await page.until('the failure is told', async () =>
      (await page.heard()).events.some(
        ({type, text}) => type === 'review-error' && text.includes('part: documents'),
      ),
    );
    await page.shows('Verification Steps');
    assert.deepEqual(
      tenant.requests.filter((each) => each.includes('stolen')),
      [],
    );
  });

  it('shows nothing and asks nothing where the API does not know the page', async () => {
    demo.proxy.script = () => ({
      edit_head: (head) => head.replace(/^access-control-allow-origin:.*\r\n/im, ''),
    });
    await embed();
    await page.until('the failure is told', async () =>
      (await page.heard()).events.some(({type}) => type === 'review-error'),
    );
    assert.equal(demo.proxy.dials.length, 0);
    assert.ok(!(await page.text()).includes('Amira Haddad'));
  });

  const cuts = [
    {says: 'an answer that breaks off', fault: {limit_data: 400}},
    {says: 'an answer that is lost', fault: 'drop_response'},
    {says: 'a connection that is reset', fault: 'reset_peer'},
    {says: 'a server in trouble', fault: {status: 503}},
  ] as const;
  for (const {says, fault} of cuts) {
    it(`reads again after ${says}, and shows the profile`, async () => {
      let troubles = 2;
      demo.proxy.script = ({method, target}) =>
        method === 'GET' && target === `/api/customers/${smallCustomerId}` && troubles-- > 0
          ? typeof fault === 'object' && 'status' in fault
            ? {...fault, headers: {'Access-Control-Allow-Origin': tenant.address}}
            : fault
          : undefined;
      await embed();
      await page.shows('Verification Steps');
    });
  }

  it('takes an answer in small pieces', async () => {
    demo.proxy.script = ({target}) => (target.startsWith('/api/') ? {slicer: 97} : undefined);
    await embed();
    await page.live();
    await page.shows('Verification Steps');
    assert.deepEqual((await page.heard()).faults, []);
  });
});
