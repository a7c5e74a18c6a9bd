// Which hazards are major in fireworks enterprises (安监总管三〔2017〕121号)?
import { text } from '../../language/words.ts'
import { directOnly, section } from './criterion.ts'

const items = section('fireworks.item', text('烟花爆竹', 'Fireworks'), (item) => `${item}`, 'V*', [
  [
    '主要负责人、安全管理人员未依法考核合格',
    'Heads or safety managers who have not passed the assessment',
  ],
  [
    '特种作业无证上岗，或带药检修设备',
    'Special operations without certificate, or repairs with charge inside',
  ],
  [
    '职工自带工具机器进厂从事涉药作业',
    'Workers bring their own tools or machines for work with charge',
  ],
  ['工（库）房实际人数超过核定人数', 'More people in a workroom or store than approved'],
  ['工（库）房实际药量超过核定药量', 'More charge in a workroom or store than approved'],
  [
    '内外部安全距离不足，或防护屏障缺失、不合要求',
    'Internal or external distance too short, or barriers missing or unfit',
  ],
  [
    '防静电、防火、防雷设施缺失或失效',
    'Protection against static, fire or lightning missing or failed',
  ],
  [
    '擅自改变工（库）房用途，或违规搭建',
    'Use of rooms changed without leave, or unlawful additions',
  ],
  ['围墙缺失，或分区不符合国家标准', 'Wall missing, or zones against the national standard'],
  [
    '氧化剂与还原剂同库、违规预混，或同房粉碎称量',
    'Oxidiser and reducer stored, premixed, ground or weighed together',
  ],
  [
    '在用涉药机械未经安全论证，或擅自更改',
    'Machines for charge not argued safe, or altered without leave',
  ],
  ['中转库、药物和成品总库容量与产能不匹配', 'Stores too small for the designed output'],
  [
    '未建立全员安全生产责任制，或未实施隐患排查治理制度',
    'No responsibility system for all staff, or no system to find and treat hazards',
  ],
  [
    '出租、出借、转让、买卖、冒用、伪造许可证',
    'Licence let, lent, transferred, traded, used falsely or forged',
  ],
  ['产品种类、等级超许可，或使用违禁药物', 'Products beyond the licence, or forbidden substances'],
  ['分包、转包生产线、工房、库房', 'Lines, workrooms or stores subcontracted'],
  [
    '一证多厂，或多股东各自独立生产经营',
    'One licence for several works, or partners producing separately',
  ],
  [
    '证照过期、整顿改造、恶劣天气等停产期间仍生产经营',
    'Working while the licence has lapsed, or during a stop for rectification or weather',
  ],
  [
    '烟花爆竹仓库存放其他危险物品，或经营违禁超标产品',
    'Other dangerous goods in the store, or forbidden products',
  ],
  [
    '零售点与居住场所同一建筑，或在零售场所用明火',
    'Retail point in a residential building, or open flame in it',
  ],
])

export const fireworks = directOnly(
  'fireworks',
  text('烟花爆竹', 'Fireworks'),
  {
    name: text(
      '烟花爆竹生产经营单位重大生产安全事故隐患判定标准（试行）',
      'Criteria for Major Hazards of Fireworks Producers and Traders (Trial)',
    ),
    number: text('安监总管三〔2017〕121号', 'SAWS Supervision III [2017] No. 121'),
    from: '2017-11-13',
    confidence: 'V*',
  },
  items,
)
