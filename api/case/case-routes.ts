// How does a client read one case and act on it?
import { setTimeout as sleep } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { ActAnswer } from '../../contract/case/cases.ts'
import { actBody, caseQuery, timelineQuery } from '../../contract/case/cases.ts'
import { readFacts, readForAct } from '../../db/cases/cases-reads.ts'
import type { Command } from '../../db/cases/commands.ts'
import { knownDocuments } from '../../db/cases/documents.ts'
import { readHashes } from '../../db/files/uploads.ts'
import { withScope } from '../../db/scope.ts'
import { newerAnswers } from '../../domain/engine/answers/shared-answers.ts'
import { servable } from '../../domain/engine/judging/document-acts.ts'
import { isStale, judge, offer } from '../../domain/engine/judging/judge.ts'
import { DomainError, errorCodes } from '../../domain/language/errors.ts'
import { filesNamed, verifyRecord } from '../../domain/model/chain.ts'
import type { Act } from '../../domain/model/command.ts'
import type { KnownDocument } from '../../domain/model/document.ts'
import { definitionOf, type ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { isRecordingVerb } from '../../domain/model/recordings/recordings.ts'
import { audienceOf, isStaff, type Scope } from '../../domain/organisation/policy.ts'
import { verbOf } from '../../domain/tasks/verbs.ts'
import { checkFiles } from '../evidence/evidence.ts'
import { withRecording } from '../evidence/recording-act.ts'
import { behindOthers } from '../http/behind.ts'
import {
  answerTo,
  asWritten,
  commandFor,
  type IdempotentRequest,
  ifMatchOf,
  requestOf,
  sameContent,
} from '../http/command.ts'
import { type ApiEnv, type Deps, decisionContextOf } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { awaitRevision, caseIn, materialNow, processOf, storyIn } from '../reading/case-reading.ts'
import { caseView, timelineFor } from '../reading/case-view.ts'
import { asTheCaseNeeds } from './act-form.ts'
import { createAheadRoutes } from './ahead.ts'
import { withPastOf, withPastOffered } from './past-cases.ts'
import { withUnmasked } from './unmasking.ts'

/** What was written down at a place, and may arrive from many phones at once. */
const notesIn = ({ processes }: Pick<Deps, 'processes'>): ReadonlySet<string> =>
  new Set(
    Object.values(processes).flatMap(({ events }) =>
      Object.keys(events).filter((type) => events[type]?.fieldNote === 'note'),
    ),
  )

export const createCaseRoutes = (deps: Deps, noted = notesIn(deps)) =>
  new Hono<ApiEnv>()
    .route('/', createAheadRoutes(deps))
    .route('/', reading(deps))
    .post(
      '/:id/acts',
      describeRoute({
        tags: ['cases'],
        summary: 'Act on a case: an event of its chart, a desk verb, a clock verb',
      }),
      checked('json', actBody),
      async (c) => {
        const { type, data, taskId = null, writtenBy } = c.req.valid('json')
        asWritten(c, writtenBy)
        const wanted = { type, data, taskId }
        const act = () => perform(deps, c, c.req.param('id'), wanted)
        const done = noted.has(type) ? await behindOthers(act) : await act()
        const answer = await withUnmasked(deps, c, done, wanted)
        return c.json(answer)
      },
    )

const reading = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/:id',
      describeRoute({ tags: ['cases'], summary: 'A case with its tasks, clocks and acts' }),
      checked('query', caseQuery),
      async (c) => {
        const { actor, scope, at } = c.var
        await awaitRevision(deps, scope, c.req.valid('query').minRevision, c.req.param('id'))
        const material = await materialNow(deps, scope, c.req.param('id'), at)
        const decisionContext = {
          ...(await decisionContextOf(deps, at)),
          documents: material.documents,
        }
        const eyes = {
          actor,
          audience: audienceOf(actor),
          decisionContext: await withPastOffered(
            deps,
            { ...material, scope, decisionContext },
            actor,
          ),
          synthetic: deps.settings.demo,
        }
        const view = caseView(material, eyes)
        c.header('etag', `"${view.material}"`)
        return c.json(view)
      },
    )
    .get(
      '/:id/timeline',
      describeRoute({ tags: ['cases'], summary: 'What has happened, in the reader’s words' }),
      checked('query', timelineQuery),
      async (c) => {
        const { actor, scope } = c.var
        const { minRevision, after } = c.req.valid('query')
        await awaitRevision(deps, scope, minRevision, c.req.param('id'))
        const story = await storyIn(deps, scope, c.req.param('id'), after)
        return c.json({
          items: timelineFor(story, { audience: audienceOf(actor), actor }),
          chain: after === undefined ? await chainOf(deps, story.record.id) : null,
        })
      },
    )
    .get(
      '/:id/chain',
      describeRoute({ tags: ['cases'], summary: 'Whether the record of the case is unbroken' }),
      async (c) => {
        const { actor, scope } = c.var
        if (!isStaff(actor)) throw new DomainError('not-allowed')
        const { record } = await withScope(deps.connection.pool, scope, (tx) =>
          caseIn(tx, c.req.param('id')),
        )
        return c.json({
          ...(await chainOf(deps, record.id)),
          facts: record.facts,
          head: record.headHash,
        })
      },
    )

