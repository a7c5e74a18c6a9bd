// What follows when nobody acts on an alarm, and what does the desk do first?

import { type Text, text } from '../language/words.ts'
import { kindFacts } from './kinds.ts'

export type Advice = { consequence: Text; firstAct: Text }

const advice = (consequence: Text, firstAct: Text): Advice => ({ consequence, firstAct })
const silent = advice(
  text('看不到现场：此后的报警收不到', 'The site is out of sight: no alarm would be heard'),
  text('联系对方值班室，查链路和电源', 'Call the other side’s duty room; check line and power'),
)

const ofKind = (kind: string): Advice => {
  const { consequence, firstAct } = kindFacts(kind)
  return { consequence, firstAct }
}

/** What the condition itself says goes before what the point measures. */
const byCondition: Record<string, Advice> = {
  'feed-silent': silent,
  'device-silent': silent,
  'manual-alarm': ofKind('fire'),
  flood: advice(
    text('报警过多，单条报警容易被淹没', 'So many alarms that a single one is easily missed'),
    text(
      '先看一级和可燃有毒气体，电话核实全厂情况',
      'Look at level 1 and gas first; ask by telephone how the whole plant does',
    ),
  ),
  'bad-quality': advice(
    text(
      '测点失真，真实超限看不到',
      'The point does not measure: a real exceedance would not be seen',
    ),
    text(
      '请企业改用现场表计并报修',
      'Ask the enterprise to read the gauge on site and to have it repaired',
    ),
  ),
  fault: advice(
    text('设备故障，保护可能失效', 'The device is faulty: its protection may fail'),
    text(
      '请企业现场查看，落实临时措施',
      'Ask the enterprise to look on site and to protect otherwise',
    ),
  ),
}

export const adviceFor = ({ condition, kind }: { condition: string; kind: string }): Advice =>
  byCondition[condition] ?? ofKind(kind)
