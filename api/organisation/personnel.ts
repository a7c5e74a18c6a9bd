// Where does an administrator find people, give and end their posts, and disable their accounts?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import {
  appointmentBody,
  appointmentEndBody,
  disablingBody,
  groundBody,
  lossQuery,
  peoplePageQuery,
  personBody,
  phoneBody,
} from '../../contract/organisation/personnel-inputs.ts'
import { line } from '../../contract/parts/date-inputs.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { enrolPerson, removeFactor, sendAgain } from './enrolling.ts'
import { createEnterpriseRoutes } from './enterprises.ts'
import { createMachineRoutes } from './machines.ts'
import {
  disableAccount,
  enableAccount,
  endAppointment,
  giveAppointment,
  lossFor,
} from './personnel-acts.ts'
import { officesFor, peoplePage, personView } from './personnel-reading.ts'
import { changePhone } from './phone.ts'
import { createPostProposalRoutes } from './post-proposals.ts'
import { vacanciesFor } from './vacancies.ts'

const one = v.object({ id: line(100) })
const described = (summary: string) => describeRoute({ tags: ['personnel'], summary })

export const createPersonnelRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .route('/', acts(deps))
    .route('/', accountActs(deps))
    .route('/', phoneActs(deps))
    .route('/proposals', createPostProposalRoutes(deps))
    .route('/enterprises', createEnterpriseRoutes(deps))
    .route('/machines', createMachineRoutes(deps))
    .get(
      '/people',
      described('People within the administrator’s regions, by name, user name or initials'),
      checked('query', peoplePageQuery),
      async (c) => c.json(await peoplePage(deps, c.var, c.req.valid('query'))),
    )
    .get(
      '/offices',
      described('Offices that the administrator may fill, with the roles held there'),
      async (c) => c.json(await officesFor(deps, c.get('actor'))),
    )
    .get(
      '/vacancies',
      described('Posts within the administrator’s regions that nobody holds and somebody needs'),
      async (c) => c.json(await vacanciesFor(deps, c.var)),
    )
    .get(
      '/people/:id',
      described('A person with posts, history, substitutions and open tasks'),
      checked('param', one),
      async (c) => c.json(await personView(deps, c.var, c.req.valid('param').id)),
    )
    .get(
      '/people/:id/loss',
      described('What would stand empty after the end of a post, or of the account'),
      checked('param', one),
      checked('query', lossQuery),
      async (c) => c.json(await lossFor(deps, c, c.req.valid('param').id, c.req.valid('query'))),
    )

const accountActs = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post(
      '/people',
      described(
        'Register a person with posts; a link to set the password is mailed, posts of two wait for an approval',
      ),
      checked('json', personBody),
      async (c) => c.json(await enrolPerson(deps, c, c.req.valid('json')), 201),
    )
    .post(
      '/people/:id/link',
      described('Mail the person another link to set the password'),
      checked('param', one),
      checked('json', groundBody),
      async (c) => c.json(await sendAgain(deps, c, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post(
      '/people/:id/factor-removal',
      described(
        'Take off a second factor whose telephone and recovery codes are lost; all sessions end',
      ),
      checked('param', one),
      checked('json', groundBody),
      async (c) =>
        c.json(await removeFactor(deps, c, c.req.valid('param').id, c.req.valid('json'))),
    )

const phoneActs = (deps: Deps) =>
  new Hono<ApiEnv>().post(
    '/people/:id/phone',
    described('Enter the number by which the person is called, or take it away'),
    checked('param', one),
    checked('json', phoneBody),
    async (c) => c.json(await changePhone(deps, c, c.req.valid('param').id, c.req.valid('json'))),
  )

const acts = (deps: Deps) =>
  new Hono<ApiEnv>()
    .post(
      '/people/:id/appointments',
      described('Give a post, from today or a later day'),
      checked('param', one),
      checked('json', appointmentBody),
      async (c) =>
        c.json(await giveAppointment(deps, c, c.req.valid('param').id, c.req.valid('json')), 201),
    )
    .post(
      '/people/:id/appointments/end',
      described('End a post, at once or with the end of a day'),
      checked('param', one),
      checked('json', appointmentEndBody),
      async (c) =>
        c.json(await endAppointment(deps, c, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post(
      '/people/:id/disabling',
      described('Disable an account: signed out and refused from now on'),
      checked('param', one),
      checked('json', disablingBody),
      async (c) =>
        c.json(await disableAccount(deps, c, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post(
      '/people/:id/enabling',
      described('Enable an account again'),
      checked('param', one),
      checked('json', groundBody),
      async (c) =>
        c.json(await enableAccount(deps, c, c.req.valid('param').id, c.req.valid('json'))),
    )
