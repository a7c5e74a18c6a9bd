// What may a machine be let do?
import { type Text, text } from '../language/words.ts'

/** Every scope that is asked for somewhere, with what it opens. */
export const machineScopes = (
  processes: { id: string; title: Text; machineScope?: string }[],
): { scope: string; words: Text }[] => [
  { scope: 'cases:read', words: text('读取本区域案件', 'Read the cases of its region') },
  { scope: 'metrics:read', words: text('读取运行指标', 'Read the figures of operation') },
  ...processes.flatMap(({ id, title, machineScope }) => [
    ...(machineScope === undefined
      ? []
      : [{ scope: machineScope, words: text(`报告${title.zh}`, `Report: ${title.en}`) }]),
    { scope: `cases:start:${id}`, words: text(`发起${title.zh}`, `Start: ${title.en}`) },
  ]),
]
