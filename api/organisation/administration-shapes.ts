// In which shape does the API answer about escalation policies, and about people with their posts and accounts?
import * as v from 'valibot'
import type { Loss, OfficeChoice, PeoplePage, PersonView } from '../../domain/organisation/personnel-views.ts'
import { type Role, roles } from '../../domain/organisation/roles.ts'
import type {
  EscalationPolicyList,
  EscalationPolicyPeriods,
  EscalationPolicyProposalView,
  EscalationPolicyView,
} from '../../domain/views/escalation-policy-views.ts'
import { text } from '../http/shapes.ts'

type Of<Shape> = v.GenericSchema<unknown, Shape>

const word = v.string()
const count = v.pipe(v.number(), v.integer())
const moment = v.pipe(v.string(), v.isoTimestamp())
const maybe = v.nullable
const list = v.array

const told = v.strictObject({ key: word, words: text })
const unit = v.picklist(['WD', 'ND', 'MIN'])
const by = { id: word, name: word, at: moment }

export const escalationPolicyProposal = v.strictObject({
  ...{ id: word, process: word, clock: word, order: word, reason: word, inForce: v.boolean() },
  status: v.picklist(['proposed', 'approved', 'rejected', 'withdrawn']),
  proposedBy: v.strictObject(by),
  decidedBy: maybe(v.strictObject({ ...by, reason: word })),
  steps: list(
    v.strictObject({ escalationLevel: word, words: text, unit, before: count, after: count, told: list(told), noLonger: list(told) }),
  ),
  acts: list(v.strictObject({ type: v.picklist(['approve', 'reject', 'withdraw']), allowed: v.boolean(), reasons: list(text) })),
}) satisfies Of<EscalationPolicyProposalView>

const escalationPolicyRow = {
  process: word,
  title: text,
  clock: word,
  words: text,
  inForce: maybe(word),
  since: maybe(moment),
  waiting: count,
}
export const escalationPolicies = v.strictObject({
  items: list(v.strictObject(escalationPolicyRow)),
  mayPropose: v.boolean(),
}) satisfies Of<EscalationPolicyList>
export const escalationPolicy = v.strictObject({
  ...escalationPolicyRow,
  escalationLevels: list(
    v.strictObject({
      escalationLevel: word,
      words: text,
      unit,
      n: count,
      notify: list(told),
      must: maybe(word),
      most: maybe(v.strictObject({ n: count, article: text, confidence: word })),
    }),
  ),
  addresses: list(told),
  history: list(escalationPolicyProposal),
  mayPropose: v.boolean(),
  counts: list(v.strictObject({ escalationPolicy: maybe(word), since: maybe(moment), running: count })),
}) satisfies Of<EscalationPolicyView>

const escalationLevelStatus = v.picklist(['planned', 'fired', 'collapsed', 'skipped', 'cancelled', 'held'])
export const escalationPolicyPeriods = v.strictObject({
  items: list(
    v.strictObject({
      caseId: word,
      number: word,
      title: word,
      region: text,
      due: word,
      escalationPolicy: maybe(word),
      since: maybe(moment),
      escalationLevels: list(
        v.strictObject({ escalationLevel: word, words: text, status: escalationLevelStatus, keeps: moment, instead: maybe(moment) }),
      ),
    }),
  ),
  ...{ total: count, cursor: maybe(word) },
}) satisfies Of<EscalationPolicyPeriods>

const role = v.picklist(Object.keys(roles) as Role[])
const who = { id: word, name: word, username: word, enterprise: maybe(word), active: v.boolean() }
export const people = v.strictObject({
  items: list(
    v.strictObject({ ...who, posts: list(v.strictObject({ office: text, role: text, until: maybe(moment) })), openTasks: count }),
  ),
  ...{ total: count, cursor: maybe(word) },
}) satisfies Of<PeoplePage>

const ground = maybe(v.strictObject({ name: word, at: moment, order: maybe(word), reason: word }))
const post = v.strictObject({
  ...{ office: word, officeName: text, role, roleName: text, region: word, since: moment, until: maybe(moment) },
  ...{ status: v.picklist(['planned', 'held', 'over']), givenBy: ground, endedBy: ground, mayEnd: v.boolean() },
})
const step = v.strictObject({
  ...{
    act: v.picklist(['given', 'ended', 'disabled', 'enabled', 'registered', 'link', 'factor-removed']),
    post: maybe(text),
    since: maybe(moment),
    until: maybe(moment),
  },
  ...{ order: maybe(word), reason: word, emptied: list(text), name: word, at: moment },
})
const person = v.strictObject({ id: word, name: word })
const standIn = v.strictObject({
  ...{ id: word, person, substitute: person, from: word, to: word, order: word },
  status: v.picklist(['waiting', 'planned', 'in-force', 'over', 'ended']),
})
const openPost = v.strictObject({
  ...{ id: word, post: text, from: word, until: maybe(word), order: maybe(word), reason: word, proposedBy: word, proposedAt: moment },
  person: v.strictObject({ id: word, name: word, username: word, mail: word }),
  ...{ mayApprove: v.boolean(), mayWithdraw: v.boolean(), whyNot: list(text) },
})
export const personnel = v.strictObject({
  ...{ ...who, mail: word, posts: list(post), history: list(step), substitutions: list(standIn), moreTasks: v.boolean() },
  tasks: list(v.strictObject({ caseId: word, number: word, title: word, words: text, dueAt: moment, group: text })),
  ...{ mayGive: v.boolean(), mayDisable: v.boolean(), whyNot: list(text), entered: v.boolean(), secondFactor: v.boolean() },
  waiting: list(openPost),
}) satisfies Of<PersonView>

export const offices = v.strictObject({
  items: list(v.strictObject({ id: word, name: text, roles: list(v.strictObject({ role, name: text })) })),
}) satisfies Of<{ items: OfficeChoice[] }>

export const duty = v.strictObject({
  process: word,
  title: text,
  kind: v.picklist(['task', 'escalation', 'clockOwner', 'start']),
  words: text,
})
export const loss = v.strictObject({
  emptied: list(v.strictObject({ group: word, words: text, waiting: count, duties: list(duty) })),
  ...{ tasks: count, warnings: list(text) },
}) satisfies Of<Loss>
