// What do the codes of GB/T 26875.3-2011 mean: data types, systems, components, measures?
import { codeTable } from '../../frames/words.ts'

/** Command byte, 表2. */
export const commands = codeTable(`
1 控制命令|control
2 发送数据|data sent
3 确认|acknowledged
4 请求|request
5 应答|response
6 否认|denied
`)

/** Type of a data unit, 表3: 1–60 upward, 61–127 downward. */
export const unitTypes = codeTable(`
1 建筑消防设施系统状态|state of a fire protection system
2 建筑消防设施部件运行状态|state of a component
3 建筑消防设施部件模拟量值|measured value of a component
4 建筑消防设施操作信息|operation at a fire protection system
5 建筑消防设施软件版本|software version of a system
6 建筑消防设施系统配置情况|configuration of a system
7 建筑消防设施部件配置情况|configuration of a component
8 建筑消防设施系统时间|clock of a system
21 用户信息传输装置运行状态|state of the transmitter
24 用户信息传输装置操作信息|operation at the transmitter
25 用户信息传输装置软件版本|software version of the transmitter
26 用户信息传输装置配置情况|configuration of the transmitter
28 用户信息传输装置系统时间|clock of the transmitter
61 读建筑消防设施系统状态|read the state of a system
62 读建筑消防设施部件运行状态|read the state of a component
63 读建筑消防设施部件模拟量值|read a measured value
64 读建筑消防设施操作信息|read the operations at a system
65 读建筑消防设施软件版本|read the software version of a system
66 读建筑消防设施系统配置情况|read the configuration of a system
67 读建筑消防设施部件配置情况|read the configuration of a component
68 读建筑消防设施系统时间|read the clock of a system
81 读用户信息传输装置运行状态|read the state of the transmitter
84 读用户信息传输装置操作信息记录|read the operations at the transmitter
85 读用户信息传输装置软件版本|read the software version of the transmitter
86 读用户信息传输装置配置情况|read the configuration of the transmitter
88 读用户信息传输装置系统时间|read the clock of the transmitter
89 初始化用户信息传输装置|initialise the transmitter
90 同步用户信息传输装置时钟|set the clock of the transmitter
91 查岗命令|call the person on duty
`)

/** Type of a system, 表4. */
export const systemTypes = codeTable(`
0 通用|general
1 火灾报警系统|fire alarm system
10 消防联动控制器|fire control linkage
11 消火栓系统|hydrant system
12 自动喷水灭火系统|sprinkler system
13 气体灭火系统|gas extinguishing system
14 水喷雾灭火系统（泵启动方式）|water spray system (pump)
15 水喷雾灭火系统（压力容器启动方式）|water spray system (pressure vessel)
16 泡沫灭火系统|foam system
17 干粉灭火系统|dry powder system
18 防烟排烟系统|smoke control system
19 防火门及卷帘系统|fire doors and shutters
20 消防电梯|fire lift
21 消防应急广播|emergency announcement
22 消防应急照明和疏散指示系统|emergency lighting and exit signs
23 消防电源|fire power supply
24 消防电话|fire telephone
`)

