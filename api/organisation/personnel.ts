// Where does an administrator find people, give and end their posts, and disable their accounts?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { newPerson } from '../account/account-input.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked, cursor, day, limit, moment } from '../http/input.ts'
import { enrolPerson, removeFactor, sendAgain } from './enrolling.ts'
import { createEnterpriseRoutes } from './enterprises.ts'
import { createMachineRoutes } from './machines.ts'
import { disableAccount, enableAccount, endAppointment, giveAppointment, lossFor } from './personnel-acts.ts'
import { officesFor, peoplePage, personView } from './personnel-reading.ts'
import { createPostProposalRoutes } from './post-proposals.ts'
import { vacanciesFor } from './vacancies.ts'

const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max))
const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema), null)
const ground = { order: optional(line(200)), reason: line(500) }
const knowingly = v.optional(v.boolean(), false)
const one = v.object({ id: line(100) })
const given = v.strictObject({ office: line(100), role: line(40), from: day, until: optional(day), ...ground })
const ended = v.strictObject({ office: line(100), role: line(40), since: moment, until: optional(day), knowingly, ...ground })
const disabled = v.strictObject({ knowingly, ...ground })
const listed = v.object({
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''),
  office: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
  standing: v.optional(v.picklist(['all', 'active', 'disabled']), 'all'),
  limit,
  cursor,
})
const losing = v.object({ office: v.optional(line(100)), role: v.optional(line(40)), since: v.optional(moment), until: v.optional(day) })
const described = (summary: string) => describeRoute({ tags: ['personnel'], summary })

export const createPersonnelRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .route('/', acts(deps))
    .route('/', accountActs(deps))
    .route('/proposals', createPostProposalRoutes(deps))
    .route('/enterprises', createEnterpriseRoutes(deps))
    .route('/machines', createMachineRoutes(deps))
    .get(
      '/people',
      described('People within the administrator’s regions, by name, user name or initials'),
      checked('query', listed),
      async (c) => c.json(await peoplePage(deps, c.var, c.req.valid('query'))),
    )
    .get('/offices', described('Offices that the administrator may fill, with the roles held there'), async (c) =>
      c.json(await officesFor(deps, c.get('actor'))),
    )
    .get('/vacancies', described('Posts within the administrator’s regions that nobody holds and somebody needs'), async (c) =>
      c.json(await vacanciesFor(deps, c.var)),
    )
    .get('/people/:id', described('A person with posts, history, substitutions and open tasks'), checked('param', one), async (c) =>
      c.json(await personView(deps, c.var, c.req.valid('param').id)),
    )
    .get(
      '/people/:id/loss',
      described('What would stand empty after the end of a post, or of the account'),
      checked('param', one),
      checked('query', losing),
      async (c) => c.json(await lossFor(deps, c, c.req.valid('param').id, c.req.valid('query'))),
    )

const post = v.strictObject({ office: line(100), role: line(40), from: day, until: optional(day) })
const enrolled = v.strictObject({ ...newPerson, posts: v.pipe(v.array(post), v.minLength(1), v.maxLength(10)), ...ground })

const accountActs = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post(
      '/people',
      described('Register a person with posts; a link to set the password is mailed, posts of two wait for an approval'),
      checked('json', enrolled),
      async (c) => c.json(await enrolPerson(deps, c, c.req.valid('json')), 201),
    )
    .post(
      '/people/:id/link',
      described('Mail the person another link to set the password'),
      checked('param', one),
      checked('json', v.strictObject(ground)),
      async (c) => c.json(await sendAgain(deps, c, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post(
      '/people/:id/factor-removal',
      described('Take off a second factor whose telephone and recovery codes are lost; all sessions end'),
      checked('param', one),
      checked('json', v.strictObject(ground)),
      async (c) => c.json(await removeFactor(deps, c, c.req.valid('param').id, c.req.valid('json'))),
    )

const acts = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post(
      '/people/:id/appointments',
      described('Give a post, from today or a later day'),
      checked('param', one),
      checked('json', given),
      async (c) => c.json(await giveAppointment(deps, c, c.req.valid('param').id, c.req.valid('json')), 201),
    )
    .post(
      '/people/:id/appointments/end',
      described('End a post, at once or with the end of a day'),
      checked('param', one),
      checked('json', ended),
      async (c) => c.json(await endAppointment(deps, c, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post(
      '/people/:id/disabling',
      described('Disable an account: signed out and refused from now on'),
      checked('param', one),
      checked('json', disabled),
      async (c) => c.json(await disableAccount(deps, c, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post(
      '/people/:id/enabling',
      described('Enable an account again'),
      checked('param', one),
      checked('json', v.strictObject(ground)),
      async (c) => c.json(await enableAccount(deps, c, c.req.valid('param').id, c.req.valid('json'))),
    )
