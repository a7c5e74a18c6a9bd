// How does a proposal to close an enterprise say how its penalties were counted?
import { list, paragraph } from '../documents/wording.ts'
import type { Block } from '../model/document.ts'

/** The article stands in the sentence that follows. */
const steps = (data: Record<string, unknown>): string[] =>
  (Array.isArray(data.closureReckoning) ? data.closureReckoning : []).flatMap((one) =>
    typeof one?.zh === 'string'
      ? [one.zh.replace(/（[^（）]*第[\d一二三四五六七八九十百]+条[^（）]*）/gu, '')]
      : [],
  )

/** Nothing where nothing was counted. */
export const countedOnPaper = (data: Record<string, unknown>): Block[] => {
  const said = steps(data)
  return said.length === 0 ? [] : [paragraph('行政处罚的次数核算如下：'), list(said)]
}
