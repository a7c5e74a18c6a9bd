// What does a verb on a document leave in the record of its case?

import { DomainError } from '../language/errors.ts'
import type { Text } from '../language/words.ts'
import type { Command } from '../model/command.ts'
import type { DecisionContext } from '../model/decision-context.ts'
import { serviceMethods } from '../model/document-verbs.ts'
import { addEffects, appendFact, type Draft } from '../model/draft.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { markOf } from '../organisation/actor.ts'
import { sealedByService } from './document-undoing.ts'
import { documentNotice } from './notices/notices.ts'

/** The fact names document and number for ever; the rows follow in the transaction that writes it. */
export const applyDocumentVerb = (
  process: ProcessDefinition,
  draft: Draft,
  command: Command,
  decisionContext: DecisionContext,
): Draft => {
  const one = decisionContext.documents?.find(({ id }) => id === command.data.document)
  if (!one) throw new DomainError('not-found')
  const opened = command.type === 'open-document'
  const { by } = command
  const own = by.kind === 'holder' ? by.item : null
  const agreed =
    opened && by.kind !== 'holder' && process.servedElectronically?.(draft.record) === true
  const kept =
    opened || command.type === 'serve-document' ? sealedByService(process, draft, one) : draft
  const recorded = appendFact(kept, {
    type: command.type,
    at: command.occurredAt,
    recordedAt: decisionContext.at,
    by: markOf(command.by),
    audience: one.audience,
    data: {
      ...command.data,
      documentName: `${one.title} ${one.number ?? ''}`.trim(),
      ...methodName(command),
      ...(opened ? { served: agreed } : {}),
      ...ofItem(draft, own),
    },
  })
  if (command.data.method !== 'mail') return recorded
  return addEffects(
    recorded,
    ...documentNotice(
      process,
      recorded.record,
      `${one.title}${one.number ?? ''}`,
      command.occurredAt,
    ),
  )
}

/** Which item a look of the person speaks of whom it concerns. */
const ofItem = ({ record }: Draft, item: number | null): Record<string, unknown> => {
  const { kind, nth } = record.itemSecrets?.[String(item)] ?? {}
  return item === null ? {} : { item, itemKind: kind, itemNth: nth }
}

const methodName = ({ data }: Command): { methodName?: string } => {
  const method = serviceMethods[data.method as keyof typeof serviceMethods] as Text | undefined
  return method ? { methodName: method.zh } : {}
}
