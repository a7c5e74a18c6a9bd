// What follows when nobody acts on an alarm, and what does the desk do first?
import { type Text, text } from '../case/words.ts'

export type Advice = { consequence: Text; firstAct: Text }

const advice = (consequence: Text, firstAct: Text): Advice => ({ consequence, firstAct })
const silent = advice(
  text('看不到现场：此后的报警收不到', 'The site is out of sight: no alarm would be heard'),
  text('联系对方值班室，查链路和电源', 'Call the other side’s duty room; check line and power'),
)

const burning = advice(
  text('火灾，可能有人被困', 'Fire: people may be trapped'),
  text('电话核实并报 119，确认疏散', 'Verify by telephone, call 119, make sure that people leave'),
)

/** What the condition itself says goes before what the point measures. */
const byCondition: Record<string, Advice> = {
  'feed-silent': silent,
  'device-silent': silent,
  'manual-alarm': burning,
  flood: advice(
    text('报警过多，单条报警容易被淹没', 'So many alarms that a single one is easily missed'),
    text('先看一级和可燃有毒气体，电话核实全厂情况', 'Look at level 1 and gas first; ask by telephone how the whole plant does'),
  ),
  'bad-quality': advice(
    text('测点失真，真实超限看不到', 'The point does not measure: a real exceedance would not be seen'),
    text('请企业改用现场表计并报修', 'Ask the enterprise to read the gauge on site and to have it repaired'),
  ),
  fault: advice(
    text('设备故障，保护可能失效', 'The device is faulty: its protection may fail'),
    text('请企业现场查看，落实临时措施', 'Ask the enterprise to look on site and to protect otherwise'),
  ),
}

const byKind: Record<string, Advice> = {
  level: advice(
    text('冒罐或抽空，可能泄漏', 'Overfill or empty tank: a leak may follow'),
    text('电话核实液位，停止进（出）料', 'Verify the level by telephone; stop feeding or drawing'),
  ),
  pressure: advice(
    text('超压，可能泄放或破裂', 'Over-pressure: relief or rupture may follow'),
    text('电话核实压力，请企业泄压或停车', 'Verify by telephone; ask to relieve or shut down'),
  ),
  temperature: advice(
    text('超温，可能反应失控', 'Over-temperature: a reaction may run away'),
    text('电话核实温度，请企业降温或紧急停车', 'Verify by telephone; ask to cool or shut down'),
  ),
  flow: advice(
    text('流量异常，工况可能失稳', 'Flow out of range: the process may become unstable'),
    text('电话核实工况', 'Verify by telephone'),
  ),
  gas: advice(
    text('可燃有毒气体泄漏，可能燃爆、中毒', 'Gas is escaping: explosion or poisoning may follow'),
    text('电话核实，切断来源，撤离人员，禁止动火', 'Verify by telephone; cut the source, move people away, no hot work'),
  ),
  fire: burning,
  trapped: advice(
    text('有人被困', 'Somebody is trapped'),
    text('联系维保单位和 96333，安抚乘客', 'Call the maintenance firm and 96333; speak to the passenger'),
  ),
  emergency: advice(
    text('现场有人求助', 'Somebody calls for help'),
    text('立即电话核实，必要时报 110、119、120', 'Call back at once; 110, 119 or 120 if needed'),
  ),
  pollution: advice(
    text('超标排放', 'Discharge beyond the limit'),
    text('通知生态环境局，请企业查治理设施', 'Tell the environment bureau; ask to check the treatment'),
  ),
  'water-level': advice(
    text('水位超限，可能漫坝或淹没', 'Water beyond the limit: overtopping or flooding may follow'),
    text('通知水利局，查雨情和闸门', 'Tell the water bureau; check rain and gates'),
  ),
  position: advice(
    text('车辆偏离或违规，危险品可能失控', 'A vehicle off its way or rule: dangerous goods may be at risk'),
    text('联系运输企业和驾驶员', 'Call the carrier and the driver'),
  ),
}

const otherwise = advice(text('后果待核实', 'What may follow is to be found out'), text('电话核实现场情况', 'Verify by telephone'))

export const adviceFor = ({ condition, kind }: { condition: string; kind: string }): Advice =>
  byCondition[condition] ?? byKind[kind] ?? otherwise
