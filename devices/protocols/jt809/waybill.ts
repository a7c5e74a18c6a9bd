// What does the text of an electronic waybill (电子运单) say, and which waybill is it?
import { createHash } from 'node:crypto'
import { shown } from './text.ts'

export type Waybill = { number: string; fields: Record<string, string>; text: string }

/** The standard leaves the text open; these are the labels that senders use, with the names of the ministry's interface. */
const labels: Record<string, string[]> = {
  number: [
    '电子运单编号',
    '电子运单号',
    '运单编号',
    '运单号',
    '运单ID',
    '单号',
    'id',
    'waybillNo',
    'waybillId',
    'orderNo',
  ],
  status: ['运单状态', '状态', 'status'],
  vehicle: ['车牌号', '车牌号码', '牵引车', 'vehicleNo'],
  trailer: ['挂车', '挂车车牌', '挂车号', 'trailer', 'trailerNo'],
  company: ['承运单位', '承运人', '运输企业', '企业名称', 'company', 'owner'],
  companyCode: ['企业代码', '经营许可证号', 'companyCode'],
  consignor: ['托运人', '发货单位', '托运单位', 'consignor'],
  consignee: ['收货人', '收货单位', 'consignee'],
  goods: ['货物名称', '货物', '品名', 'goods', 'goodsName'],
  un: ['UN编号', 'UN号', '联合国编号', 'UN', 'unNo'],
  hazardClass: ['危险货物类别', '类别', '项别', 'class'],
  amount: ['数量', '货物数量', '运输量', '重量', 'amount'],
  driver: ['驾驶员', '驾驶人', '驾驶员姓名', '司机', 'driver'],
  escort: ['押运员', '押运人员', '押运员姓名', 'escort'],
  loading: ['装货地', '装货地点', '起运地', '起点', '装货单位', 'loading', 'from'],
  unloading: ['卸货地', '卸货地点', '目的地', '终点', '卸货单位', 'unloading', 'to'],
  departs: ['起运时间', '出发时间', '发车时间', 'departTime'],
  arrives: ['到达时间', '预计到达时间', 'arriveTime'],
  via: ['途经', '途经路线', '行驶路线', 'via'],
  emergency: ['应急预案', '应急措施', '应急电话', 'emergency'],
}

const names = new Map(
  Object.entries(labels).flatMap(([name, all]) =>
    all.map((label): [string, string] => [label.toLowerCase(), name]),
  ),
)

/** Lines `label:value`, or an object in JSON; a text that is neither is kept whole, and known again by its own bytes. */
export const readWaybill = (raw: string): Waybill => {
  const text = shown(raw, 4000, true)
  const fields: Record<string, string> = {}
  for (const [label, value] of [...pairsOfJson(text), ...pairsOfLines(text)]) {
    const name = names.get(label.trim().toLowerCase())
    if (name && value.trim() !== '' && !(name in fields)) fields[name] = shown(value.trim(), 200)
  }
  return {
    number: fields.number ?? createHash('sha256').update(text).digest('hex').slice(0, 16),
    fields,
    text,
  }
}

const pairsOfLines = (text: string): [string, string][] =>
  text.split(/[\n;；|]/).flatMap((line): [string, string][] => {
    const [, label, value] = /^\s*([^:：=]{1,20}?)\s*[:：=](.+)$/.exec(line) ?? []
    return label && value ? [[label, value]] : []
  })

const pairsOfJson = (text: string): [string, string][] => {
  if (!text.startsWith('{')) return []
  try {
    const all: unknown = JSON.parse(text)
    return Object.entries(all as object).flatMap(([label, value]): [string, string][] =>
      typeof value === 'string' || typeof value === 'number' ? [[label, String(value)]] : [],
    )
  } catch {
    return []
  }
}
