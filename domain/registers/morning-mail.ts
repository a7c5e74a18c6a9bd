// What is a keeper or a confirmer of registers told in the morning, in one mail?
import { canonical, sha256 } from '../identity/commands.ts'
import { type Text, text } from '../language/words.ts'
import type { Day } from '../time/days.ts'
import type { Register } from './define.ts'
import { type DueLine, dueLineWords, hasPassed, stampOf } from './due.ts'
import { stampOfWaiting, type Unconfirmed, waitingLineWords } from './unconfirmed.ts'

/** What one person keeps that falls due, and what waits for his confirmation. */
export type RegisterNews = { due: readonly DueLine[]; waiting: readonly Unconfirmed[] }

/** What a message rests on: the same is not told again. */
export const printOfNews = ({ due, waiting }: RegisterNews, today: Day): string =>
  due.length + waiting.length === 0
    ? 'none'
    : sha256(
        canonical([
          due.map((one) => [one.entry.id, ...stampOf(one.due, today)]),
          waiting.map((one) => stampOfWaiting(one, today)),
        ]),
      ).slice(0, 16)

const mostLines = 50
type Where = { today: Day; base: string }

/** The mail; null: nothing is wanted any more, and of that nobody needs a mail. `base`: the address of the product. */
export const registerMail = (
  registers: Readonly<Record<string, Register>>,
  { due, waiting }: RegisterNews,
  where: Where,
): { title: Text; body: Text } | null => {
  const sections = [
    ...section(
      text(
        '请在到期前办理，并在登记簿中更新：',
        'To be done before the day, and entered in the register:',
      ),
      due.flatMap((one) => wordsIn(registers[one.entry.register], one, where, dueLineWords)),
    ),
    ...section(
      text(
        '待您确认的登记和变更（法定期限自收到之日起算，不因未确认而中止）：',
        'Waiting for your confirmation (periods of the law run meanwhile):',
      ),
      waiting.flatMap((one) =>
        wordsIn(registers[one.change.register], one, where, waitingLineWords),
      ),
    ),
  ]
  if (sections.length === 0) return null
  return {
    title: titleOf(due, waiting.length, where.today),
    body: text(sections.map(({ zh }) => zh).join('\n'), sections.map(({ en }) => en).join('\n')),
  }
}

const wordsIn = <One>(
  register: Register | undefined,
  one: One,
  where: Where,
  words: (register: Register, one: One, where: Where) => Text,
): Text[] => (register ? [words(register, one, where)] : [])

const section = (head: Text, lines: readonly Text[]): Text[] => {
  const more = lines.length - mostLines
  return lines.length === 0
    ? []
    : [
        head,
        ...lines.slice(0, mostLines),
        ...(more > 0 ? [text(`另有 ${more} 项`, `and ${more} more`)] : []),
      ]
}

const titleOf = (due: readonly DueLine[], waiting: number, today: Day): Text => {
  const passed = due.filter((one) => hasPassed(one, today)).length
  const parts = [
    ...(due.length > 0
      ? [
          text(
            `${due.length} 项 30 日内到期，其中已届满 ${passed} 项`,
            `${due.length} fall due within 30 days, ${passed} of them have passed`,
          ),
        ]
      : []),
    ...(waiting > 0 ? [text(`${waiting} 项待确认`, `${waiting} wait for your confirmation`)] : []),
  ]
  return text(
    `【智慧安监】${today} 登记簿 ${parts.map(({ zh }) => zh).join('，')}`,
    `[anjian] ${today} registers: ${parts.map(({ en }) => en).join(', ')}`,
  )
}
