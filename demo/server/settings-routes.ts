import * as z from 'zod/mini';
import {auditEventTypes} from '../../src/domain/audit-event.js';
import {mayReadVerification} from '../../src/domain/verification-resources.js';
import {scoringSettingsSchema, type ScoringSettings} from '../../src/domain/scoring-settings.js';
import {webhookSchema, type Webhook} from '../../src/domain/webhook.js';
import {refuseMethod, type Asked, type Kit} from './app-kit.js';
import {readBody} from './cases/bodies.js';
import {usualScoring} from './cases/make-score.js';
import {Problem} from './problem.js';
import type {Notification, NotificationTemplate, StoredWebhook} from './records/outbox-records.js';
import type {User} from './records/records.js';
import {newSecret, refusedUrl} from './webhook-address.js';

/** Under which name the weights of an organisation's scores are kept. */
export const scoringName = 'scoring';

const mostWebhooks = 20;
const notificationsShown = 200;
/** Half of the way around the Earth: nothing is further away. */
const furthestKm = 20_038;

const points = z.int().check(z.gte(0), z.lte(100));
const km = z.number().check(z.gte(0), z.lte(furthestKm));

const scoringBody = z.strictObject({
  weights: z.strictObject({
    face: points,
    name: points,
    dob: points,
    address: points,
    gender: points,
    nationality: points,
  }),
  proximity_threshold_km: z.optional(z.nullable(km)),
});

const webhookBody = z.strictObject({
  url: z.string().check(
    z.maxLength(2000),
    z.refine((url) => refusedUrl(url) === undefined, {
      error: ({input}) => refusedUrl(String(input)) ?? 'Not an address for a webhook.',
    }),
  ),
  events: z.array(z.enum(auditEventTypes)),
});

const oneLine = z.refine((text: unknown) => !/\p{Cc}/u.test(String(text)), {
  error: 'One line, nothing unseen.',
});
const written = z.refine((text: unknown) => String(text).trim() !== '', {error: 'Nothing is written.'});
const withoutZero = z.refine((text: unknown) => !String(text).includes('\0'), {error: 'Text.'});
const templateBody = z.strictObject({
  subject: z.string().check(z.maxLength(200), written, oneLine),
  text: z.string().check(z.maxLength(10_000), written, withoutZero),
  enabled: z.boolean(),
});

/** A mail that was sent or waits to be. Of the demo: what a mail server would show. */
export const notificationSchema = z.object({
  id: z.string(),
  verification_id: z.string(),
  event: z.string(),
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  created_at: z.string(),
  attempts: z.int(),
  sent_at: z.nullable(z.string()),
});
export const templateSchema = z.object({
  event: z.string(),
  subject: z.string(),
  text: z.string(),
  enabled: z.boolean(),
});

interface Operation {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  /** What is sent; absent: nothing. */
  readonly body?: z.ZodMiniType;
  readonly status: 200 | 201 | 204;
  /** What comes back; absent: nothing. */
  readonly answer?: z.ZodMiniType;
  /** It comes as `{items: […]}`. */
  readonly isList?: boolean;
}

/** Everything below `settings`. All of it is kept for owners and admins; whatever changes something needs a key. */
export const settingsOperations = [
  {
    method: 'GET',
    path: 'settings/scoring',
    summary: 'What each mismatch costs, and from how far on a device has diverged.',
    status: 200,
    answer: scoringSettingsSchema,
  },
  {
    method: 'PUT',
    path: 'settings/scoring',
    summary: 'For scores that are made from now on.',
    body: scoringBody,
    status: 200,
    answer: scoringSettingsSchema,
  },
  {
    method: 'GET',
    path: 'settings/webhooks',
    summary: 'Where the organisation’s own systems hear of events.',
    status: 200,
    answer: webhookSchema,
    isList: true,
  },
  {
    method: 'POST',
    path: 'settings/webhooks',
    summary: 'The secret comes in this answer and never again. No event named means every event.',
    body: webhookBody,
    status: 201,
    answer: webhookSchema,
  },
  {
    method: 'DELETE',
    path: 'settings/webhooks/:id',
    summary: 'What was not delivered yet is dropped.',
    status: 204,
  },
  {
    method: 'GET',
    path: 'settings/notifications',
    summary: 'The newest mails, sent or not.',
    status: 200,
    answer: notificationSchema,
    isList: true,
  },
  {
    method: 'GET',
    path: 'settings/notifications/templates',
    summary: 'What is mailed at which event.',
    status: 200,
    answer: templateSchema,
    isList: true,
  },
  {
    method: 'PUT',
    path: 'settings/notifications/templates/:event',
    summary: 'May name {subject}, {id}, {status}, {note}, {by} and {at}.',
    body: templateBody,
    status: 200,
    answer: templateSchema,
  },
] as const satisfies readonly Operation[];

