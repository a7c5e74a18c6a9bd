// How are the fields, commands and answers of HJ 212 called, and what is said of a frame that is wrong?

import type { Fault } from '../../frames/protocol.ts'
import type { Text } from '../../frames/words.ts'

/** Both languages in one line, for places that keep one. */
export const both = ({ zh, en }: Text): string => `${zh} ${en}`

const text = (zh: string, en: string): Text => ({ zh, en })

/** Reasons why bytes or messages are refused; counted under these names. */
export const faults = {
  noise: text('不是报文的字节', 'bytes that are no frame'),
  truncated: text('报文不完整', 'the frame is not complete'),
  'length-field': text('数据段长度不是四位数字', 'the length is not four digits'),
  'too-long': text('数据段超过 1024 字节', 'the data segment is longer than 1,024 bytes'),
  shape: text('缺少包头、校验或包尾', 'head, check sum or end is missing'),
  sum: text('CRC 校验不符', 'the check sum is wrong'),
  grammar: text('数据段格式不符', 'the data segment is not written as it must be'),
  'duplicate-field': text('包头字段重复', 'a field of the head is there twice'),
  charset: text('文字既不是 UTF-8 也不是 GB 18030', 'text is neither UTF-8 nor GB 18030'),
  'no-key': text('加密报文，但没有密钥', 'encrypted, and there is no key'),
  'bad-seal': text('加密数据区无法解密', 'the encrypted area cannot be opened'),
  'plain-text': text('应加密而未加密', 'sent in plain though a key is registered'),
  'unknown-device': text('未登记的设备', 'a device that is not registered'),
  'wrong-host': text('来自未登记的地址', 'from an address that is not registered'),
  flood: text('上传过于频繁', 'more frames than a station may send'),
  password: text('密码错误', 'wrong password'),
  'system-code': text('ST 错误', 'wrong ST'),
  flag: text('Flag 或包号错误', 'wrong Flag or packet number'),
  'request-number': text('QN 错误', 'wrong QN'),
  command: text('CN 错误', 'wrong CN'),
  future: text('时间超前 24 小时以上', 'more than 24 hours ahead'),
  replay: text('重放的报文', 'a frame played again'),
  'data-time': text('缺少可用的 DataTime', 'no DataTime that can be used'),
  'part-without-time': text(
    '分包缺少 DataTime，且首包未到',
    'a part without DataTime before its first',
  ),
  'length-off': text('长度字段与实际不符', 'the length field is not the length'),
  'unknown-code': text('未知编码', 'an unknown code'),
} satisfies Record<string, Text>

/** A fault in words; `detail` is what the bytes say themselves. */
export const faultOf = (reason: string, at = 0, detail = ''): Fault => {
  const words = (faults as Record<string, Text>)[reason]
  return { reason, at, words: [words ? both(words) : reason, detail].filter(Boolean).join(': ') }
}

/** `data` is acknowledged by 9014, `notice` by 9013; `answer` answers us; `down` only comes from us. */
export type Kind = 'data' | 'notice' | 'answer' | 'down'

const added = text('2025 年版新增的数据命令', 'data command new in 2025')

