// Which materials of a case may the reader see, in all their versions, and what was he told about it?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { caseMaterialsQuery } from '../../contract/evidence/materials.ts'
import { readMessages } from '../../db/cases/messages-reads.ts'
import { withScope } from '../../db/scope.ts'
import { applicableFields } from '../../domain/engine/judging/applicable-fields.ts'
import { isRecordingVerb } from '../../domain/model/recordings/recordings.ts'
import { audienceOf } from '../../domain/organisation/policy.ts'
import { materialsIn } from '../../domain/views/materials.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { awaitRevision, caseIn, storyIn } from '../reading/case-reading.ts'
import { timelineFor } from '../reading/case-view.ts'

export const createMaterialRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/:id/materials',
      describeRoute({
        tags: ['cases'],
        summary: 'The materials of a case, item by item, each with its versions',
      }),
      checked('query', caseMaterialsQuery),
      async (c) => {
        const { actor, scope } = c.var
        await awaitRevision(deps, scope, c.req.valid('query').minRevision, c.req.param('id'))
        const material = await storyIn(deps, scope, c.req.param('id'))
        const audience = audienceOf(actor)
        const { start } = material.process
        const isVisible = ({ name }: { name: string }) =>
          audience === 'internal' || start.show.party.includes(name)
        const fields = applicableFields(start.fields, material.record.data[start.type] ?? {})
        return c.json({
          items: materialsIn(
            { start: { ...start, fields } },
            timelineFor(material, { audience, actor }).filter(({ type }) => !isRecordingVerb(type)),
            isVisible,
          ),
        })
      },
    )
    .get(
      '/:id/messages',
      describeRoute({
        tags: ['cases'],
        summary: 'What the reader himself was told about the case, newest first',
      }),
      async (c) => {
        const { actor, scope } = c.var
        const id = c.req.param('id')
        const items = await withScope(deps.connection.pool, scope, async (tx) => {
          await caseIn(tx, id)
          return actor.kind === 'person' ? readMessages(tx, id, actor.id) : []
        })
        return c.json({ items })
      },
    )
