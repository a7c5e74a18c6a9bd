// What do the codes of SL 651-2014 mean: functions, kinds of stations, state bits, marks?

import { codeTable } from '../../frames/words.ts'
import type { Level } from '../../port/port.ts'

/** 附录B, 功能码; the codes are decimal here, hexadecimal in the standard. */
export const functions = codeTable(`
${0x2f} 链路维持报|keep-alive
${0x30} 测试报|test report
${0x31} 均匀时段水文信息报|report of even intervals
${0x32} 遥测站定时报|timed report
${0x33} 遥测站加报报|additional report
${0x34} 遥测站小时报|hourly report
${0x35} 遥测站人工置数报|report entered by hand
${0x36} 遥测站图片报|picture
${0x37} 查询遥测站实时数据|present values asked for
${0x38} 查询遥测站时段数据|values of a period asked for
${0x39} 查询遥测站人工置数|entries by hand asked for
${0x3a} 查询遥测站指定要素数据|given elements asked for
${0x40} 修改遥测站基本配置表|set the basic configuration
${0x41} 读取遥测站基本配置表|basic configuration
${0x42} 修改遥测站运行参数配置表|set the running parameters
${0x43} 读取遥测站运行参数配置表|running parameters
${0x44} 查询水泵电机实时工作数据|pump motors
${0x45} 查询遥测终端软件版本|software version
${0x46} 查询遥测站状态和报警信息|state and alarms
${0x47} 初始化固态存储数据|storage emptied
${0x48} 恢复终端出厂设置|factory settings restored
${0x49} 修改密码|password changed
${0x4a} 设置遥测站时钟|clock set
${0x4b} 设置遥测终端IC卡状态|IC card state
${0x4c} 水泵状态|pump switches
${0x4d} 阀门状态|valve switches
${0x4e} 闸门状态|gate switches
${0x4f} 水量定值控制|control of a fixed volume
${0x50} 查询遥测站事件记录|record of events
${0x51} 查询遥测站时钟|clock
`)

/** 附录A, 遥测站分类码. */
export const stationTypes = codeTable(`
${0x50} 降水|rain
${0x48} 河道|river
${0x4b} 水库（湖泊）|reservoir or lake
${0x5a} 闸坝|gate or dam
${0x44} 泵站|pumping station
${0x54} 潮汐|tide
${0x4d} 墒情|soil moisture
${0x47} 地下水|groundwater
${0x51} 水质|water quality
${0x49} 取水口|intake
${0x4f} 排水口|outlet
`)

/** 表10, control characters at the end of a body. */
export const ends = codeTable(`
${0x03} ETX 后续无报文|ETX, nothing follows
${0x04} EOT 传输结束，退出|EOT, end
${0x05} ENQ 询问|ENQ, asked
${0x06} ACK 肯定确认，继续发送|ACK, go on
${0x15} NAK 否定应答，反馈重发|NAK, send again
${0x17} ETB 后续有报文|ETB, more follows
${0x1b} ESC 传输结束，保持在线|ESC, end, stay on line
`)

export type StateBit = {
  bit: number
  name: string
  zh: string
  en: string
  level: Level
  setMeans: boolean
}

const bit = (
  position: number,
  name: string,
  zh: string,
  en: string,
  level: Level,
  setMeans = true,
): StateBit => ({
  bit: position,
  name,
  zh,
  en,
  level,
  setMeans,
})

/** 表58, the bits that are alarms; the door is open while its bit is clear. */
export const stateBits: readonly StateBit[] = [
  bit(0, 'mains', '交流电停电', 'mains lost', 3),
  bit(1, 'battery', '蓄电池电压低', 'battery low', 3),
  bit(2, 'water-level', '水位超限', 'water level beyond its limit', 2),
  bit(3, 'flow', '流量超限', 'flow beyond its limit', 2),
  bit(4, 'water-quality', '水质超限', 'water quality beyond its limit', 2),
  bit(5, 'flow-meter', '流量仪表故障', 'flow meter faulty', 3),
  bit(6, 'level-gauge', '水位仪表故障', 'level gauge faulty', 3),
  bit(7, 'door', '终端箱门开启', 'box open', 4, false),
  bit(8, 'storage', '存储器异常', 'storage faulty', 3),
  bit(11, 'remaining-water', '剩余水量超限', 'remaining water beyond its limit', 4),
]

/** 表82, 事件记录, in order; each a count of two bytes. */
export const recordedEvents = [
  '历史数据初始化',
  '参数变更',
  '状态量变位',
  '传感器及仪表故障',
  '密码修改',
  '终端故障',
  '交流失电',
  '蓄电池电压低告警',
  '终端箱非法打开',
  '水泵故障',
  '剩余水量超限告警',
  '水位超限告警',
  '水压超限告警',
  '水质参数超限告警',
  '数据出错',
  '发报文',
  '收报文',
  '发报文出错',
] as const