/** Table 9 of HJ 212-2017 with what 2025 adds, and what the period of its data is, seconds (0: an instant). */
export const commands: Record<string, { kind: Kind; name: Text; period?: number }> = {
  1000: { kind: 'down', name: text('设置超时时间及重发次数', 'set time-out and resends') },
  1001: { kind: 'down', name: text('提取设备编号', 'ask for the MN') },
  1002: { kind: 'down', name: text('设置设备编号', 'set the MN') },
  1011: { kind: 'data', name: text('提取现场机时间', 'ask for the clock') },
  1012: { kind: 'down', name: text('设置现场机时间', 'set the clock') },
  1013: { kind: 'notice', name: text('现场机时间校准请求', 'the station asks for the time') },
  1014: { kind: 'down', name: text('更新密钥', 'new key') },
  1061: { kind: 'data', name: text('提取实时数据间隔', 'ask for the interval of real-time data') },
  1062: { kind: 'down', name: text('设置实时数据间隔', 'set the interval of real-time data') },
  1063: { kind: 'data', name: text('提取分钟数据间隔', 'ask for the interval of minute data') },
  1064: { kind: 'down', name: text('设置分钟数据间隔', 'set the interval of minute data') },
  1072: { kind: 'down', name: text('设置访问密码', 'set the password') },
  2011: { kind: 'data', name: text('实时数据', 'real-time data'), period: 0 },
  2012: { kind: 'down', name: text('停止察看实时数据', 'stop real-time data') },
  2013: { kind: 'data', name: text('原始数据', 'raw data'), period: 0 },
  2021: { kind: 'data', name: text('设备运行状态', 'state of facilities'), period: 0 },
  2022: { kind: 'down', name: text('停止察看设备运行状态', 'stop states of facilities') },
  2031: { kind: 'data', name: text('日数据', 'day data'), period: 86_400 },
  2041: {
    kind: 'data',
    name: text('设备运行时间日数据', 'running times of a day'),
    period: 86_400,
  },
  2051: { kind: 'data', name: text('分钟数据', 'minute data'), period: 600 },
  2052: { kind: 'data', name: added, period: 600 },
  2061: { kind: 'data', name: text('小时数据', 'hour data'), period: 3600 },
  2062: { kind: 'data', name: added, period: 3600 },
  2081: { kind: 'data', name: text('数采仪开机时间', 'the logger has started'), period: 0 },
  2111: {
    kind: 'data',
    name: text('炉膛温度五分钟均值', 'furnace temperature, 5-minute mean'),
    period: 300,
  },
  3011: { kind: 'down', name: text('零点校准量程校准', 'calibrate') },
  3012: { kind: 'down', name: text('即时采样', 'sample now') },
  3013: { kind: 'down', name: text('启动清洗', 'clean') },
  3014: { kind: 'down', name: text('比对采样', 'sample for comparison') },
  3015: { kind: 'data', name: text('超标留样', 'keep a sample'), period: 0 },
  3016: { kind: 'down', name: text('设置采样时间周期', 'set the sampling period') },
  3017: { kind: 'data', name: text('提取采样时间周期', 'ask for the sampling period') },
  3018: { kind: 'data', name: text('提取出样时间', 'ask for the analysing time') },
  3019: { kind: 'data', name: text('设备唯一标识', 'serial numbers of instruments'), period: 0 },
  3020: { kind: 'data', name: text('现场端信息', 'information of the field'), period: 0 },
  3021: { kind: 'down', name: text('设置现场端参数', 'set parameters of the field') },
  3022: { kind: 'data', name: added },
  3024: { kind: 'data', name: added },
  9011: { kind: 'answer', name: text('请求应答', 'answer to a request') },
  9012: { kind: 'answer', name: text('执行结果', 'result of a request') },
  9013: { kind: 'answer', name: text('通知应答', 'answer to a notice') },
  9014: { kind: 'answer', name: text('数据应答', 'answer to data') },
  9015: { kind: 'notice', name: text('心跳', 'heartbeat') },
}

/** System codes ST that a station may carry (table 5). */
export const systems: Record<string, Text> = {
  21: text('地表水质量监测', 'surface water'),
  22: text('空气质量监测', 'air quality'),
  23: text('声环境质量监测', 'noise'),
  24: text('地下水质量监测', 'groundwater'),
  25: text('土壤质量监测', 'soil'),
  26: text('海水质量监测', 'sea water'),
  27: text('挥发性有机物监测', 'volatile organic compounds'),
  31: text('大气环境污染源', 'air pollution source'),
  32: text('地表水体环境污染源', 'water pollution source'),
  33: text('地下水体环境污染源', 'groundwater pollution source'),
  34: text('海洋环境污染源', 'sea pollution source'),
  35: text('土壤环境污染源', 'soil pollution source'),
  36: text('声环境污染源', 'noise source'),
  37: text('振动环境污染源', 'vibration source'),
  38: text('放射性环境污染源', 'radiation source'),
  39: text('工地扬尘污染源', 'site dust'),
  41: text('电磁环境污染源', 'electromagnetic source'),
  51: text('烟气排放过程监控', 'flue gas process'),
  52: text('污水排放过程监控', 'sewage process'),
  91: text('系统交互', 'interaction'),
}

