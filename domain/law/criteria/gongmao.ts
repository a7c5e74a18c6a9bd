// Which hazards are major in industry and trade enterprises (工贸企业, 应急管理部令第10号)?
import { text } from '../../language/words.ts'
import { directOnly, section } from './criterion.ts'
import { industries } from './gongmao-industries.ts'

const common = [
  ...section('gongmao.common', text('管理', 'Management'), (item) => `3(${item})`, 'V*', [
    [
      '对承包、承租单位未统一协调管理，或未定期安全检查',
      'Contractors or tenants not coordinated, or not inspected regularly',
    ],
    [
      '特种作业人员未经培训取得资格即上岗',
      'Special operations by people without the required qualification',
    ],
    [
      '金属冶炼企业主要负责人、安全管理人员未考核合格',
      'Heads or safety managers of metal smelters who have not passed the assessment',
    ],
  ]),
  ...section('gongmao.failed-device', text('设施失效', 'Failed devices'), () => '14', 'V*', [
    [
      '本标准所列监控、报警、防护设施装置失效或无效',
      'A monitoring, alarm or protective device named in the standard has failed or is ineffective',
    ],
  ]),
]

const dust = section(
  'gongmao.dust',
  text('粉尘爆炸', 'Dust explosion'),
  (item) => `11(${item})`,
  'V*',
  [
    [
      '粉尘爆炸危险场所在非框架多层建筑内，或其内设有人员聚集房间',
      'Dust explosion area in a multi-storey building without frame, or with rooms where people gather',
    ],
    [
      '不同粉尘、粉尘与可燃气体共用除尘，或不同建筑、防火分区共用、互通',
      'Dust systems shared by different dusts, gases, buildings or fire compartments',
    ],
    [
      '干式除尘未采取泄爆、惰化、抑爆等任何一种措施',
      'Dry dust collection without venting, inerting, suppression or the like',
    ],
    [
      '铝镁等金属粉尘正压除尘，或其他粉尘正压吹送而未防点燃源',
      'Positive pressure with metal dust, or with other dust without spark control',
    ],
    ['采用重力沉降室或干式巷道式风道除尘', 'Settling chambers, or dry tunnels used as dust ducts'],
    [
      '金属、木质粉尘干式除尘未设锁气卸灰',
      'Dry collection of metal or wood dust without air-lock discharge',
    ],
    ['20区电气设备不符合防爆要求', 'Electrical equipment in zone 20 not explosion-proof'],
    [
      '粉碎研磨造粒前无除铁除石，或砂光机风管无火花探测消除',
      'No removal of iron and stones before mills, or no spark detection behind sanders',
    ],
    [
      '遇湿自燃金属粉尘未通风防氢积聚，或干式存放未防水防潮',
      'Water-reactive metal dust not ventilated against hydrogen, or dry storage not kept dry',
    ],
    ['未落实粉尘清理，积尘严重', 'Dust not cleaned up, heavy deposits'],
  ],
)

const ammonia = section(
  'gongmao.ammonia',
  text('液氨制冷', 'Ammonia refrigeration'),
  (item) => `12(${item})`,
  'V*',
  [
    [
      '包装、分割、整理场所空调采用氨直接蒸发制冷',
      'Direct ammonia evaporation for the air of packing, cutting or sorting rooms',
    ],
    [
      '快速冻结装置未设单独作业间，或作业间超过9人',
      'Quick freezers not in a room of their own, or more than 9 people in it',
    ],
  ],
)

const confinedSpace = section(
  'gongmao.confined-space',
  text('有限空间', 'Confined space'),
  (item) => `13(${item})`,
  'V*',
  [
    [
      '未辨识有限空间并建立台账，且未设警示标志',
      'Confined spaces neither identified and registered nor marked',
    ],
    [
      '未审批，或未先通风再检测后作业，或现场无监护人',
      'Entry without permit, without ventilating and testing first, or without attendant',
    ],
  ],
)

export const gongmao = directOnly(
  'gongmao',
  text('工贸企业', 'Industry and trade'),
  {
    name: text(
      '工贸企业重大事故隐患判定标准',
      'Criteria for Major Hazards in Industry and Trade Enterprises',
    ),
    number: text('应急管理部令第10号', 'MEM Order 10'),
    from: '2023-05-15',
    confidence: 'V*',
  },
  [...common, ...industries, ...dust, ...ammonia, ...confinedSpace],
)
