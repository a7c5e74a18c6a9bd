// How do administrators see what came in and could not be used, and have it tried again? (S16)
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { refusedQuery } from '../../contract/letters/letters.ts'
import { pageQuery, reasoned } from '../../contract/parts/date-inputs.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import {
  commandPage,
  countPage,
  framePage,
  frameView,
  lettersView,
  outboxPage,
} from './letter-reading.ts'
import { replayCommand, replayDelivery, replayFrame } from './replays.ts'

const numbered = v.object({ id: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)) })
const named = v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) })
const described = (summary: string) => describeRoute({ tags: ['letters'], summary })

export const createLetterRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/', described('How many wait for somebody, and what may be chosen among'), async (c) =>
      c.json(await lettersView(deps, c)),
    )
    .get(
      '/frames',
      described('Frames, messages and pushes that were refused'),
      checked('query', refusedQuery),
      async (c) => c.json(await framePage(deps, c, c.req.valid('query'))),
    )
    .get(
      '/frames/:id',
      described('One of them: its bytes, and what they say today'),
      checked('param', numbered),
      async (c) => c.json(await frameView(deps, c, c.req.valid('param').id)),
    )
    .get(
      '/counts',
      described('How often what was refused, also of what was not kept'),
      checked('query', refusedQuery),
      async (c) => c.json(await countPage(deps, c, c.req.valid('query'))),
    )
    .get(
      '/commands',
      described('Commands that could not be decided because of a defect'),
      checked('query', pageQuery),
      async (c) => c.json(await commandPage(deps, c, c.req.valid('query'))),
    )
    .get(
      '/outbox',
      described('What an alarm has to tell its case and could not'),
      checked('query', pageQuery),
      async (c) => c.json(await outboxPage(deps, c, c.req.valid('query'))),
    )
    .route('/', replays(deps))

const replays = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post(
      '/frames/:id/replay',
      described('Hand it to its protocol again; what it says is taken as late data'),
      checked('param', numbered),
      checked('json', reasoned),
      async (c) =>
        c.json(
          await replayFrame(deps, c, c.req.valid('param').id, c.req.valid('json').reason),
          202,
        ),
    )
    .post(
      '/commands/:id/replay',
      described('Hand it to its case again'),
      checked('param', named),
      checked('json', reasoned),
      async (c) =>
        c.json(
          await replayCommand(deps, c, c.req.valid('param').id, c.req.valid('json').reason),
          202,
        ),
    )
    .post(
      '/outbox/:id/replay',
      described('Deliver it again at once'),
      checked('param', numbered),
      checked('json', reasoned),
      async (c) =>
        c.json(
          await replayDelivery(deps, c, c.req.valid('param').id, c.req.valid('json').reason),
          202,
        ),
    )