export const fields: Record<string, Text> = {
  QN: text('请求编码', 'request number'),
  ST: text('系统编码', 'system'),
  CN: text('命令编码', 'command'),
  PW: text('访问密码', 'password'),
  MN: text('设备唯一标识', 'station'),
  Flag: text('拆分包及应答标志', 'flags'),
  PNUM: text('总包数', 'packets in all'),
  PNO: text('包号', 'packet'),
  RF: text('补传标志', 'sent once more'),
}

export const requestResults: Record<string, Text> = {
  1: text('准备执行', 'will be done'),
  2: text('请求被拒绝', 'refused'),
  3: faults.password,
  4: text('MN 错误', 'wrong MN'),
  5: faults['system-code'],
  6: faults.flag,
  7: faults['request-number'],
  8: faults.command,
  9: faults.sum,
  100: text('未知错误', 'unknown error'),
}

export const executionResults: Record<string, Text> = {
  1: text('执行成功', 'done'),
  2: text('执行失败，原因未知', 'failed'),
  3: text('命令请求条件错误', 'wrong conditions'),
  4: text('通讯超时', 'time-out'),
  5: text('系统繁忙', 'busy'),
  6: text('系统故障', 'system fault'),
  100: text('没有数据', 'no data'),
}

/** What the mark behind a value says of the instrument (table 7). */
export const marks: Record<string, Text> = {
  N: text('正常', 'normal'),
  F: text('停运', 'stopped'),
  M: text('维护', 'maintenance'),
  S: text('手工输入', 'entered by hand'),
  D: text('故障', 'fault'),
  C: text('校准', 'calibrating'),
  T: text('超过测量上限', 'over range'),
  B: text('通讯异常', 'communication fault'),
}

export const suffixes: Record<string, Text> = {
  Rtd: text('实时', 'now'),
  Min: text('最小', 'minimum'),
  Avg: text('平均', 'mean'),
  Max: text('最大', 'maximum'),
  Cou: text('累计', 'sum'),
  ZsRtd: text('折算实时', 'now, converted'),
  ZsMin: text('折算最小', 'minimum, converted'),
  ZsAvg: text('折算平均', 'mean, converted'),
  ZsMax: text('折算最大', 'maximum, converted'),
  Flag: text('数据标记', 'mark'),
  ZsFlag: text('折算数据标记', 'mark, converted'),
  EFlag: text('仪器标记', 'mark of the instrument'),
  SampleTime: text('采样时间', 'sampled at'),
  RS: text('运行状态', 'state'),
  RT: text('运行时间', 'running time'),
  SN: text('仪器编号', 'serial number'),
  Info: text('信息', 'information'),
}

/** States of a facility (2021 RS). */
export const facilityStates: Record<string, Text> = {
  0: text('关闭', 'off'),
  1: text('运行', 'running'),
  2: text('校准', 'calibrating'),
  3: text('维护', 'maintenance'),
  4: text('报警', 'alarm'),
  5: text('反吹', 'blow-back'),
}

export const signWords = {
  facilityAlarm: text('治理设施报警', 'alarm of a treatment facility'),
  analyserAlarm: text('分析仪报警', 'alarm of an analyser'),
  boot: text('数采仪开机', 'the logger has started'),
  clockSkew: text('现场机时钟偏差（秒）', 'the clock of the station is off by seconds'),
  replayed: text('收到重放的报文，来自', 'a message was played again, from'),
  partsMissing: text('分包未收齐', 'parts of a set are missing'),
  noAnswer: text('现场机没有应答', 'the station does not answer'),
  notHere: text('设备不在此连接上', 'the device does not speak on this connection'),
  cannot: text('此协议没有该命令', 'this protocol has no such command'),
  tooLate: text('已过有效期', 'its time is over'),
  encrypted: text('加密', 'encrypted'),
} satisfies Record<string, Text>
