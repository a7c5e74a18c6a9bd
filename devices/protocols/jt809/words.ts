// What are the messages, alarm types and answers of JT/T 809 called, in Chinese and in English?

import type { Text } from '../../frames/words.ts'
import type { Level } from '../../port/port.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

export const messageWords: Record<number, Text> = {
  4097: text('主链路登录请求', 'Main link: sign in'),
  4098: text('主链路登录应答', 'Main link: answer to signing in'),
  4099: text('主链路注销请求', 'Main link: sign out'),
  4100: text('主链路注销应答', 'Main link: answer to signing out'),
  4101: text('主链路连接保持请求', 'Main link: keep alive'),
  4102: text('主链路连接保持应答', 'Main link: still alive'),
  4103: text('主链路断开通知', 'Main link was cut'),
  4104: text('下级平台主动关闭链路通知', 'Lower platform closes the links'),
  36865: text('从链路连接请求', 'Slave link: connect'),
  36866: text('从链路连接应答', 'Slave link: answer to connecting'),
  36867: text('从链路注销请求', 'Slave link: sign out'),
  36868: text('从链路注销应答', 'Slave link: answer to signing out'),
  36869: text('从链路连接保持请求', 'Slave link: keep alive'),
  36870: text('从链路连接保持应答', 'Slave link: still alive'),
  36871: text('从链路断开通知', 'Slave link was cut'),
  36872: text('上级平台主动关闭链路通知', 'Upper platform closes the links'),
  37121: text('接收定位信息数量通知', 'Count of positions received'),
  4608: text('主链路车辆动态信息交换', 'Vehicles: dynamic data'),
  4609: text('上传车辆注册信息', 'Vehicle registered'),
  4610: text('实时上传车辆定位信息', 'Position'),
  4611: text('车辆定位信息自动补报', 'Positions sent later'),
  4618: text('上报驾驶员身份识别信息应答', 'Driver, as asked'),
  4619: text('上报车辆电子运单应答', 'Waybill, as asked'),
  4620: text('主动上报驾驶员身份信息', 'Driver'),
  4621: text('主动上报车辆电子运单', 'Waybill'),
  4622: text('主动上报车辆行驶路线', 'Route'),
  37386: text('上报驾驶员身份识别信息请求', 'Which driver?'),
  37387: text('上报车辆电子运单请求', 'Which waybill?'),
  4865: text('平台查岗应答', 'Answer to the post query'),
  37633: text('平台查岗请求', 'Post query'),
  5121: text('报警督办应答', 'Answer to the supervision of an alarm'),
  5122: text('上报报警信息', 'Alarm'),
  5123: text('主动上报报警处理结果', 'Outcome of an alarm'),
  37889: text('报警督办请求', 'An alarm is supervised'),
  37891: text('实时交换报警信息', 'Alarm of another platform'),
}

export type WarnType = { type: number; condition: string; level: Level; words: Text }

const warn = (type: number, condition: string, level: Level, zh: string, en: string): WarnType => ({
  type,
  condition,
  level,
  words: { zh, en },
})

