// Which emergency resources does the demo hold: teams, experts, equipment, stock, shelters and hospitals?
import { day } from '../script.ts'
import type { SeedEntry } from './entry.ts'

const register = 'emergency-resource'
const ofTheCity = { register, by: 'city.duty', confirmedBy: 'city.commander' }
const ofKecheng = { register, by: 'kecheng.inspector1', confirmedBy: 'kecheng.chief' }

export const resources: SeedEntry[] = [
  {
    ...ofTheCity,
    key: 'resource-city-team',
    data: {
      region: '330800',
      reason: '年度登记',
      name: '衢州市危险化学品应急救援队',
      kind: 'team',
      place: '智造新城望月路66号',
      coordinates: '118.9312,28.9036',
      quantity: 32,
      unit: '人',
      ability: '有毒气体泄漏堵漏、转输、洗消，可以携行空气呼吸器40套',
      office: '市应急管理局',
      contact: '救援队值班室，0570-0001119',
      checks: [
        { checkedOn: day(-40), result: 'good', note: '拉动演练12分钟集结', nextCheckOn: day(140) },
      ],
    },
  },
  {
    ...ofTheCity,
    key: 'resource-city-expert',
    data: {
      region: '330800',
      reason: '专家库更新',
      name: '化工工艺专家组',
      kind: 'expert',
      place: '市应急管理局',
      coordinates: '118.8739,28.9411',
      quantity: 5,
      unit: '人',
      ability: '氯碱、氟化工、光气及光气化工艺',
      office: '市应急管理局危化科',
      contact: '专家联络员岗，0570-0001201',
    },
  },
  {
    ...ofTheCity,
    key: 'resource-city-foam',
    data: {
      region: '330800',
      reason: '盘点入库',
      name: '抗溶性泡沫灭火剂',
      kind: 'stock',
      place: '市应急物资储备库',
      coordinates: '118.9058,28.9527',
      quantity: 40,
      unit: '吨',
      office: '市应急管理局',
      contact: '储备库值班员，0570-0001302',
      batches: [
        { batch: 'P2024-03', quantity: 25, expiresOn: day(500) },
        { batch: 'P2023-11', quantity: 10, expiresOn: day(35) },
        { batch: 'P2022-09', quantity: 5, expiresOn: day(-10) },
      ],
      checks: [
        {
          checkedOn: day(-75),
          result: 'replace',
          note: 'P2022-09批次待更换',
          nextCheckOn: day(15),
        },
      ],
    },
  },
  {
    ...ofKecheng,
    key: 'resource-kecheng-shelter',
    data: {
      region: '330802',
      reason: '场所核查',
      name: '柯城区第一应急避难场所',
      kind: 'shelter',
      place: '柯城区听泉路中学',
      coordinates: '118.8604,28.9712',
      quantity: 1_200,
      unit: '人',
      ability: '有供水、供电和帐篷，可以安置72小时',
      office: '柯城区应急管理局',
      contact: '学校值班室，0570-0001408',
      checks: [{ checkedOn: day(-20), result: 'good', nextCheckOn: day(345) }],
    },
  },
  {
    ...ofKecheng,
    key: 'resource-kecheng-hospital',
    data: {
      region: '330802',
      reason: '医疗救治力量登记',
      name: '柯城区人民医院中毒救治中心',
      kind: 'hospital',
      place: '柯城区星河路88号',
      coordinates: '118.8517,28.9466',
      quantity: 24,
      unit: '张床位',
      ability: '氯气、氨气、硫化氢中毒救治，有高压氧舱2台',
      office: '柯城区人民医院',
      contact: '急诊科值班，0570-0001120',
    },
  },
  {
    ...ofKecheng,
    key: 'resource-e106-suits',
    data: {
      region: '330802',
      owner: 'e106',
      reason: '企业申报',
      name: '重型防化服',
      kind: 'equipment',
      place: '液氯库房旁应急器材室',
      quantity: 6,
      unit: '套',
      office: '柯城松烟水獭化工有限公司',
      contact: '中控室值班员，0570-0001506',
      checks: [{ checkedOn: day(-170), result: 'good', nextCheckOn: day(12) }],
    },
  },
]
