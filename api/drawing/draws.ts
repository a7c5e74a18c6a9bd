// Which draws by lot are there, how does one stand, and who brings one further?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import {
  commitmentBody,
  drawBody,
  newDayBody,
  recusalBody,
  revealBody,
} from '../../contract/drawing/draws.ts'
import { commitment, newDay, recordOf, recusal, reveal } from '../../domain/drawing/draw.ts'
import type { Day } from '../../domain/time/days.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { addToDraw, freezePool, mayBegin, mayBind, type Wanted } from './draw-acts.ts'
import { openNextVisits } from './draw-cases.ts'
import { dayOf, drawIn, drawView, listDraws } from './draw-reading.ts'

const described = (summary: string) => describeRoute({ tags: ['draws'], summary })

type Sent<Body extends v.GenericSchema> = v.InferOutput<Body>

const commitmentOf =
  ({ hash }: Sent<typeof commitmentBody>) =>
  (by: string): Wanted => ({
    kind: 'commitment',
    once: `commitment ${by}`,
    sent: { hash },
    judge: (draw, person) => commitment(draw, person, hash),
  })

const revealOf =
  ({ secret }: Sent<typeof revealBody>) =>
  (by: string): Wanted => ({
    kind: 'reveal',
    once: `reveal ${by}`,
    sent: { secret },
    judge: (draw, person) => reveal(draw, person, secret),
  })

const recusalOf = (sent: Sent<typeof recusalBody>) => (): Wanted => ({
  kind: 'recusal',
  once: `recusal ${sent.nth} ${sent.officer}`,
  sent,
  judge: (draw) => recusal(draw, sent),
})

const dayGiven =
  (sent: Sent<typeof newDayBody>, asked: { on: string; today: Day }) => (): Wanted => ({
    kind: 'day',
    once: `day ${sent.day}`,
    sent,
    judge: (draw) => newDay(draw, sent, asked),
  })

export const createDrawRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get('/', described('Draws in scope, newest first, and the form of a new one'), async (c) =>
      c.json(await listDraws(deps, c.var)),
    )
    .get('/:id', described('How a draw stands, with its first visits'), async (c) =>
      c.json(drawView(deps, await drawIn(deps, c.var, c.req.param('id')), c.var)),
    )
    .get('/:id/record', described('Everything by which a draw is repeated'), async (c) =>
      c.json(recordOf(await drawIn(deps, c.var, c.req.param('id')))),
    )
    .post('/', described('Freeze a pool'), checked('json', drawBody), async (c) =>
      c.json(drawView(deps, await freezePool(deps, c, c.req.valid('json')), c.var), 201),
    )
    .post(
      '/:id/commitments',
      described('Bind oneself to a secret by its hash'),
      checked('json', commitmentBody),
      async (c) => c.json(await addToDraw(deps, c, mayBind, commitmentOf(c.req.valid('json')))),
    )
    .post(
      '/:id/reveals',
      described('Say the secret; with the second one the lot is drawn'),
      checked('json', revealBody),
      async (c) => c.json(await addToDraw(deps, c, mayBind, revealOf(c.req.valid('json')))),
    )
    .post(
      '/:id/recusals',
      described('Draw another officer for a visit'),
      checked('json', recusalBody),
      async (c) => c.json(await addToDraw(deps, c, mayBegin, recusalOf(c.req.valid('json')))),
    )
    .post(
      '/:id/days',
      described('Give the visits still to be opened another day, where theirs has passed'),
      checked('json', newDayBody),
      async (c) => {
        const given = dayGiven(c.req.valid('json'), dayOf(deps, c.var))
        return c.json(await addToDraw(deps, c, mayBegin, given))
      },
    )
    .post(
      '/:id/cases',
      described('Open the next cases of a draw; asked again, it goes on'),
      async (c) => c.json(await openNextVisits(deps, c)),
    )
