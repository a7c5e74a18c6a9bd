// What do the routes of people, their posts and accounts take and answer?
import * as v from 'valibot'
import { type Role, roles } from '../../domain/organisation/roles.ts'
import type { Duty } from '../../domain/organisation/vacancies.ts'
import { reasoned } from '../parts/date-inputs.ts'
import { bilingual, flag, integer, list, maybe, moment, type Of, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'
import {
  appointmentBody,
  appointmentEndBody,
  disablingBody,
  groundBody,
  lossQuery,
  peoplePageQuery,
  personBody,
  phoneBody,
} from './personnel-inputs.ts'

const role = v.picklist(Object.keys(roles) as Role[])

const who = {
  id: string,
  name: string,
  username: string,
  enterprise: maybe(string),
  active: flag,
}

const people = v.strictObject({
  items: list(
    v.strictObject({
      ...who,
      posts: list(v.strictObject({ office: bilingual, role: bilingual, until: maybe(moment) })),
      openTasks: integer,
    }),
  ),
  total: integer,
  cursor: maybe(string),
})
export type PeoplePage = v.InferOutput<typeof people>
export type PersonRow = PeoplePage['items'][number]

const ground = maybe(
  v.strictObject({ name: string, at: moment, order: maybe(string), reason: string }),
)

const post = v.strictObject({
  office: string,
  officeName: bilingual,
  role,
  roleName: bilingual,
  region: string,
  since: moment,
  until: maybe(moment),
  status: v.picklist(['planned', 'held', 'over']),
  appointedBy: ground,
  endedBy: ground,
  mayEnd: flag,
})

const step = v.strictObject({
  act: v.picklist([
    'given',
    'ended',
    'disabled',
    'enabled',
    'registered',
    'link',
    'factor-removed',
    'phone-changed',
    'phone-removed',
  ]),
  post: maybe(bilingual),
  since: maybe(moment),
  until: maybe(moment),
  order: maybe(string),
  reason: string,
  emptied: list(bilingual),
  name: string,
  at: moment,
})

const person = v.strictObject({ id: string, name: string })

const standIn = v.strictObject({
  id: string,
  person,
  substitute: person,
  from: string,
  to: string,
  order: string,
  status: v.picklist(['waiting', 'planned', 'in-force', 'over', 'ended']),
})

const openPost = v.strictObject({
  id: string,
  post: bilingual,
  from: string,
  until: maybe(string),
  order: maybe(string),
  reason: string,
  proposedBy: string,
  proposedAt: moment,
  person: v.strictObject({ id: string, name: string, username: string, mail: string }),
  mayApprove: flag,
  mayWithdraw: flag,
  whyNot: list(bilingual),
})

const personnel = v.strictObject({
  ...who,
  mail: string,
  /** The number by which he is called, with its middle covered. */
  phone: maybe(string),
  posts: list(post),
  history: list(step),
  substitutions: list(standIn),
  moreTasks: flag,
  /** Open tasks in his name, within the reader's scope. */
  tasks: list(
    v.strictObject({
      caseId: string,
      number: string,
      title: string,
      words: bilingual,
      dueAt: moment,
      group: bilingual,
    }),
  ),
  mayGive: flag,
  mayDisable: flag,
  whyNot: list(bilingual),
  /** Whether a password has been set. */
  entered: flag,
  secondFactor: flag,
  /** Posts that wait for a second administrator. */
  waiting: list(openPost),
})
export type PersonView = v.InferOutput<typeof personnel>
export type PostView = v.InferOutput<typeof post>
export type PersonnelStep = v.InferOutput<typeof step>
/** A post that one administrator wants to give and another has to approve. */
export type OpenPostView = v.InferOutput<typeof openPost>
const openPosts = v.strictObject({ items: list(openPost) })

const office = v.strictObject({
  id: string,
  name: bilingual,
  roles: list(v.strictObject({ role, name: bilingual })),
})
export type OfficeChoice = v.InferOutput<typeof office>
const offices = v.strictObject({ items: list(office) })

export const dutyShape = v.strictObject({
  process: string,
  title: bilingual,
  kind: v.picklist(['task', 'escalation', 'clockOwner', 'start']),
  words: bilingual,
}) satisfies Of<Duty>

const loss = v.strictObject({
  emptied: list(
    v.strictObject({ group: string, words: bilingual, waiting: integer, duties: list(dutyShape) }),
  ),
  tasks: integer,
  warnings: list(bilingual),
})
export type Loss = v.InferOutput<typeof loss>
/** A post that nobody would hold any more, and what that leaves undone. */
export type Emptied = Loss['emptied'][number]

export const personnelContract = {
  'POST /api/personnel/people/{id}/appointments': {
    body: appointmentBody,
    status: 201,
    description: 'Given',
    answer: personnel,
  },
  'POST /api/personnel/people/{id}/appointments/end': {
    body: appointmentEndBody,
    status: 200,
    description: 'Ended',
    answer: personnel,
  },
  'POST /api/personnel/people/{id}/disabling': {
    body: disablingBody,
    status: 200,
    description: 'Disabled',
    answer: personnel,
  },
  'POST /api/personnel/people/{id}/enabling': {
    body: groundBody,
    status: 200,
    description: 'Enabled',
    answer: personnel,
  },
  'POST /api/personnel/people': {
    body: personBody,
    status: 201,
    description: 'Registered',
    answer: personnel,
  },
  'POST /api/personnel/people/{id}/link': {
    body: groundBody,
    status: 200,
    description: 'Mailed',
    answer: personnel,
  },
  'POST /api/personnel/people/{id}/factor-removal': {
    body: groundBody,
    status: 200,
    description: 'Taken off',
    answer: personnel,
  },
  'POST /api/personnel/people/{id}/phone': {
    body: phoneBody,
    status: 200,
    description: 'Changed',
    answer: personnel,
  },
  'GET /api/personnel/proposals': {
    status: 200,
    description: 'Posts that wait for a second administrator',
    answer: openPosts,
  },
  'POST /api/personnel/proposals/{id}/{decision}': {
    body: reasoned,
    status: 200,
    description: 'Those that still wait',
    answer: openPosts,
  },
  'GET /api/personnel/people': {
    query: peoplePageQuery,
    status: 200,
    description: 'One page of people',
    answer: people,
  },
  'GET /api/personnel/offices': {
    status: 200,
    description: 'Offices and the roles held there',
    answer: offices,
  },
  'GET /api/personnel/people/{id}': { status: 200, description: 'The person', answer: personnel },
  'GET /api/personnel/people/{id}/loss': {
    query: lossQuery,
    status: 200,
    description: 'What would stand empty',
    answer: loss,
  },
} as const satisfies ContractRoutes
