// How does a report of somebody nameless become a case, and what is he told?
import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { publicReportBody } from '../../contract/public/public.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { Public } from '../../domain/organisation/actor.ts'
import { scopeOf } from '../../domain/organisation/policy.ts'
import { publicForm, strangeNames } from '../../domain/public/form.ts'
import { order } from '../case/case-start.ts'
import { followReceipt } from '../case/follow-code.ts'
import { answerTo, type IdempotentRequest, madeBefore } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked, invalid } from '../http/input.ts'
import { brake, brakes, checkHuman, reportKey, ticketOf } from '../http/strangers.ts'

const tags = { tags: ['public'], security: [] }

export const createPublicReports = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/processes',
      describeRoute({
        ...tags,
        summary: 'What can be reported without signing in, with the form for it',
      }),
      (c) =>
        c.json({
          items: Object.values(deps.processes).flatMap((one) => publicForm(one) ?? []),
          ticket: ticketOf(deps.settings),
        }),
    )
    .post(
      '/cases/:process',
      describeRoute({
        ...tags,
        summary: 'Report something; `Idempotency-Key` is also the upload token of its files',
      }),
      brake(deps, brakes.report),
      checked('json', publicReportBody),
      async (c) => {
        const process = openProcess(deps, c.req.param('process'))
        const sent = c.req.valid('json')
        const request = requestOfPublic(reportKey(c, 'idempotency-key'), process, sent.data)
        const earlier = await madeBefore(deps, request)
        if (!earlier) checkHuman(deps.settings, sent)
        const at = await deps.clock.now()
        const command =
          earlier ??
          (await order(deps, process, request, known(process, sent.data), {
            scope: scopeOf(request.author),
            at,
          }))
        const { id: caseId } = await answerTo(deps, command, process.id)
        return c.json(await followReceipt(deps, process, { ...command, caseId }), 201)
      },
    )

const openProcess = ({ processes }: Pick<Deps, 'processes'>, id: string): ProcessDefinition => {
  const process = Object.hasOwn(processes, id) ? processes[id] : undefined
  if (!process?.start.public) throw new DomainError('not-found')
  return process
}

/** The person is drawn from the key of the report: the same for a second try and for its files, and nothing else is known of him. */
export const strangerOf = (key: string): Public => ({
  kind: 'public',
  id: `public-${createHash('sha256').update(`stranger ${key}`).digest('hex').slice(0, 32)}`,
})

const requestOfPublic = (
  key: string,
  process: ProcessDefinition,
  sent: Record<string, unknown>,
): IdempotentRequest => {
  const author = strangerOf(key)
  return {
    author,
    id: commandId(author.id, 'report'),
    hash: bodyHash({ process: process.id, data: sent }),
    keyed: true,
  }
}

/** What the form of the public does not ask is refused, not passed over. */
const known = (
  process: ProcessDefinition,
  sent: Record<string, unknown>,
): Record<string, unknown> => {
  const strange = strangeNames(process, sent)
  if (strange.length > 0)
    throw invalid(strange.map((path) => ({ path, message: 'is not asked of the public' })))
  return sent
}
