// What does a reader see of the many things in a case: orders, reports?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { type ItemView, itemsQuery } from '../../contract/case/items.ts'
import { type CaseItemRow, readItems } from '../../db/cases/items.ts'
import { withScope } from '../../db/scope.ts'
import { partOf } from '../../domain/engine/items/parts.ts'
import { itemFilesClosedTo } from '../../domain/engine/judging/item-files.ts'
import { unmaskable } from '../../domain/engine/judging/unmask.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ItemDefinition } from '../../domain/model/process.ts'
import { definitionOf } from '../../domain/model/process.ts'
import { audienceOf } from '../../domain/organisation/policy.ts'
import { toMillis } from '../../domain/time/days.ts'
import { instant } from '../../domain/time/instant.ts'
import { itemActs } from '../../domain/views/acts.ts'
import { fieldsOf } from '../../domain/views/fact-fields.ts'
import { type ApiEnv, type Deps, decisionContextOf } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { awaitRevision, basisNow } from '../reading/case-reading.ts'
import type { Basis, Eyes } from '../reading/case-view.ts'
import { withParts } from '../reading/fact-parts.ts'
import { groupName } from '../reading/names.ts'
import { plannedViews } from './planned-items.ts'

export const createItemRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/:id/items',
    describeRoute({ tags: ['cases'], summary: 'The many things of a case, with their acts' }),
    checked('query', itemsQuery),
    async (c) => {
      const { actor, scope, at } = c.var
      const { minRevision, kind } = c.req.valid('query')
      const id = c.req.param('id')
      if (audienceOf(actor) !== 'internal') throw new DomainError('not-allowed')
      await awaitRevision(deps, scope, minRevision, id)
      const material = await basisNow(deps, scope, id, at)
      const decisionContext = await decisionContextOf(deps, at)
      const { rows, planned } = await withScope(deps.connection.pool, scope, async (tx) => ({
        rows: await readItems(tx, id, kind),
        planned: await plannedViews(tx, material, at),
      }))
      const eyes = {
        actor,
        audience: 'internal' as const,
        decisionContext,
        synthetic: deps.settings.demo,
      }
      const kinds = (material.process.items ?? []).map(
        ({ kind, words, opens, correspondence }) => ({
          kind,
          words,
          opens,
          calls: definitionOf(material.process, opens)?.entry?.reserves !== undefined,
          correspondence: correspondence === true,
        }),
      )
      return c.json({
        kinds,
        items: rows.flatMap((row) => itemView(material, eyes, row)),
        planned,
      })
    },
  )

const itemView = (material: Basis, eyes: Eyes, row: CaseItemRow): ItemView[] => {
  const definition = material.process.items?.find(({ kind }) => kind === row.kind)
  if (!definition) return []
  const { no, kind, nth, state, openedAt, movedAt, dueAt, endedAt } = row
  return [
    {
      no,
      kind,
      title: text(`${definition.words.zh}第${nth}号`, `${definition.words.en} no. ${nth}`),
      state,
      stateWords: definition.states[state] ?? text(state, state),
      recipients: row.recipients.map((group) => groupName(group, material.enterprise)),
      openedAt,
      movedAt,
      dueAt,
      endedAt,
      ...courseOf(definition, row),
      late: endedAt === null && dueAt !== null && dueAt <= eyes.decisionContext.at,
      brief: [...(definition.brief?.(row.forms) ?? [])],
      unmaskable: unmaskable(material.process, material.record, eyes.actor, no),
      forms: formsOf(material, eyes, definition, row),
      acts: endedAt === null ? actsOf(material, eyes, no) : [],
    },
  ]
}

/** As planned, and as begun in fact. */
const courseOf = (
  { opens, plan }: ItemDefinition,
  { forms, times }: CaseItemRow,
): Pick<ItemView, 'plannedFrom' | 'plannedUntil' | 'begunAt'> => {
  const said = (name: string | undefined) => {
    const value = name === undefined ? undefined : forms[opens]?.[name]
    return typeof value === 'string' && toMillis(value) !== null ? instant(value) : null
  }
  const begun = plan?.begunOn.find((type) => times[type] !== undefined)
  return {
    plannedFrom: said(plan?.from),
    plannedUntil: said(plan?.until),
    begunAt: begun ? (times[begun] ?? null) : null,
  }
}

const formsOf = (
  { process, record, uploads, related }: Basis,
  { actor }: Eyes,
  { opens, events }: ItemDefinition,
  { no, forms }: CaseItemRow,
): ItemView['forms'] => {
  const closed = itemFilesClosedTo({ process, record, actor }, no)
  return [opens, ...Object.keys(events)].flatMap((type) => {
    const secrets = type === opens ? record.itemSecrets?.[no]?.answers : {}
    const [said, definition] = [forms[type], definitionOf(process, type)]
    const data = said && { ...said, ...secrets }
    if (!data || !definition) return []
    const fields = fieldsOf({ type, data }, definition, 'internal')
    return [
      {
        type,
        words: definition.words,
        fields: withParts(fields, definition, data, { uploads, related, closed }),
      },
    ]
  })
}

/** None where the row is of another moment than the case: an item that has just ended. */
const actsOf = ({ process, record }: Basis, eyes: Eyes, no: number): ItemView['acts'] => {
  const part = partOf(process, record, no)
  const all = part.item ? itemActs(part, eyes.actor, eyes.decisionContext) : []
  return all.filter(
    ({ kind, type }) => kind === 'event' || type === 'urge' || type === 'confirm-rung',
  )
}
