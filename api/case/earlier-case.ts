// Which earlier case does a new one go on from, and what does it keep of that?
import { readRelated } from '../../db/cases/related-reads.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import type { Deps } from '../http/deps.ts'
import { caseIn } from '../reading/case-reading.ts'

type Asked = { scope: Scope; data: Record<string, unknown> }

/** What was sent, with what is kept of the case whose number it names, as far as the reader sees it; one that it cannot go on from is refused at its field. */
export const withEarlierCase = async (
  deps: Pick<Deps, 'connection'>,
  { id: process, start: { goesOnFrom: choice } }: Pick<ProcessDefinition, 'id' | 'start'>,
  { scope, data }: Asked,
): Promise<Record<string, unknown>> => {
  if (!choice) return data
  const sent = Object.fromEntries(
    Object.entries(data).filter(([name]) => !choice.kept.includes(name)),
  )
  const number = sent[choice.field]
  // Anything else its form refuses.
  if (typeof number !== 'string') return sent
  const earlier = await caseOf(deps, { scope, process, number: number.trim() })
  const verdict = earlier ? choice.fits(sent, earlier) : unknownCase
  if (!earlier || verdict !== true)
    throw refusedAt(choice.field, verdict === true ? unknownCase : verdict)
  return { ...sent, ...choice.keep(earlier) }
}

const caseOf = (
  { connection }: Pick<Deps, 'connection'>,
  { scope, process, number }: { scope: Scope; process: string; number: string },
): Promise<CaseRecord | null> =>
  withScope(connection.pool, scope, async (tx) => {
    const [found] = await readRelated(tx, { ids: [], numbers: [number] })
    return found?.process === process ? (await caseIn(tx, found.id)).record : null
  })

const unknownCase = text(
  '没有这一编号的同类案件，或者不在您的辖区',
  'There is no such case of this kind, or it is not in your area',
)

const refusedAt = (field: string, words: Text): DomainError =>
  new DomainError('invalid-input', [words], { fields: { [field]: words } })