/** What the alarm bits of JT/T 808 say too has the same name. */
export const warnTypes: WarnType[] = [
  warn(0x0001, 'overspeed', 3, '超速报警', 'Overspeed'),
  warn(0x0002, 'fatigue', 3, '疲劳驾驶报警', 'Driver fatigue'),
  warn(0x0003, 'emergency', 1, '紧急报警', 'Emergency button'),
  warn(0x0004, 'area-entered', 3, '进入指定区域报警', 'Area entered'),
  warn(0x0005, 'area-left', 3, '离开指定区域报警', 'Area left'),
  warn(0x0006, 'road-blocked', 4, '路段堵塞报警', 'Road blocked'),
  warn(0x0007, 'dangerous-road', 3, '危险路段报警', 'Dangerous road'),
  warn(0x0008, 'boundary-crossed', 3, '越界报警', 'Boundary crossed'),
  warn(0x0009, 'theft', 2, '盗警', 'Theft'),
  warn(0x000a, 'robbery', 1, '劫警', 'Robbery'),
  warn(0x000b, 'route-deviation', 2, '偏离路线报警', 'Off its route'),
  warn(0x000c, 'illegal-movement', 3, '车辆移动报警', 'Vehicle moved'),
  warn(0x000d, 'daily-overtime', 3, '超时驾驶报警', 'Driven too long'),
  warn(0x000e, 'other', 3, '其他报警', 'Other alarm'),
  warn(0x0010, 'violation', 3, '违规行驶报警', 'Driving against the rules'),
  warn(0x0011, 'front-collision', 2, '前撞报警', 'Front collision'),
  warn(0x0012, 'lane-departure', 3, '车道偏离报警', 'Lane left'),
  warn(0x0013, 'tyre-pressure', 3, '胎压异常报警', 'Tyre pressure'),
  warn(0x0014, 'dynamic-data', 4, '动态信息异常报警', 'Dynamic data abnormal'),
  warn(0xa001, 'overlong-stop', 3, '超时停车', 'Stopped too long'),
  warn(
    0xa002,
    'position-interval',
    4,
    '车辆定位信息上报时间间隔异常',
    'Positions come too rarely or too often',
  ),
  warn(0xa003, 'position-distance', 4, '车辆定位信息上报距离间隔异常', 'Positions jump'),
  warn(0xa004, 'platform-lost', 3, '下级平台异常断线', 'Lower platform lost'),
  warn(0xa005, 'platform-data', 3, '下级平台数据传输异常', 'Lower platform sends wrongly'),
  warn(0xa006, 'road-blocked', 4, '路段堵塞报警', 'Road blocked'),
  warn(0xa007, 'dangerous-road', 3, '危险路段报警', 'Dangerous road'),
  warn(0xa008, 'weather', 3, '雨雪天气报警', 'Rain or snow'),
  warn(0xa009, 'driver-identity', 3, '驾驶员身份识别异常', 'Driver not identified'),
  warn(0xa00a, 'terminal-fault', 4, '终端异常', 'Terminal faulty'),
  warn(0xa00b, 'platform-access', 3, '平台接入异常', 'Platform access abnormal'),
  warn(0xa00c, 'core-data', 3, '核心数据异常', 'Core data abnormal'),
  warn(0xa0ff, 'other', 3, '其他报警', 'Other alarm'),
]

/** Conditions that arise between platforms. */
export const platformWords: Record<'post-query' | 'supervised', Text> = {
  'post-query': text('平台查岗，须由值班人员应答', 'Post query: somebody on duty must answer'),
  supervised: text(
    '上级平台督办报警，须答复',
    'The upper platform supervises an alarm: it must be answered',
  ),
}

export const colourWords: Record<number, Text> = {
  1: text('蓝', 'blue'),
  2: text('黄', 'yellow'),
  3: text('黑', 'black'),
  4: text('白', 'white'),
  5: text('绿', 'green'),
  9: text('其他', 'other'),
  91: text('农黄', 'yellow (farm)'),
  92: text('农绿', 'green (farm)'),
  93: text('黄绿', 'yellow and green'),
  94: text('渐变绿', 'shaded green'),
}

export const warnSources: Record<number, Text> = {
  1: text('车载终端', 'terminal'),
  2: text('企业监控平台', 'enterprise platform'),
  3: text('政府监管平台', 'government platform'),
  9: text('其他', 'other'),
}

/** Answers to signing in (0x1002); 6 is everything else. */
export const signInWords: Record<number, Text> = {
  0: text('成功', 'accepted'),
  1: text('IP地址不正确', 'wrong address'),
  2: text('接入码不正确', 'wrong access code'),
  3: text('用户没有注册', 'user not registered'),
  4: text('密码错误', 'wrong password'),
  5: text('资源紧张，稍后再连接', 'busy, try later'),
  6: text('其他', 'other'),
}

/** What became of a supervised alarm (0x1401). */
export const outcomeWords: Record<number, Text> = {
  0: text('处理中', 'being dealt with'),
  1: text('已处理完毕', 'dealt with'),
  2: text('不作处理', 'will not be dealt with'),
  3: text('将来处理', 'will be dealt with later'),
}