/** What an organisation sets for itself. */
export function addSettingsRoutes({app, records, clock, intents, signIn}: Kit): void {
  const {outbox} = records;

  async function signInKeeper(context: Asked): Promise<User> {
    const user = await signIn(context);
    if (!mayReadVerification('scoringSettings', user)) throw new Problem('forbidden');
    return user;
  }
  async function signInForChange(context: Asked): Promise<User> {
    const user = await signInKeeper(context);
    intents.count(user);
    return user;
  }

  app.get('/settings/scoring', async (context) => {
    const {tenant} = await signInKeeper(context);
    return context.json((await outbox.settings<ScoringSettings>(tenant, scoringName)) ?? usualScoring);
  });
  app.put('/settings/scoring', async (context) => {
    const user = await signInForChange(context);
    const {weights, proximity_threshold_km} = await readBody(context.req.raw, scoringBody);
    const settings = {weights, proximity_threshold_km: proximity_threshold_km ?? null};
    return intents.answer(context, user, settings, async (desk) => {
      await desk.outbox.putSettings(user.tenant, scoringName, settings);
      return {body: settings};
    });
  });

  app.get('/settings/webhooks', async (context) => {
    const {tenant} = await signInKeeper(context);
    return context.json({items: (await outbox.webhooks(tenant)).map((each) => webhookOf(each))});
  });
  app.post('/settings/webhooks', async (context) => {
    const user = await signInForChange(context);
    const {tenant} = user;
    const {url, events} = await readBody(context.req.raw, webhookBody);
    return intents.answer(context, user, {url, events}, async (desk) => {
      if ((await desk.outbox.webhooks(tenant)).length >= mostWebhooks) {
        const message = `At most ${mostWebhooks} webhooks.`;
        throw new Problem('invalid', {errors: [{path: '', message}]});
      }
      const webhook = {
        tenant,
        id: `wh_${crypto.randomUUID()}`,
        url,
        events: [...new Set(events)],
        secret: newSecret(),
        created_at: new Date(clock.now()).toISOString(),
      };
      await desk.outbox.addWebhook(webhook);
      return {status: 201, body: {...webhookOf(webhook), secret: webhook.secret}};
    });
  });
  app.delete('/settings/webhooks/:id', async (context) => {
    const user = await signInForChange(context);
    const id = context.req.param('id');
    return intents.answer(context, user, null, async (desk) => {
      if (!isName(id) || !(await desk.outbox.removeWebhook(user.tenant, id))) throw new Problem('not_found');
      return {status: 204};
    });
  });

  app.get('/settings/notifications', async (context) => {
    const {tenant} = await signInKeeper(context);
    const all = await outbox.notifications(tenant, notificationsShown);
    return context.json({items: all.map((each) => notificationOf(each))});
  });
  app.get('/settings/notifications/templates', async (context) => {
    const {tenant} = await signInKeeper(context);
    return context.json({items: await outbox.templates(tenant)});
  });
  app.put('/settings/notifications/templates/:event', async (context) => {
    const user = await signInForChange(context);
    const event = auditEventTypes.find((each) => each === context.req.param('event'));
    if (event === undefined) throw new Problem('not_found');
    const template: NotificationTemplate = {event, ...(await readBody(context.req.raw, templateBody))};
    return intents.answer(context, user, template, async (desk) => {
      await desk.outbox.putTemplate(user.tenant, template);
      return {body: template};
    });
  });

  const methods = new Map<string, string[]>();
  for (const {method, path} of settingsOperations) {
    methods.set(path, [...(methods.get(path) ?? []), ...(method === 'GET' ? ['GET', 'HEAD'] : [method])]);
  }
  for (const [path, known] of methods) app.all(`/${path}`, refuseMethod([...known, 'OPTIONS'].join(', ')));
}

const isName = (id: string): boolean => /^[\w-]{1,64}$/.test(id);

/** The secret is left out: it was shown when the webhook was made. */
const webhookOf = ({id, url, events, created_at}: StoredWebhook): Webhook => ({id, url, events, created_at});

const notificationOf = ({sent_at, ...rest}: Notification) => ({
  ...rest,
  sent_at: sent_at === null ? null : new Date(sent_at).toISOString(),
});
