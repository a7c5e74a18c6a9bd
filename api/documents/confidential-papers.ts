// Is a confidential paper of a case closed to this reader?
import type { DocumentHit } from '../../db/cases/documents-reads.ts'
import { unmaskable } from '../../domain/engine/judging/unmask.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'

export const lookFirst = text(
  '保密文书：承办人、执法科长登记查看当事人信息后方可打开',
  'Confidential: whoever handles it, or the chief, looks at the person on record first',
)

/** Papers of several persons are told apart by their numbers. */
export const titledByItem = (
  { process, record }: Pick<Reader, 'process' | 'record'>,
  { kind, item, title }: Pick<DocumentHit, 'kind' | 'item' | 'title'>,
): { title?: Text } => {
  const of = item === null ? undefined : record.itemSecrets?.[item]
  const { words } = process.documents?.find(({ id }) => id === kind) ?? {}
  const named = process.items?.find((one) => one.kind === of?.kind)?.words
  if (!of || !named) return {}
  return {
    title: text(
      `${title}（${named.zh}第${of.nth}号）`,
      `${words?.en ?? title} (${named.en} no. ${of.nth})`,
    ),
  }
}

/** Of which item each paper speaks is told by the fact that made it. */
type Reader = {
  process: ProcessDefinition
  record: CaseRecord
  /** The items at which this reader has looked, on record. */
  looks: number[]
  actor: Actor
}

/** Nothing where it is open; else that it is closed, and no address of its bytes. */
export const closedTo = (
  { process, record, looks, actor }: Reader,
  { kind, item }: Pick<DocumentHit, 'kind' | 'item'>,
): { confidential?: true; url?: null } => {
  const secret = process.documents?.find(({ id }) => id === kind)?.confidential
  if (!secret) return {}
  const open =
    item !== null && looks.includes(item) && unmaskable(process, record, actor, item).length > 0
  return open ? {} : { confidential: true, url: null }
}

/** A file that was handed in in confidence, such as a power of attorney that names its principal, is as closed as a paper that quotes it. */
export const fileClosedTo = ({ process, record, looks, actor }: Reader, file: string): boolean =>
  Object.entries(record.itemSecrets ?? {})
    .filter(([, { answers }]) =>
      Object.values(answers).some((one) => Array.isArray(one) && one.includes(file)),
    )
    .some(
      ([no]) =>
        !looks.includes(Number(no)) || unmaskable(process, record, actor, Number(no)).length === 0,
    )
