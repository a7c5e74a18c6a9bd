// Which fields does the body of each message of JT/T 809 have, in 2011 and in 2019?
import type { Field } from './fields.ts'

const field =
  (kind: Field['kind']) =>
  (name: string, words: string, size?: number): Field => ({
    name,
    kind,
    words,
    ...(size === undefined ? {} : { size }),
  })
const u8 = field('u8')
const u16 = field('u16')
const u32 = field('u32')
const u64 = field('u64')
const text = field('text')
const long = field('long')
const times = field('times')

const address = [
  text('ip', 'DOWN_LINK_IP 从链路服务地址', 32),
  u16('port', 'DOWN_LINK_PORT 从链路服务端口'),
]
const account = [u32('user', 'USERID 用户名'), text('password', 'PASSWORD 密码', 8)]
const verify = u32('verify', 'VERIFY_CODE 校验码')
const result = u8('result', 'RESULT 结果')
const reason = u8('reason', 'REASON_CODE 原因')
const content = long('text', 'INFO_CONTENT 信息内容')

/** Messages of the links themselves. Several layouts: the one that fills the body exactly is meant. */
export const linkLayouts: Record<number, Field[][]> = {
  4097: [
    [...account, ...address],
    [...account, u32('centre', 'MSG_GNSSCENTERID 下级平台接入码'), ...address],
  ],
  4098: [[result, verify]],
  4099: [account],
  4100: [[]],
  4101: [[]],
  4102: [[]],
  4103: [[reason]],
  4104: [[reason]],
  36865: [[verify]],
  36866: [[result]],
  36867: [[verify]],
  36868: [[]],
  36869: [[]],
  36870: [[]],
  36871: [[reason]],
  36872: [[reason]],
  37121: [
    [
      u32('count', 'DYNAMIC_TOTAL 定位信息数量'),
      u64('begin', 'START_TIME 开始时间'),
      u64('end', 'END_TIME 结束时间'),
    ],
  ],
}

const driver = [
  text('name', 'DRIVER_NAME 驾驶员姓名', 16),
  text('id', 'DRIVER_ID 身份证编号', 20),
  text('licence', 'LICENCE 从业资格证号', 40),
  text('office', 'ORG_NAME 发证机构', 200),
]
const drivers = [driver, [...driver, u64('validUntil', 'VALID_DATE 证件有效期')]]
const waybill = [[long('text', 'EWAYBILL_INFO 电子运单')]]

const plate = [text('plate', 'VEHICLE_NO 车牌号', 21), u8('colour', 'VEHICLE_COLOR 车牌颜色')]
const warned = [
  u8('source', 'WARN_SRC 报警来源'),
  u16('type', 'WARN_TYPE 报警类型'),
  u64('time', 'WARN_TIME 报警时间'),
]
/** 2019: sources differ in whether two or three times are sent, in seconds or in milliseconds. */
const warned2019 = [
  text('platform', 'SOURCE_PLATFORM_ID 发起报警平台', 11),
  u16('type', 'WARN_TYPE 报警类型'),
  times('times', 'WARN_TIME 报警时间、开始、结束'),
  ...plate,
  text('target', 'DESTINATION_PLATFORM_ID 被报警平台', 11),
  u32('line', 'DRVLINE_ID 线路'),
  content,
]
const requestOf = u8('objectType', 'OBJECT_TYPE 查岗对象类型')
const infoId = u32('infoId', 'INFO_ID 信息ID')
const source = [
  u16('sourceType', 'SOURCE_DATA_TYPE 源子业务类型'),
  u32('sourceSn', 'SOURCE_MSG_SN 源报文序列号'),
]
const registered = (model: number, imei: boolean): Field[] => [
  text('platform', 'PLATFORM_ID 平台', 11),
  text('producer', 'PRODUCER_ID 终端厂商', 11),
  text('model', 'TERMINAL_MODEL_TYPE 终端型号', model),
  ...(imei ? [text('imei', 'TERMINAL_IMEI 终端IMEI', 15)] : []),
  text('terminal', 'TERMINAL_ID 终端编号', imei ? 30 : 7),
  text('sim', 'TERMINAL_SIMCODE 终端SIM卡号', imei ? 13 : 12),
]

/** Data of the sub-messages; positions (0x1202, 0x1203) have a file of their own. */
export const subLayouts: Record<number, Field[][]> = {
  4609: [registered(8, false), registered(20, false), registered(30, true)],
  4618: drivers,
  4619: waybill,
  4620: drivers,
  4621: waybill,
  4622: [[long('text', 'DRVLINE 行驶路线')]],
  37386: [[]],
  37387: [[]],
  4865: [
    [requestOf, text('object', 'OBJECT_ID 查岗对象', 12), infoId, content],
    [
      requestOf,
      text('person', 'RESPONDER 应答人', 16),
      text('phone', 'RESPONDER_TEL 应答人电话', 20),
      text('object', 'OBJECT_ID 查岗对象', 20),
      ...source,
      content,
    ],
  ],
  37633: [
    [requestOf, text('object', 'OBJECT_ID 查岗对象', 12), infoId, content],
    [
      requestOf,
      text('object', 'OBJECT_ID 查岗对象', 20),
      u8('answerTime', 'ANSWER_TIME 应答时限'),
      infoId,
      content,
    ],
  ],
  5121: [
    [u32('id', 'SUPERVISION_ID 督办ID'), result],
    [u32('id', 'SUPERVISION_ID 督办ID'), ...source, result],
  ],
  5122: [[...warned, infoId, content], warned2019],
  37889: [
    [
      ...warned,
      u32('id', 'SUPERVISION_ID 督办ID'),
      u64('until', 'SUPERVISION_ENDTIME 督办截止时间'),
      u8('level', 'SUPERVISION_LEVEL 督办级别'),
      text('person', 'SUPERVISOR 督办人', 16),
      text('phone', 'SUPERVISOR_TEL 督办电话', 20),
      text('mail', 'SUPERVISOR_EMAIL 督办邮箱', 32),
    ],
  ],
  37891: [[...warned, content], warned2019],
}
