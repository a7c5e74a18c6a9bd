// Who comes in by number, code and telephone, and may he do this with the item that concerns him?
import { text } from '../../language/words.ts'
import { isDocumentVerb } from '../../model/document-verbs.ts'
import type { Power } from '../../model/own-matter/concern.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord, OpenTask } from '../../model/record.ts'
import {
  type Actor,
  type Counsel,
  entranceIn,
  type Holder,
  holderId,
} from '../../organisation/actor.ts'
import { isBeside } from '../../tasks/beside.ts'
import { isCaseVerb, isTaskVerb } from '../../tasks/verbs.ts'
import { civilDate, type Instant } from '../../time/instant.ts'
import { type Judgement, refused } from './judgement.ts'

const onlySpecial = text(
  '代理人未经特别授权，不得代为此项行为',
  'The power of attorney does not extend to this: it has to be a special one',
)

const notHis = text('您现在不能办理此事项', 'You cannot do this now')

/** The one answer to every act that is not his: that it never differs, wherever the matter stands, is what hides where it stands. */
export const closedToHolder: Judgement & { allowed: false } = {
  allowed: false,
  code: 'not-possible-now',
  reasons: [notHis],
}

/** Asked before anything that depends on the state is looked at. */
export const isHolders = (
  { concern }: Pick<ProcessDefinition, 'concern'>,
  by: Actor,
  type: string,
): boolean => by.kind !== 'holder' || Object.hasOwn(concern?.acts ?? {}, type)

type Kinds = Pick<ProcessDefinition, 'items'>

/** Whom a paper of that item lets in, and by which confidential answer he is reached; null: nobody, or nobody any more. */
export const holderFor = (
  { items = [] }: Kinds,
  record: CaseRecord,
  no: number,
  at: Instant,
): { holder: Holder; telephone: unknown } | null => {
  const secrets = record.itemSecrets?.[String(no)]
  const definition = items.find(({ kind }) => kind === secrets?.kind)
  const telephone = secrets?.telephones ?? 0
  const telephoneIn = (name: string): unknown => secrets?.answers[name]
  if (definition?.concern)
    return {
      holder: { kind: 'holder', id: holderId(record.id, { item: no, telephone }), item: no },
      telephone: telephoneIn(definition.concern.telephone),
    }
  const snapshot = record.items?.[no]?.snapshot
  const power = snapshot && definition?.empowers?.of(snapshot)
  const today = civilDate(at)
  if (!power || today < power.from || today > power.until) return null
  const principal = principalOf({ items }, record, power)
  if (!principal) return null
  const counsel: Counsel = { no, name: power.name, scope: power.scope, for: principal.words }
  const id = holderId(record.id, { item: principal.item, counsel: no, telephone })
  return {
    holder: { kind: 'holder', id, item: principal.item, counsel },
    telephone: telephoneIn(definition?.empowers?.telephone ?? ''),
  }
}

/** Whom a power of attorney speaks of: one of the many of the case, or its enterprise. */
const principalOf = (
  { items = [] }: Kinds,
  { itemSecrets = {}, owner }: CaseRecord,
  { of }: Power,
): { item: number | null; words: string } | null => {
  if (of === null) return owner === null ? null : { item: null, words: '本单位' }
  const [no] =
    Object.entries(itemSecrets).find(([, one]) => one.kind === of.kind && one.nth === of.nth) ?? []
  const words = items.find(({ kind }) => kind === of.kind)?.words.zh ?? ''
  return no === undefined ? null : { item: Number(no), words: `${words}第${of.nth}号` }
}

/** The holder of that id as he stands in this case at a moment; null: he comes in no more. */
export const holderOf = (
  kinds: Kinds,
  record: CaseRecord,
  id: string,
  at: Instant,
): Holder | null => {
  const no = entranceIn(id)
  const found = no === null ? null : holderFor(kinds, record, no, at)
  return found?.holder.id === id ? found.holder : null
}

/** Desk, clock and looking at what is confidential are the authorities' own; of papers he opens his. */
export const notOfHolder = (by: Actor, type: string): boolean =>
  by.kind === 'holder' &&
  (isBeside(type) ||
    isTaskVerb(type) ||
    isCaseVerb(type) ||
    (isDocumentVerb(type) && type !== 'open-document'))

/** An act of another item, or one that is not his, is answered as if there were none. */
export const atOwnItem = (
  { concern }: Pick<ProcessDefinition, 'concern'>,
  task: OpenTask | undefined,
  { item, counsel }: Holder,
  type: string,
): Judgement => {
  const own =
    concern && Object.hasOwn(concern.acts, type) && (task?.item ?? null) === item
      ? concern.acts[type]
      : undefined
  if (!own) return closedToHolder
  return own.scope === 'special' && counsel?.scope === 'general'
    ? refused('not-allowed', onlySpecial)
    : { allowed: true }
}
