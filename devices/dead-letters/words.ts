// In which words is it told what came of trying something again?
import { type Text, text } from '../../domain/language/words.ts'
import type { Observation } from '../port/port.ts'

type Kind = Observation['kind']

const kinds: Record<Exclude<Kind, 'condition'>, Text> = {
  reading: text('读数', 'readings'),
  position: text('位置', 'positions'),
  document: text('记录', 'records'),
  sign: text('标志', 'signs'),
}

/** What was taken, what was left, and what is still wrong. */
export const tookWords = (
  taken: Observation[],
  left: { conditions: number; untaken: string[]; faults: string[] },
): Text => {
  const counted = Object.entries(kinds).flatMap(([kind, of]) => {
    const n = taken.filter((one) => one.kind === kind).length
    return n === 0 ? [] : [text(`${of.zh} ${n}`, `${of.en} ${n}`)]
  })
  const parts = [
    counted.length === 0
      ? replayWords.nothing
      : joined(text('已作为迟到数据收下：', 'Taken as late data: '), counted),
    ...(left.conditions > 0
      ? [
          text(
            `报警状态 ${left.conditions} 项未取：迟到的不再报警`,
            `Conditions left: ${left.conditions}, late ones raise no alarm`,
          ),
        ]
      : []),
    ...(left.untaken.length > 0
      ? [text(`未收：${left.untaken.join('、')}`, `Not taken: ${left.untaken.join(', ')}`)]
      : []),
    ...left.faults.map((fault) => text(fault, fault)),
  ]
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') }
}

const joined = (before: Text, parts: Text[]): Text =>
  text(
    before.zh + parts.map(({ zh }) => zh).join('、'),
    before.en + parts.map(({ en }) => en).join(', '),
  )

export const replayWords = {
  nothing: text('没有可以收下的内容', 'It says nothing that can be taken'),
  gone: text('原件已清理', 'It has been cleared away'),
  cut: text('只保留了开头，不能重放', 'Only its beginning was kept: too long to replay'),
  defect: text('程序出错，请告知维护人员', 'The program failed: tell those who maintain it'),
  expired: text('一天内没有进程接管这路接入', 'Nobody has held the line for a day'),
  delivered: text('已送达案件', 'Delivered to its case'),
  over: text('已经办结，无须再送', 'It was dealt with already'),
  waits: text(
    '同一报警更早的一条还未送达，请先重试那一条',
    'An earlier one of the same alarm waits: try that one first',
  ),
} satisfies Record<string, Text>

export const stillFails = (error: string): Text =>
  text(`仍未送达：${error}`, `Still not delivered: ${error}`)
