// As which case is an entry of a register carried out, and who may begin it?
import type { Context } from 'hono'
import type { EntryView } from '../../contract/registers/registers.ts'
import { readCasesOfEntry } from '../../db/registers/entry-cases-reads.ts'
import { type EntryHit, readEntry } from '../../db/registers/registers-reads.ts'
import { isFirstToAsk } from '../../db/requests.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { stateKey } from '../../domain/model/chart.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { audienceOf, mayStart, type Scope } from '../../domain/organisation/policy.ts'
import type { Register } from '../../domain/registers/define.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import { order } from '../case/case-start.ts'
import { behindOthers } from '../http/behind.ts'
import { answerTo, madeBefore, requestOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { processOf } from '../reading/case-reading.ts'

type Carried = Pick<EntryView, 'run' | 'cases'>

const underWay = text(
  '正在进行，结束后才能再次开始',
  'It is under way: it begins again once that has ended',
)
const notReady = text('按现在的状态不能开始', 'As it stands nothing is begun from it')

const whyNot = ({ run }: Register, { standing }: EntryHit, cases: readonly CaseRecord[]) => {
  if (standing !== run?.standing) return notReady
  return cases.some(({ status }) => status === 'open') ? underWay : null
}

/** What a reader sees of it beside the entry. */
export const carriedOut = async (
  tx: Reader,
  deps: Deps,
  register: Register,
  { actor }: { actor: Actor },
  hit: EntryHit,
): Promise<Carried> => {
  const { run } = register
  const process = run && deps.processes[run.process]
  if (!run || !process) return { run: null, cases: [] }
  const cases = await readCasesOfEntry(tx, { process: process.id, number: hit.number })
  return {
    run: mayStart(process, actor) ? { words: run.words, why: whyNot(register, hit, cases) } : null,
    cases: cases.map((record) => ({
      id: record.id,
      number: record.number,
      title: record.title,
      state: stateWords(
        processOf(deps, record),
        stateKey(record.snapshot.value),
        audienceOf(actor),
      ),
      open: record.status === 'open',
      openedAt: record.openedAt,
    })),
  }
}

/** Begins it in the way of its process: once under its key, and only for whoever may start one there. */
export const beginCase = async (
  deps: Deps,
  c: Context<ApiEnv>,
  register: Register,
  id: string,
): Promise<{ id: string }> => {
  const { scope, at } = c.var
  const { run } = register
  const process = run && deps.processes[run.process]
  if (!run || !process) throw new DomainError('not-found')
  const request = requestOf(c, { register: register.id, entry: id })
  const known = await madeBefore(deps, request)
  if (known) return begun(deps, known, process.id)
  const sought = { scope, at, id, process: process.id }
  await readyForm(deps, register, sought)
  // Each holds one connection and waits for another: many at once would wait for one another, and everybody for them.
  return behindOthers(() =>
    deps.connection.db.transaction(async (tx) => {
      // Whoever else presses at this moment would begin a second one.
      if (!(await isFirstToAsk(tx, `case-of:${id}`)))
        throw new DomainError('not-possible-now', [underWay])
      const form = await readyForm(deps, register, sought)
      return begun(deps, await order(deps, process, request, form, { scope, at }), process.id)
    }),
  )
}

type Sought = { scope: Scope; at: Instant; id: string; process: string }

/** The first form of the case, where nothing stands in its way. */
const readyForm = async (
  deps: Deps,
  register: Register,
  { scope, at, id, process }: Sought,
): Promise<Record<string, unknown>> => {
  const { hit, cases } = await withScope(deps.connection.pool, scope, async (tx) => {
    const found = await readEntry(tx, register.id, id)
    if (!found) throw new DomainError('not-found')
    return { hit: found, cases: await readCasesOfEntry(tx, { process, number: found.number }) }
  })
  const why = whyNot(register, hit, cases)
  if (why) throw new DomainError('not-possible-now', [why])
  return register.run?.form(hit, at) ?? {}
}

const begun = async (...given: Parameters<typeof answerTo>): Promise<{ id: string }> => {
  const { id } = await answerTo(...given)
  return { id }
}
