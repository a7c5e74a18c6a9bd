// What do the codes of GB/T 28181 mean?
import { codeTable, type Text } from '../../frames/words.ts'

export const types = codeTable(`
  111 DVR|DVR
  112 视频服务器|video server
  113 编码器|encoder
  118 网络视频录像机|network video recorder
  131 摄像机|camera
  132 网络摄像机|network camera
  133 显示器|display
  134 报警输入设备|alarm input
  135 报警输出设备|alarm output
  136 语音输入设备|audio input
  137 语音输出设备|audio output
  200 中心信令控制服务器|signalling server
  215 业务分组|business group
  216 虚拟组织|virtual organisation
`)

export const industries = codeTable(`
  0 社会治安路面接入|public security, streets
  1 社会治安社区接入|public security, communities
  2 社会治安内部接入|public security, premises
  3 社会治安其他接入|public security, other
  4 交通路面接入|traffic, roads
  5 交通卡口接入|traffic, checkpoints
  6 交通内部接入|traffic, premises
  7 交通其他接入|traffic, other
  8 城市管理接入|city management
  9 卫生环保接入|health and environment
  10 商检海关接入|customs
  11 教育部门接入|education
  40 林业部门接入|forestry
`)

export const priorities = codeTable(`
  1 一级警情|first
  2 二级警情|second
  3 三级警情|third
  4 四级警情|fourth
`)

export const methods = codeTable(`
  1 电话报警|by telephone
  2 设备报警|by a device
  3 短信报警|by text message
  4 GPS报警|by GPS
  5 视频报警|by the picture
  6 设备故障报警|fault of a device
  7 其他报警|otherwise
`)

const ofDevices = codeTable(`
  1 视频丢失报警|picture lost
  2 设备防拆报警|tampering
  3 存储设备磁盘满报警|disk full
  4 设备高温报警|too hot
  5 设备低温报警|too cold
`)

const ofPictures = codeTable(`
  1 人工视频报警|seen by a person
  2 运动目标检测报警|motion
  3 遗留物检测报警|object left behind
  4 物体移除检测报警|object removed
  5 绊线检测报警|line crossed
  6 入侵检测报警|intrusion
  7 逆行检测报警|wrong way
  8 徘徊检测报警|loitering
  9 流量统计报警|flow
  10 密度检测报警|density
  11 视频异常检测报警|picture abnormal
  12 快速移动报警|fast movement
`)

const ofStores = codeTable(`
  1 存储设备磁盘故障报警|disk fault
  2 存储设备风扇故障报警|fan fault
`)

/** Types of alarm, by the method of alarm; the other methods know no types. */
export const alarmTypes: Readonly<Record<number, Readonly<Record<number, Text>>>> = {
  2: ofDevices,
  5: ofPictures,
  6: ofStores,
}