/**
 * 404 outside scope first, then the answer to the same request made before, and only then a judgement; who comes too late learns what changed.
 * Who has handed the case to another place no longer sees it, and still gets the answer to that act again.
 */
const perform = async (
  deps: Deps,
  c: Context<ApiEnv>,
  id: string,
  wanted: Act,
): Promise<ActAnswer> => {
  const { scope, at } = c.var
  const ifMatch = ifMatchOf(c)
  const request = requestOf(c, { case: id, ...wanted })
  const {
    found,
    command: before,
    documents,
  } = await readForAct(deps.connection.pool, scope, {
    caseId: id,
    commandId: request.keyed ? request.id : null,
  })
  if (!found) return answeredBefore(before, request, id)
  const { record } = found
  const command = before
    ? sameContent(before, request)
    : await order(deps, request, wanted, { record, documents, scope, at, ifMatch })
  return answerTo(deps, command, record.process).catch(async (error: unknown) => {
    const late = error instanceof DomainError && errorCodes[error.code].status === 409
    throw late
      ? await changedSince(deps, request, error, {
          id,
          scope,
          since: command.ifMatch ?? record.revision,
        })
      : error
  })
}

const answeredBefore = (
  known: Command | null,
  request: IdempotentRequest,
  id: string,
): ActAnswer => {
  if (known?.caseId !== id || known.bodyHash !== request.hash || !known.answer?.ok)
    throw new DomainError('not-found')
  return { id, revision: known.answer.revision, material: known.answer.material, committed: true }
}

type ActContext = {
  record: CaseRecord
  documents: KnownDocument[]
  scope: Scope
  at: string
  ifMatch: number | null
}

/** Judges an act with the function that judges again inside the transaction; its refusal is stored nowhere. */
const order = async (
  deps: Deps,
  request: IdempotentRequest,
  wanted: Act,
  { record, documents, scope, at, ifMatch }: ActContext,
) => {
  const { id } = record
  const process = processOf(deps, record)
  if (isStale(process, record, wanted, ifMatch, request.author))
    throw await changedSince(
      deps,
      request,
      new DomainError('stale-revision', newerAnswers(process, record, wanted, ifMatch)),
      { id, scope, since: ifMatch ?? 0 },
    )
  const known = { record, documents, process, type: wanted.type, at }
  const decisionContext = await withPastOf(
    deps,
    { process, record, scope, decisionContext: await decisionContextWith(deps, known) },
    wanted.type,
  )
  const definition = definitionOf(process, wanted.type)
  const by = request.author
  const fits = offer(process, record, by, wanted.type, decisionContext, wanted.taskId).allowed
  const data = fits
    ? await asTheCaseNeeds(deps, { definition, record, by, scope, data: wanted.data, at })
    : await withRecording(deps, id, wanted)
  const verdict = judge(process, record, request.author, { ...wanted, data }, decisionContext)
  if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reasons, verdict.details ?? {})
  const fields = (definition ?? verbOf(wanted.type))?.fields ?? []
  await checkFiles(deps, {
    fields: [...fields],
    data,
    actorId: request.author.id,
    caseId: id,
    recordings: isRecordingVerb(wanted.type),
  })
  return commandFor(request, {
    caseId: id,
    type: wanted.type,
    taskId: wanted.taskId,
    body: data,
    ifMatch,
    at,
  })
}

/** Whoever serves a document that has just got its number waits so long until it is made; then he is told that it is not. */
const documentPatienceMs = 5_000

const decisionContextWith = async (
  deps: Deps,
  {
    record,
    documents,
    process,
    type,
    at,
  }: Pick<ActContext, 'record' | 'documents' | 'at'> & { process: ProcessDefinition; type: string },
) => {
  if (record.status === 'closed' || servable(process, type, documents) === true)
    return { ...(await decisionContextOf(deps, at)), documents }
  const made = deps.cases
    .tick({ caseId: record.id, process: record.process, generation: record.generation })
    .catch(() => undefined)
  await Promise.race([made, sleep(documentPatienceMs)])
  return {
    ...(await decisionContextOf(deps, at)),
    documents: await knownDocuments(deps.connection.db, record.id),
  }
}

/** A conflict with what has changed since the client looked, in the reader's words. */
const changedSince = async (
  deps: Deps,
  { author }: IdempotentRequest,
  { code, reasons, details }: DomainError,
  { id, scope, since }: { id: string; scope: Scope; since: number },
): Promise<DomainError> => {
  const material = await storyIn(deps, scope, id)
  const news = { ...material, facts: material.facts.filter(({ revision }) => revision > since) }
  return new DomainError(code, reasons, {
    ...details,
    revision: material.record.revision,
    changes: timelineFor(news, { audience: audienceOf(author), actor: author }),
  })
}

/** The whole chain is walked and all its files are compared, also what this reader may not see: only then does the answer mean anything. */
const chainOf = ({ connection }: Deps, id: string) =>
  connection.db.transaction(
    async (tx) => {
      const { record } = await caseIn(tx, id)
      const facts = await readFacts(tx, id)
      const kept = await readHashes(tx, filesNamed(facts))
      return verifyRecord(facts, { facts: record.facts, head: record.headHash }, kept)
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
