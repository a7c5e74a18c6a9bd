// What do the elements of SL 651-2014 measure, in which unit, and which values can be true?

/** `code` is the standard's own identifier (附录C) and the point of its readings; bounds are physical, not those of a place. */
export type Element = {
  code: string
  zh: string
  en: string
  unit: string | null
  least: number
  most: number
}

const rain = ['mm', 0, 600] as const
const flow = ['m³/s', -200_000, 200_000] as const
const level = ['m', -500, 9000] as const
const soil = ['%', 0, 100] as const
const metal = ['mg/L', 0, 100] as const
const pressure = ['kPa', 0, 20_000] as const
const left = ['m³', 0, 99_999_999] as const
const hourly = ['m³/h', 0, 99_999_999] as const

type Row = readonly [
  id: number,
  code: string,
  zh: string,
  en: string,
  unit: string | null,
  least: number,
  most: number,
]

// Eight alike of a kind, numbered from one.
const eight = (
  from: number,
  code: string,
  zh: string,
  en: string,
  of: readonly [string, number, number],
): Row[] =>
  Array.from(
    { length: 8 },
    (_, i): Row => [from + i, `${code}${i + 1}`, `${zh}${i + 1}`, `${en} ${i + 1}`, ...of],
  )

const weather: Row[] = [
  [0x01, 'AC', '断面面积', 'cross-section', 'm²', 0, 999_999.99],
  [0x02, 'AI', '瞬时气温', 'air temperature', '℃', -60, 60],
  [0x03, 'C', '瞬时水温', 'water temperature', '℃', -5, 60],
  [0x06, 'ED', '日蒸发量', 'evaporation of the day', 'mm', 0, 100],
  [0x07, 'EJ', '当前蒸发', 'evaporation so far', 'mm', 0, 100],
  [0x08, 'FL', '气压', 'air pressure', 'hPa', 300, 1100],
  [0x0d, 'GTP', '地温', 'ground temperature', '℃', -60, 90],
  [0x18, 'MST', '湿度', 'humidity', '%', 0, 100],
  [0x33, 'UC', '风向', 'wind direction (of 16)', null, 0, 16],
  [0x34, 'UE', '风力', 'wind force', null, 0, 17],
  [0x35, 'US', '风速', 'wind speed', 'm/s', 0, 120],
  ...[10, 20, 30, 40, 50, 60, 80, 100].map(
    (depth, i): Row => [
      0x10 + i,
      `M${depth}`,
      `${depth}厘米处土壤含水量`,
      `soil moisture at ${depth} cm`,
      ...soil,
    ],
  ),
]

const rains: Row[] = [
  [0x1a, 'P1', '1小时时段降水量', 'rain of 1 h', ...rain],
  [0x1b, 'P2', '2小时时段降水量', 'rain of 2 h', ...rain],
  [0x1c, 'P3', '3小时时段降水量', 'rain of 3 h', 'mm', 0, 800],
  [0x1d, 'P6', '6小时时段降水量', 'rain of 6 h', 'mm', 0, 1200],
  [0x1e, 'P12', '12小时时段降水量', 'rain of 12 h', 'mm', 0, 1600],
  [0x1f, 'PD', '日降水量', 'rain of the day', 'mm', 0, 2000],
  [0x20, 'PJ', '当前降水量', 'rain since the day began', 'mm', 0, 2000],
  [0x21, 'PN01', '1分钟时段降水量', 'rain of 1 min', 'mm', 0, 40],
  [0x22, 'PN05', '5分钟时段降水量', 'rain of 5 min', 'mm', 0, 100],
  [0x23, 'PN10', '10分钟时段降水量', 'rain of 10 min', 'mm', 0, 150],
  [0x24, 'PN30', '30分钟时段降水量', 'rain of 30 min', 'mm', 0, 350],
  [0x25, 'PR', '暴雨量', 'rain of the storm', 'mm', 0, 2000],
  [0x26, 'PT', '降水量累计值', 'rain accumulated', 'mm', 0, 30_000],
]