/** Type of a component, 表5. */
export const componentTypes = codeTable(`
0 通用|general
1 火灾报警控制器|fire alarm control unit
10 可燃气体探测器|combustible gas detector
11 点型可燃气体探测器|point combustible gas detector
12 独立式可燃气体探测器|stand-alone combustible gas detector
13 线型可燃气体探测器|line combustible gas detector
16 电气火灾监控报警器|electrical fire monitor
17 剩余电流式电气火灾监控探测器|residual current detector
18 测温式电气火灾监控探测器|temperature detector of electrical fires
21 探测回路|detection loop
22 火灾显示盘|fire display panel
23 手动火灾报警按钮|manual call point
24 消火栓按钮|hydrant button
25 火灾探测器|fire detector
30 感温火灾探测器|heat detector
31 点型感温火灾探测器|point heat detector
32 点型感温火灾探测器（S型）|point heat detector (S)
33 点型感温火灾探测器（R型）|point heat detector (R)
34 线型感温火灾探测器|line heat detector
35 线型感温火灾探测器（S型）|line heat detector (S)
36 线型感温火灾探测器（R型）|line heat detector (R)
37 光纤感温火灾探测器|fibre heat detector
40 感烟火灾探测器|smoke detector
41 点型离子感烟火灾探测器|point ionisation smoke detector
42 点型光电感烟火灾探测器|point optical smoke detector
43 线型光束感烟火灾探测器|beam smoke detector
44 吸气式感烟火灾探测器|aspirating smoke detector
50 复合式火灾探测器|combined fire detector
51 复合式感烟感温火灾探测器|combined smoke and heat detector
52 复合式感光感温火灾探测器|combined flame and heat detector
53 复合式感光感烟火灾探测器|combined flame and smoke detector
61 紫外火焰探测器|ultraviolet flame detector
62 红外火焰探测器|infrared flame detector
69 感光火灾探测器|flame detector
74 气体探测器|gas detector
78 图像摄像方式火灾探测器|video fire detector
79 感声火灾探测器|acoustic fire detector
81 气体灭火控制器|gas extinguishing controller
82 消防电气控制装置|electrical fire control device
83 消防控制室图形显示装置|graphic display of the control room
84 模块|module
85 输入模块|input module
86 输出模块|output module
87 输入/输出模块|input and output module
88 中继模块|relay module
91 消防水泵|fire pump
92 消防水箱|fire water tank
95 喷淋泵|sprinkler pump
96 水流指示器|water flow indicator
97 信号阀|signal valve
98 报警阀|alarm valve
99 压力开关|pressure switch
101 阀驱动装置|valve actuator
102 防火门|fire door
103 防火阀|fire damper
104 通风空调|ventilation
105 泡沫液泵|foam pump
106 管网电磁阀|solenoid valve
111 防烟排烟风机|smoke fan
113 排烟防火阀|smoke fire damper
114 常闭送风口|closed air inlet
115 排烟口|smoke outlet
116 电控挡烟垂壁|smoke curtain
117 防火卷帘控制器|fire shutter controller
118 防火门监控器|fire door monitor
121 报警装置|sounder
`)

/** Components whose “fire” is gas in the air. */
export const gasDetectors: readonly number[] = [10, 11, 12, 13, 74]

/** A kind of analogue value, 表6: the value is in `step` of `unit`, true only within the bounds. */
export type Measure = {
  point: string
  zh: string
  en: string
  unit: string
  step: number
  least: number
  most: number
}

const measure = (
  point: string,
  zh: string,
  en: string,
  unit: string,
  step: number,
  least: number,
  most: number,
): Measure => ({
  point,
  zh,
  en,
  unit,
  step,
  least,
  most,
})

export const measures: Readonly<Record<number, Measure>> = {
  1: measure('events', '事件计数', 'events', '件', 1, 0, 32_000),
  2: measure('height', '高度', 'height', 'm', 0.01, 0, 320),
  3: measure('temperature', '温度', 'temperature', '℃', 0.1, -273, 3200),
  4: measure('pressure-mpa', '压力', 'pressure', 'MPa', 0.1, 0, 3200),
  5: measure('pressure-kpa', '压力', 'pressure', 'kPa', 0.1, 0, 3200),
  6: measure('gas', '气体浓度', 'gas concentration', '%LEL', 0.1, 0, 100),
  7: measure('time', '时间', 'time', 's', 1, 0, 32_000),
  8: measure('voltage', '电压', 'voltage', 'V', 0.1, 0, 3200),
  9: measure('current', '电流', 'current', 'A', 0.1, 0, 3200),
  10: measure('flow', '流量', 'flow', 'L/s', 0.1, 0, 3200),
  11: measure('air-volume', '风量', 'air volume', 'm³/min', 0.1, 0, 3200),
  12: measure('air-speed', '风速', 'air speed', 'm/s', 1, 0, 20),
}
