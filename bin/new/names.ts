// Under which names is a template written down anew, and which names are refused?
import { processes } from '../../domain/processes.ts'
import { registers } from '../../domain/registers.ts'

/** What can be made new. */
export type Kind = 'process' | 'register'

export type Names = {
  id: string
  camel: string
  pascal: string
  zh: string
  en: string
  word: string
}

/** Why the command does nothing; its message is for whoever has typed it. */
export class Refusal extends Error {}

/** What each template calls itself. */
export const templateNames: Record<Kind, Names> = {
  process: {
    id: 'example-matter',
    camel: 'exampleMatter',
    pascal: 'ExampleMatter',
    zh: '示例事项',
    en: 'Example matter',
    word: '示例',
  },
  register: {
    id: 'example-register',
    camel: 'exampleRegister',
    pascal: 'ExampleRegister',
    zh: '示例物品',
    en: 'Example thing',
    word: '例册',
  },
}

/** The two characters that a number has, where nobody has named some. */
const madeUp: Record<Kind, (stem: string) => string> = {
  process: (stem) => `示${stem}`,
  register: (stem) => `${stem}册`,
}

/** The words in the numbers of cases and of entries. */
const takenWords = (): string[] => [
  ...Object.values(processes).map(({ numberWord }) => numberWord),
  ...Object.values(registers).flatMap(({ number }) => ('word' in number ? [number.word] : [])),
]

const stems = [...'甲乙丙丁戊己庚辛壬癸']

/** The names that follow from an id of two words at least, and from what else was said of it. Throws `Refusal`. */
export const namesOf = (
  kind: Kind,
  id: string,
  chosen: { zh?: string; en?: string; word?: string } = {},
): Names => {
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)+$/.test(id) || id.length > 40)
    throw new Refusal(
      `"${id}" is no id: two or more words in small letters with hyphens between them, like-this.`,
    )
  const taken = takenWords()
  const stem = stems.find((one) => !taken.includes(madeUp[kind](one))) ?? ''
  const word = chosen.word ?? madeUp[kind](stem)
  if (!/^\p{Script=Han}{2}$/u.test(word))
    throw new Refusal(`"${word}" is no word for numbers: say one of two characters with --word.`)
  if (taken.includes(word))
    throw new Refusal(
      `"${word}" stands in the numbers of another process or register: say another with --word.`,
    )
  const pascal = id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
  return {
    id,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    zh: chosen.zh ?? `${templateNames[kind].zh}${stem}`,
    en: chosen.en ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' '),
    word,
  }
}

/** A text of a template in the new names; all at once, so that no new name is taken for an old one. */
export const renamed = (kind: Kind, text: string, to: Names): string => {
  const template = templateNames[kind]
  const small = (en: string) => en.charAt(0).toLowerCase() + en.slice(1)
  const pairs = [
    ...(Object.keys(template) as (keyof Names)[]).map((key) => [template[key], to[key]] as const),
    [small(template.en), small(to.en)] as const,
  ]
  const found = new RegExp(
    pairs
      .map(([old]) => old)
      .sort((one, other) => other.length - one.length)
      .join('|'),
    'g',
  )
  return text.replace(found, (old) => pairs.find(([one]) => one === old)?.[1] ?? old)
}
