// What does the row of a further party say in short: as whom it is punished, and with how much?
import { spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import type { ItemDefinition } from '../../model/process.ts'
import { penaltyIn, penaltyKinds } from '../memory/kinds.ts'
import { partyRoles } from './naming.ts'

type Forms = Record<string, Record<string, unknown>>

const listed = (words: readonly Text[]): Text =>
  text(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join(', '))

const money = (yuan: number): Text => text(`${spellYuan(yuan)}元`, `${spellYuan(yuan)} yuan`)

const penaltyWords = (data: Record<string, unknown>): Text => {
  const { fine, penalties } = penaltyIn(data)
  return listed(
    penalties.map((kind) => {
      const { zh, en } = penaltyKinds[kind]
      return kind === 'fine'
        ? text(`${zh}${spellYuan(fine)}元`, `${en} ${spellYuan(fine)} yuan`)
        : text(zh, en)
    }),
  )
}

const isRole = (role: unknown): role is keyof typeof partyRoles =>
  typeof role === 'string' && Object.hasOwn(partyRoles, role)

const line = (words: Text, value: Text) => ({ words, value })

/** What is decided takes the place of what was notified. */
export const partyInShort: NonNullable<ItemDefinition['brief']> = (forms: Forms) => {
  const [named, told, decided, paid] = [
    'name-party',
    'notify-party',
    'decide-party-penalty',
    'record-party-payment',
  ].map((type) => forms[type])
  const role = named?.role
  return [
    ...(isRole(role) ? [line(text('身份', 'As'), partyRoles[role])] : []),
    ...(decided
      ? [line(text('处罚决定', 'Penalty'), penaltyWords(decided))]
      : told
        ? [line(text('拟处罚', 'Planned penalty'), penaltyWords(told))]
        : []),
    ...(typeof paid?.surcharge === 'number'
      ? [line(text('加处罚款', 'Surcharge'), money(paid.surcharge))]
      : []),
  ]
}
