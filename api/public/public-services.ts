// How does anybody learn which services there are, and how each is applied for?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { servicesQuery } from '../../contract/public/services.ts'
import { serviceGuide, serviceRow } from '../../domain/guide/guide.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'

const tags = { tags: ['public'], security: [] }

export const createPublicServices = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/services',
      describeRoute({ ...tags, summary: 'Which services can be applied for' }),
      checked('query', servicesQuery),
      async (c) => {
        const on = c.req.valid('query').on ?? (await today(deps))
        const book = await bookOf(deps)
        return c.json({
          items: Object.values(deps.processes).flatMap(
            (process) => serviceRow(process, on, book) ?? [],
          ),
        })
      },
    )
    .get(
      '/services/:process',
      describeRoute({
        ...tags,
        summary: 'The guide to one service (办事指南), by the rules in force on a day',
      }),
      checked('query', servicesQuery),
      async (c) => {
        const name = c.req.param('process')
        const process = Object.hasOwn(deps.processes, name) ? deps.processes[name] : undefined
        const guide =
          process &&
          serviceGuide(process, c.req.valid('query').on ?? (await today(deps)), await bookOf(deps))
        if (!guide) throw new DomainError('not-found')
        return c.json(guide)
      },
    )

const today = async ({ clock }: Deps) => civilDate(await clock.now())
/** What administrators have entered for everybody counts here too. */
const bookOf = async ({ books }: Deps) => [...(await books()).rules.families.values()].flat()
