// How does a new case begin, for which enterprise and in which region?
import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { startBody, startQuery } from '../../contract/case/cases.ts'
import { readOpenCases } from '../../db/cases/open-cases-reads.ts'
import type { EnterpriseRow } from '../../db/organisation/directory-reads.ts'
import { withScope } from '../../db/scope.ts'
import {
  type FieldFault,
  lacking,
  outOfPlace,
} from '../../domain/engine/judging/applicable-fields.ts'
import { postsWanted } from '../../domain/engine/judging/judgement.ts'
import { isParty } from '../../domain/engine/judging/party-sight.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Field, ProcessDefinition } from '../../domain/model/process.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { asOwner, mayStart, mayStartIn, type Scope } from '../../domain/organisation/policy.ts'
import { isRegion, regionsBelow } from '../../domain/organisation/regions.ts'
import { checkFiles } from '../evidence/evidence.ts'
import {
  answerTo,
  commandFor,
  type IdempotentRequest,
  madeBefore,
  requestOf,
} from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked, invalid, issuesOf } from '../http/input.ts'
import { withHeld } from '../licences/held-licence.ts'
import { withEarlierCase } from './earlier-case.ts'
import { withFirstEntry } from './entry-choice.ts'
import { followReceipt } from './follow-code.ts'
import { registered } from './register.ts'
import { linkTo } from './self-check-link.ts'

export const createStartRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().post(
    '/:process',
    describeRoute({ tags: ['cases'], summary: 'Start a case with the first event of its process' }),
    checked('query', startQuery),
    checked('json', startBody),
    async (c) => {
      const process = Object.hasOwn(deps.processes, c.req.param('process'))
        ? deps.processes[c.req.param('process')]
        : undefined
      if (!process) throw new DomainError('not-found')
      const sent = c.req.valid('json')
      const request = requestOf(c, { process: process.id, data: sent.data })
      const link = await linkTo(
        deps,
        process,
        { author: request.author, scope: c.get('scope') },
        c.req.valid('query').selfCheck,
      )
      const command =
        (await madeBefore(deps, request)) ??
        (await order(deps, process, request, sent.data, { scope: c.get('scope'), at: c.get('at') }))
      const answer = await answerTo(deps, command, process.id)
      await link(answer.id, c.get('at'))
      const follow = process.start.followable?.(command.body, request.author)
        ? { follow: await followReceipt(deps, process, { ...command, caseId: answer.id }) }
        : {}
      return c.json({ ...answer, ...follow }, 201)
    },
  )

type Reading = { scope: Scope; at: string }

/** Looks whether the request is a case of its author's to start. */
export const order = async (
  deps: Deps,
  process: ProcessDefinition,
  request: IdempotentRequest,
  answers: Record<string, unknown>,
  { scope, at }: Reading,
) => {
  const { author } = request
  if (!mayStart(process, author)) throw notYours(process)
  const { form, enterprise } = await fromRegister(deps, author, scope, answers)
  const { fields } = process.start
  refuse(outOfPlace(fields, form), fields)
  const held = enterprise ? await withHeld(deps, { process, scope, enterprise, at }, form) : form
  const { begunBy } = process.start
  const entered = begunBy ? await withFirstEntry(deps, begunBy, { scope, data: held, at }) : held
  const filled = await withEarlierCase(deps, process, { scope, data: entered })
  const parsed = v.safeParse(process.start.schema, filled)
  if (!parsed.success) throw invalid(issuesOf(parsed.issues), fields)
  refuse(lacking(fields, parsed.output, isParty(author)), fields)
  const { region, owner } = process.describe(parsed.output, author)
  if (!isRegion(region)) throw invalid([{ path: 'region', message: 'unknown region' }], fields)
  if (!mayStartIn(process, author, { region, owner })) throw notYours(process)
  await mayBegin(deps, process, { owner, data: parsed.output, at }, scope)
  await checkFiles(deps, { fields, data: parsed.output, actorId: author.id, caseId: null })
  return commandFor(request, {
    caseId: randomUUID(),
    type: process.start.type,
    taskId: null,
    body: parsed.output,
    ifMatch: null,
    at,
  })
}

const refuse = (faults: FieldFault[], fields: Field[]): void => {
  if (faults.length > 0)
    throw invalid(
      faults.map(({ field, words }) => ({ path: field.name, message: words.en, words })),
      fields,
    )
}

type Wanted = { owner: string | null; data: Record<string, unknown>; at: string }

/** What the enterprise has open already may stand in the way, wherever it lies: so it is read as the enterprise's own. */
const mayBegin = async (
  { connection }: Deps,
  { id, hindrance }: ProcessDefinition,
  { owner, ...request }: Wanted,
  scope: Scope,
) => {
  if (!hindrance || owner === null) return
  const open = await withScope(connection.pool, asOwner(scope, owner), (tx) =>
    readOpenCases(tx, id, owner),
  )
  const reasons = open.flatMap((other) => hindrance(other, request) ?? [])
  if (reasons.length > 0) throw new DomainError('not-allowed', reasons)
}

type Filled = { form: Record<string, unknown>; enterprise: EnterpriseRow | null }

/** Enterprise, its name and its region come from the register, whatever the client says; people of an enterprise speak for their own. */
const fromRegister = async (
  deps: Deps,
  actor: Actor,
  scope: Scope,
  fields: Record<string, unknown>,
): Promise<Filled> => {
  const { enterprise: named, enterpriseName: _, region: wantedRegion, ...rest } = fields
  const key = actor.kind === 'person' && actor.enterprise !== null ? actor.enterprise : named
  if (key === undefined || key === null || key === '')
    return { form: { ...rest, ...regionOf(actor, wantedRegion) }, enterprise: null }
  const reach = actor.kind === 'machine' ? { ...scope, regions: regionsBelow(actor.region) } : scope
  const found = await registered(deps, scope, key, reach)
  return {
    form: { ...rest, enterprise: found.id, enterpriseName: found.name, region: found.region },
    enterprise: found,
  }
}

/** A case without an enterprise lies where its author says, or where he works. */
const regionOf = (actor: Actor, wantedRegion: unknown): { region?: unknown } => {
  const own =
    actor.kind === 'machine'
      ? actor.region
      : actor.kind === 'person'
        ? actor.appointments[0]?.region
        : undefined
  const region = wantedRegion ?? own
  return region === undefined ? {} : { region }
}

const notYours = ({ start }: ProcessDefinition): DomainError =>
  new DomainError(
    'not-allowed',
    Array.isArray(start.by) ? [postsWanted(start.by.map(({ role }) => `/${role}`))] : [],
  )
