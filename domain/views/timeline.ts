// What does one fact of a case say to a reader of a given audience?

import { itemKindOf } from '../engine/items/parts.ts'
import { type Text, text } from '../language/words.ts'
import { type Audience, visible } from '../model/audience.ts'
import type { StoredFact } from '../model/chain.ts'
import { definitionOf, type ItemDefinition, type ProcessDefinition } from '../model/process.ts'
import { officeKinds } from '../organisation/offices.ts'
import { roles } from '../organisation/roles.ts'
import { treasuryPlatform, treasuryWords } from '../payments/platform.ts'
import type { TimelineItem } from './case-views.ts'
import { correctionFields } from './corrections/correction-facts.ts'
import { beforeAndAfter, fieldsOf, proposalWords, undone } from './fact-fields.ts'
import { titleOf } from './fact-titles.ts'
import { signatureFields } from './signature-facts.ts'
import { picturesUnder } from './signed-pictures.ts'
import { stateWords } from './state-words.ts'

/** The item for this reader, or null when nothing of the fact is meant for him. Internal data never passes. */
export const timelineItem = (
  process: ProcessDefinition,
  fact: StoredFact,
  reader: Audience,
): TimelineItem | null => {
  if (!visible(fact.audience, reader)) return null
  const definition = definitionOf(process, fact.type)
  const item = itemOf(process, fact)
  return {
    seq: fact.seq,
    type: fact.type,
    title: titledByItem(titleOf(process, fact, definition, reader), item),
    who: whoOf(process, fact, reader),
    occurredAt: fact.occurredAt,
    recordedAt: fact.recordedAt,
    audience: fact.audience,
    fields: [
      ...correctionFields(process, fact, fieldsOf(fact, definition, reader), reader),
      ...(reader === 'internal'
        ? [
            ...signatureFields(fact, (type, data) => proposalWords(process, type, data)),
            ...undone(process, fact),
          ]
        : []),
      ...beforeAndAfter(process, fact, reader),
    ],
    state: fact.before === fact.after ? null : stateAfter(process, fact, item, reader),
    ...(item ? { item: { kind: item.definition.kind, nth: item.nth } } : {}),
    ...(reader === 'internal' ? signedBy(fact) : {}),
    kind: definition
      ? 'event'
      : fact.type === 'escalation' ||
          fact.type === 'expired' ||
          fact.type === 'reprojected' ||
          fact.type.endsWith('-clock')
        ? 'clock'
        : fact.type.endsWith('-correction')
          ? 'correction'
          : 'task',
    hash: reader === 'internal' ? fact.hash : '',
  }
}

type ItemNamed = { definition: ItemDefinition; nth: number }

/** Which of the many things of the case a fact speaks of. */
const itemOf = (process: ProcessDefinition, fact: StoredFact): ItemNamed | null => {
  const definition = itemKindOf(process, fact)
  return definition ? { definition, nth: Number(fact.data.itemNth) } : null
}

const titledByItem = (title: Text, item: ItemNamed | null): Text => {
  if (!item) return title
  const { zh, en } = item.definition.words
  return text(`${title.zh}（${zh}第${item.nth}号）`, `${title.en} (${en} no. ${item.nth})`)
}

/** What opens an item leaves its case where it stood. */
const stateAfter = (
  process: ProcessDefinition,
  { type, after }: StoredFact,
  item: ItemNamed | null,
  reader: Audience,
): Text | null =>
  item && item.definition.opens !== type
    ? (item.definition.states[after ?? ''] ?? null)
    : stateWords(process, after, reader)

const signedBy = (fact: StoredFact): Pick<TimelineItem, 'pictures'> => {
  const pictures = picturesUnder(fact)
  return pictures.length > 0 ? { pictures } : {}
}

/**
 * Who acted: a person by name inside the authorities; outside only the office or the party's own side.
 * Which office has opened a case would tell an enterprise that somebody has reported it, so it reads the bureau's name in every such case.
 */
const whoOf = (process: ProcessDefinition, fact: StoredFact, reader: Audience): Text | null => {
  const { actor } = fact
  if (actor.kind !== 'person') return unnamedActor(actor, reader)
  if (reader === 'internal') return namedActor(actor)
  if (actor.office?.startsWith('enterprise:')) return text('本企业', 'Your enterprise')
  return fact.type === process.start.type ? officeKinds.bureau : officeWords(actor.office)
}

/** Nobody of an office: the clock, a device, somebody of the public, whom an item concerns. */
const unnamedActor = (actor: StoredFact['actor'], reader: Audience): Text => {
  const { kind, name = '' } = actor
  if (kind === 'clock') return text('系统计时', 'System clock')
  if (kind === 'system') return text('系统', 'System')
  const internal = reader === 'internal'
  if (kind === 'public')
    return internal ? text('公众（12350）', 'Public (12350)') : officeKinds.bureau
  if (kind === 'holder') return holderWords(actor)
  // No device, and nothing to hide: it is where everybody pays.
  if (actor.id === treasuryPlatform.id) return treasuryWords
  return internal ? text(name, name) : text('监测设备', 'Monitoring device')
}

const holderWords = ({ name, counselOf }: StoredFact['actor']): Text =>
  counselOf === undefined
    ? text('本人（凭查询码）', 'The person himself (by code)')
    : text(
        `代理人${name}，代${counselOf}（凭授权委托书）`,
        `Counsel ${name} for ${counselOf} (by power of attorney)`,
      )

/** A person with his post; whoever stood in for somebody is named together with him and the order (李四（代 张三，…）). */
const namedActor = ({ name, role, onBehalfOf }: StoredFact['actor']): Text => {
  const post = role ? roles[role] : null
  const [zh, en] = onBehalfOf
    ? [
        [`代 ${onBehalfOf.name}`, post?.zh, onBehalfOf.order],
        [`for ${onBehalfOf.name}`, post?.en, onBehalfOf.order],
      ]
    : [[post?.zh], [post?.en]]
  const joined = (parts: (string | undefined)[], between: string) =>
    parts.filter((part) => part !== undefined).join(between)
  return post || onBehalfOf
    ? text(`${name}（${joined(zh, '，')}）`, `${name} (${joined(en, ', ')})`)
    : text(`${name}`, `${name}`)
}

const officeWords = (office: string | undefined): Text =>
  officeKinds[(office?.slice(7) ?? 'bureau') as keyof typeof officeKinds] ?? officeKinds.bureau
