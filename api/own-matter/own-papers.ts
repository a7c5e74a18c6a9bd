// Which papers of his matter does a visitor have, and which of them is he given?
import type { OwnPaper } from '../../contract/own-matter/own-matter.ts'
import { type DocumentHit, readBytes, readDocuments } from '../../db/cases/documents-reads.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { visible } from '../../domain/model/audience.ts'
import { concernOf } from '../../domain/views/own-matter.ts'
import type { Deps } from '../http/deps.ts'
import type { Visit } from './own-session.ts'

/** Those that his item has made and that are declared for him; for an enterprise those that it reads itself. */
export const papersOf = async (deps: Deps, visit: Visit): Promise<DocumentHit[]> => {
  const { record, holder } = visit
  const found = await readDocuments(deps.connection.db, record.id)
  if (holder.item === null) return found.filter(({ audience }) => visible(audience, 'party'))
  const own = declaredFor(visit)
  return found.filter(({ item, kind }) => item === holder.item && own.has(kind))
}

/** The kinds of papers that speak of an item which concerns somebody. */
const declaredFor = ({ record, process, holder }: Visit): Set<string> => {
  const kind = record.itemSecrets?.[String(holder.item)]?.kind ?? ''
  if (!concernOf(process, kind)) return new Set()
  return new Set((process.documents ?? []).flatMap((one) => (one.item === kind ? [one.id] : [])))
}

/** The code on a paper is its addressee’s own: a counsel who had it would come in by it when his power is over. */
const codeOnIt = text(
  '本文书载有当事人本人的查询码，不向代理人提供；请由当事人出示，内容见本页',
  'It bears the principal’s own code and is not given to a counsel: ask your principal for it; what it says stands on this page',
)

const closedToCounsel = ({ process, holder }: Visit, kind: string): boolean =>
  holder.counsel !== undefined && process.documents?.find(({ id }) => id === kind)?.access === true

/** As a list shows it: with its address, or why he is not given it. */
export const paperView = (
  visit: Visit,
  { id, kind, title, number, at, state, services }: DocumentHit,
): OwnPaper => ({
  id,
  title: text(title, visit.process.documents?.find((one) => one.id === kind)?.words.en ?? title),
  number,
  at,
  ended: state === 'void' || state === 'replaced',
  making: state === 'issuing',
  seenAt: services.map((one) => one.at).sort()[0] ?? null,
  url:
    state === 'issued' && !closedToCounsel(visit, kind) ? `/api/own-matter/documents/${id}` : null,
  closed: closedToCounsel(visit, kind) ? codeOnIt : null,
})

/** With its bytes; what is not his is answered as if it were not there. */
export const paperOf = async (deps: Deps, visit: Visit, id: string) => {
  const found = (await papersOf(deps, visit)).find((one) => one.id === id)
  if (found && closedToCounsel(visit, found.kind)) throw new DomainError('not-allowed', [codeOnIt])
  const bytes = found?.state === 'issued' ? await readBytes(deps.connection.db, id) : null
  if (!found || !bytes) throw new DomainError('not-found')
  return [found, bytes] as const
}
