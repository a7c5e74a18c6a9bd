// What does the row of a measure say in short: which it is, of what, where, and what became of it?
import { type Text, text } from '../../language/words.ts'
import type { ItemDefinition } from '../../model/process.ts'
import { disposals } from './measure-acts.ts'
import { isMeasureKind, measureKinds } from './taking.ts'

const line = (words: Text, value: Text) => ({ words, value })
const plain = (value: string): Text => text(value, value)

const thingIn = (row: unknown): string[] => {
  const { name, quantity } = (row ?? {}) as Record<string, unknown>
  return typeof name === 'string' ? [`${name} ${String(quantity ?? '')}`.trim()] : []
}

const said = (words: Text, value: unknown) =>
  typeof value === 'string' && value !== '' ? [line(words, plain(value))] : []

const thingsIn = (value: unknown): Text | null => {
  const names = Array.isArray(value) ? value.flatMap(thingIn) : []
  return names.length > 0 ? text(names.join('、'), names.join(', ')) : null
}

const disposalIn = (value: unknown): Text | null =>
  typeof value === 'string' && Object.hasOwn(disposals, value)
    ? disposals[value as keyof typeof disposals]
    : null

/** What was taken takes the place of what was planned. */
export const measureInShort: NonNullable<ItemDefinition['brief']> = (forms) => {
  const proposed = forms['propose-measure'] ?? {}
  const taken = forms['carry-out-measure'] ?? proposed
  const things = thingsIn(taken.things)
  const disposal = disposalIn(forms['dispose-measure']?.disposal)
  return [
    ...(isMeasureKind(proposed.kind)
      ? [line(text('措施', 'Measure'), measureKinds[proposed.kind])]
      : []),
    ...(things
      ? [line(text('物品', 'Things'), things)]
      : said(text('拟采取', 'Planned'), proposed.planned)),
    ...said(text('地点', 'Where'), proposed.place),
    ...said(text('保管人', 'Keeper'), taken.keeper),
    ...(disposal ? [line(text('处理', 'Disposal'), disposal)] : []),
  ]
}