const waters: Row[] = [
  [0x09, 'GH', '闸门开启高度', 'gate opening', 'm', 0, 100],
  [0x0c, 'GT', '闸门开启孔数', 'gates open', '孔', 0, 999],
  [0x0e, 'H', '地下水瞬时埋深', 'depth to groundwater', 'm', -100, 3000],
  [0x0f, 'HW', '波浪高度', 'wave height', 'm', 0, 40],
  [0x19, 'NS', '开机台数', 'machines running', '台', 0, 99],
  [0x27, 'Q', '瞬时流量、抽水流量', 'flow', ...flow],
  ...eight(0x28, 'Q', '取（排）水口流量', 'flow of intake or outlet', flow),
  [0x30, 'QA', '总出库流量、过闸总流量', 'total outflow', ...flow],
  [0x31, 'QZ', '输水设备流量、过闸（组）流量', 'flow through a gate', ...flow],
  [0x32, 'SW', '输沙量', 'sediment load', '万t', 0, 999_999],
  [0x36, 'VA', '断面平均流速', 'mean velocity', 'm/s', -20, 20],
  [0x37, 'VJ', '当前瞬时流速', 'velocity', 'm/s', -20, 20],
  [0x39, 'Z', '瞬时河道水位、潮位', 'water level', ...level],
  [0x3a, 'ZB', '库（闸、站）下水位', 'water level below', ...level],
  [0x3b, 'ZU', '库（闸、站）上水位', 'water level above', ...level],
  ...eight(0x3c, 'Z', '取（排）水口水位', 'water level of intake or outlet', level),
  [0x44, 'SQ', '含沙量', 'sediment', 'kg/m³', 0, 2000],
  ...eight(0x58, 'WP', '水压', 'water pressure', pressure),
  ...eight(0x60, 'SYL', '水表剩余水量', 'water left on meter', left),
  ...eight(0x68, 'SBL', '水表每小时水量', 'water an hour of meter', hourly),
]

const qualities: Row[] = [
  [0x46, 'pH', 'pH值', 'pH', null, 0, 14],
  [0x47, 'DO', '溶解氧', 'dissolved oxygen', 'mg/L', 0, 40],
  [0x48, 'COND', '电导率', 'conductivity', 'µS/cm', 0, 99_999],
  [0x49, 'TURB', '浊度', 'turbidity', '度', 0, 9999],
  [0x4a, 'CODMN', '高锰酸盐指数', 'permanganate index', 'mg/L', 0, 1000],
  [0x4b, 'REDOX', '氧化还原电位', 'redox potential', 'mV', -2000, 2000],
  [0x4c, 'NH4N', '氨氮', 'ammonia nitrogen', 'mg/L', 0, 1000],
  [0x4d, 'TP', '总磷', 'total phosphorus', 'mg/L', 0, 100],
  [0x4e, 'TN', '总氮', 'total nitrogen', 'mg/L', 0, 1000],
  [0x4f, 'TOC', '总有机碳', 'total organic carbon', 'mg/L', 0, 1000],
  [0x50, 'CU', '铜', 'copper', ...metal],
  [0x51, 'ZN', '锌', 'zinc', ...metal],
  [0x52, 'SE', '硒', 'selenium', ...metal],
  [0x53, 'AS', '砷', 'arsenic', ...metal],
  [0x54, 'THG', '总汞', 'mercury', ...metal],
  [0x55, 'CD', '镉', 'cadmium', ...metal],
  [0x56, 'PB', '铅', 'lead', ...metal],
  [0x57, 'CHLA', '叶绿素a', 'chlorophyll a', 'mg/L', 0, 10],
]

const powers: Row[] = [
  [0x38, 'VT', '电源电压', 'supply voltage', 'V', 0, 60],
  ...['A', 'B', 'C'].map(
    (phase, i): Row => [
      0x70 + i,
      `VT${phase}`,
      `交流${phase}相电压`,
      `voltage of phase ${phase}`,
      'V',
      0,
      1000,
    ],
  ),
  ...['A', 'B', 'C'].map(
    (phase, i): Row => [
      0x73 + i,
      `VI${phase}`,
      `交流${phase}相电流`,
      `current of phase ${phase}`,
      'A',
      0,
      1000,
    ],
  ),
]

/** Groups of twelve in an hour, hexadecimal: rain in 0.1 mm a byte, levels above the station's datum in 0.01 m two bytes. */
const hours: Row[] = [
  [0xf4, 'DRP', '1小时内每5分钟时段雨量', 'rain of each 5 min', 'mm', 0, 25.4],
  ...eight(0xf5, 'DRZ', '1小时内5分钟间隔相对水位', 'level each 5 min, above the datum', [
    'm',
    0,
    655.34,
  ]),
]

/** 附录C, by identifier; what is no quantity (codes of gates, lengths of periods) is not in it. */
export const elements: ReadonlyMap<number, Element> = new Map(
  [...weather, ...rains, ...waters, ...qualities, ...powers, ...hours].map(
    ([id, code, zh, en, unit, least, most]) => [id, { code, zh, en, unit, least, most }],
  ),
)

/** Whether an identifier is one of the twelve values of an hour. */
export const isHour = (id: number): boolean => id >= 0xf4 && id <= 0xfc
/** 时间步长码. */
export const STEP = 0x04
/** 遥测站状态及报警信息, 表58. */
export const STATE = 0x45
