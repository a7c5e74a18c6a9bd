// How is it said whose signatures an outcome needs: 会签, 或签, 票签, 依次?

import { type Text, text } from '../language/words.ts'
import type { SignerMode } from '../model/process.ts'
import type { Signers } from '../model/record.ts'
import { addressWords } from '../organisation/group-words.ts'
import type { Address } from '../organisation/offices.ts'

/** A sentence, and the few characters that a drawing has room for. */
export type ModeLabel = { words: Text; short: Text }

/** Null where one of the people is enough. */
export const togetherWords = (
  signers: Exclude<Signers, { mode: 'sequence' }>,
): ModeLabel | null => {
  if (signers.mode === 'any')
    return {
      words: text('或签：任一人办理即可', 'Any one of them decides'),
      short: text('或签', 'Any one'),
    }
  const { need } = signers
  if (signers.mode === 'ratio')
    return {
      words: text(
        `票签：${signers.of} 票中 ${need} 票同意`,
        `By vote: ${need} of ${signers.of} must agree`,
      ),
      short: text(`票签 ${need}/${signers.of}`, `Vote ${need}/${signers.of}`),
    }
  return need > 1
    ? {
        words: text(`会签：${need} 人同意`, `${need} people must agree`),
        short: text(`会签 ${need} 人`, `${need} sign`),
      }
    : null
}

/** Each turn by the posts of which one signs. */
export const turnWords = (turns: Text[][]): ModeLabel => {
  const of = (language: 'zh' | 'en', between: string) =>
    turns.map((posts) => posts.map((post) => post[language]).join('/')).join(between)
  return {
    words: text(`依次签署：${of('zh', ' → ')}`, `Signed in turn: ${of('en', ' → ')}`),
    short: text(`依次 ${turns.length} 人`, `${turns.length} in turn`),
  }
}

/** As the chart says it of a task, before anybody knows in which region the case lies. */
export const modeOf = ({
  to,
  also = [],
  signers,
}: {
  to: Address
  also?: readonly Address[]
  signers?: SignerMode
}): ModeLabel | null => {
  if (!signers) return null
  if (signers.mode !== 'sequence') return togetherWords(signers)
  return turnWords(
    [[to, ...also], ...signers.next.map((one) => [one])].map((turn) => turn.map(addressWords)),
  )
}
