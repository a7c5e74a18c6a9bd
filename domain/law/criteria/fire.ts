// Which fire hazards are major, directly or several together (GB 35181-2017)?
import { text } from '../../language/words.ts'
import { type Combination, type Sector, section } from './criterion.ts'

const direct = section(
  'fire.direct',
  text('火灾直接判定', 'Fire, direct'),
  (item) => `6.${item}`,
  'M',
  [
    [
      '易燃易爆危险品的工厂、仓库、车站、码头、储罐区未设在城市边缘或独立安全地带',
      'Works, stores or terminals for flammables not at the edge of town or in a safe place',
    ],
    [
      '易燃易爆场所与人员密集、居住场所同一建筑，或间距不足规定的75%',
      'Flammables in one building with people, or at less than 75 % of the distance',
    ],
    [
      '建成区内加油加气站储量达到或超过一级站',
      'Filling station of class 1 or above inside the built-up area',
    ],
    ['甲、乙类生产场所和仓库设在地下、半地下', 'Class A or B production or storage below ground'],
    [
      '公共娱乐场所、商店、地下人员密集场所安全出口数量不足，或总净宽不足规定的80%',
      'Too few exits, or less than 80 % of their width, in entertainment, shops or crowded basements',
    ],
    [
      '旅馆、公共娱乐场所、商店、地下人员密集场所未设自动喷水或火灾报警',
      'No sprinklers or fire alarm in hotels, entertainment, shops or crowded basements',
    ],
    [
      '易燃可燃液体、可燃气体储罐区未设固定灭火、冷却、气体报警、火灾报警',
      'Tank farms without fixed extinguishing, cooling, gas or fire alarm',
    ],
    [
      '人员密集场所违规使用、储存、销售易燃易爆危险品',
      'Flammables used, stored or sold against the rules in a crowded place',
    ],
    [
      '幼儿用房、老年人活动场所楼层位置不合标准',
      'Rooms for small children or the old on a floor not allowed',
    ],
    [
      '人员密集场所的居住场所用彩钢夹芯板且芯材低于A级',
      'Dwellings of sandwich panels with a core below class A',
    ],
  ],
)

const layout = [
  ...section(
    'fire.layout',
    text('总平面布置', 'Layout'),
    (item) => `7.1.${item}`,
    'V*',
    [
      ['消防车道未按规定设置，或被堵塞占用', 'Fire lane missing, blocked or occupied'],
      [
        '防火间距被占用或不足规定的80%，或明火地点距易燃易爆设施不足',
        'Fire distance occupied or below 80 %, or open fire too near to flammables',
      ],
      [
        '厂房、库房、商场内设宿舍，或住宅内生产储存经营且不合规定',
        'Dwellings in works, stores or malls, or trade in dwellings, against the rules',
      ],
      ['地下车站疏散区、站台、通道内设商业', 'Shops on escape areas of underground stations'],
    ],
    'counted',
  ),
  ...section(
    'fire.compartment',
    text('防火分隔', 'Compartments'),
    (item) => `7.2.${item}`,
    'V*',
    [
      ['防火分区被改变，面积超过规定50%', 'Fire compartment altered and 50 % too large'],
      ['防火门、卷帘损坏超过该分区总数50%', 'More than half of fire doors and shutters damaged'],
      [
        '丙丁戊类厂房内危险部位未作防火分隔或防爆',
        'Dangerous parts of class C to E works not separated',
      ],
    ],
    'counted',
  ),
]

const escapeWays = [
  ...section(
    'fire.escape',
    text('疏散救援', 'Escape and rescue'),
    (item) => `7.3.${item}`,
    'V*',
    [
      [
        '避难走道、避难间、避难层不合规定或被占用',
        'Refuge ways, rooms or floors unfit or occupied',
      ],
      ['人员密集场所疏散楼梯间形式不合规定', 'Escape stairs of a crowded place of the wrong kind'],
      [
        '其他场所安全出口数量、宽度不足，或出口被封堵',
        'Too few or too narrow exits elsewhere, or exits blocked',
      ],
      ['应设独立出口、楼梯而未设', 'Separate exit or stairs required but missing'],
      ['商店营业厅疏散距离超过规定的125%', 'Escape distance in a shop above 125 %'],
      [
        '疏散指示、应急照明缺失，或损坏率高层地下超30%、其他超50%',
        'Escape signs or lights missing, or over 30 % (high, underground) or 50 % damaged',
      ],
      [
        '封闭、防烟楼梯间门损坏率高层人员密集场所超20%、其他超50%',
        'Over 20 % (high crowded) or 50 % of stair doors damaged',
      ],
    ],
    'counted',
  ),
  ...section(
    'fire.escape-more',
    text('疏散救援', 'Escape and rescue'),
    (item) => `7.3.${item + 7}`,
    'M',
    [
      [
        '疏散走道、楼梯间、前室装修材料燃烧性能不合规定',
        'Lining of escape ways, stairs or lobbies too combustible',
      ],
      [
        '疏散走道、楼梯间、疏散门、安全出口设栅栏或卷帘门',
        'Bars or shutters across escape ways or exits',
      ],
      ['人员密集场所外窗被封堵或遮挡', 'Windows of a crowded place blocked or covered'],
      [
        '高层建筑消防车道、救援场地不合规定或被占用',
        'Fire lane or rescue ground of a high building unfit or occupied',
      ],
      ['消防电梯不能正常运行', 'Fire lift not working'],
    ],
    'counted',
  ),
]

const equipment = [
  ...section(
    'fire.water',
    text('消防给水灭火', 'Water and extinguishing'),
    (item) => `7.4.${item}`,
    'M',
    [
      ['未设消防水源或灭火剂储备', 'No fire water or stored agent'],
      ['室外消防给水缺失或不能正常使用', 'Outdoor fire water missing or out of order'],
      ['室内消火栓缺失或不能正常使用', 'Indoor hydrants missing or out of order'],
      ['其他场所应设自动喷水而未设', 'Sprinklers required elsewhere but missing'],
      ['应设其他固定灭火设施而未设', 'Other fixed extinguishing required but missing'],
      ['已设自动喷水或固定灭火设施不能正常使用', 'Sprinklers or fixed extinguishing out of order'],
    ],
    'counted',
  ),
  ...section(
    'fire.smoke',
    text('防烟排烟', 'Smoke control'),
    () => '7.5',
    'M',
    [
      [
        '人员密集、高层、地下建筑防排烟缺失或不能正常使用',
        'Smoke control missing or out of order in crowded, high or underground buildings',
      ],
    ],
    'counted',
  ),
  ...section(
    'fire.power',
    text('消防供电', 'Power for fire equipment'),
    (item) => `7.6.${item}`,
    'M',
    [
      ['消防供电负荷等级不足', 'Power supply for fire equipment of too low a class'],
      ['消防用电未用专用回路', 'No separate circuit for fire equipment'],
      ['末端自动切换缺失或失效', 'Automatic change-over missing or failed'],
    ],
    'counted',
  ),
  ...section(
    'fire.alarm',
    text('火灾报警', 'Fire alarm'),
    (item) => `7.7.${item}`,
    'M',
    [
      ['其他场所应设火灾报警而未设', 'Fire alarm required elsewhere but missing'],
      ['火灾报警系统不能正常运行', 'Fire alarm out of order'],
      ['防排烟、消防水泵等不能联动', 'Smoke control, pumps and the like do not follow the alarm'],
    ],
    'counted',
  ),
  ...section(
    'fire.management',
    text('消防管理', 'Fire management'),
    (item) => `7.8.${item}`,
    'M',
    [
      ['应建专职消防队而未建', 'Own fire brigade required but missing'],
      ['消防控制室值班人员无证上岗', 'Control room staff without certificate'],
    ],
    'counted',
  ),
  ...section(
    'fire.other',
    text('消防其他', 'Fire, other'),
    (item) => `7.9.${item}`,
    'M',
    [
      [
        '建筑耐火等级与生产储存危险类别不匹配',
        'Fire resistance does not fit what is made or stored',
      ],
      [
        '易燃易爆或粉尘场所防爆电气、泄压设施缺失或失效',
        'Explosion-proof electrics or venting missing or failed',
      ],
      [
        '违规使用燃油燃气，或管道、紧急切断不合规定',
        'Oil or gas used against the rules, or pipes and shut-off unfit',
      ],
      [
        '在可燃物上直接敷线装电器，或用不合格电缆',
        'Wiring straight on combustibles, or unfit cables',
      ],
      ['人员密集场所用易燃可燃材料装修装饰', 'Combustible decoration in a crowded place'],
    ],
    'counted',
  ),
]

const codes = (prefix: string, ...items: number[]) => items.map((item) => `${prefix}.${item}`)
const crowded = [
  ...codes('fire.escape', 1, 2, 3, 4, 5, 6, 7),
  ...codes('fire.escape-more', 1, 2),
  ...codes('fire.smoke', 1),
  ...codes('fire.other', 3),
]
const flammable = [...codes('fire.layout', 1, 2, 3), ...codes('fire.water', 5, 6)]

/** Both limits include the number itself. */
const combinations: Combination[] = [
  { places: ['crowded'], among: crowded, atLeast: 3, article: '5.3.2 a)', confidence: 'M' },
  { places: ['flammable'], among: flammable, atLeast: 3, article: '5.3.2 b)', confidence: 'M' },
  {
    places: ['crowded', 'flammable', 'important'],
    among: null,
    atLeast: 4,
    article: '5.3.2 c)',
    confidence: 'M',
  },
  { places: ['other'], among: null, atLeast: 6, article: '5.3.2 d)', confidence: 'M' },
]

export const fire: Sector = {
  sector: 'fire',
  words: text('消防', 'Fire safety'),
  norm: {
    name: text('重大火灾隐患判定方法', 'Method for Judging Major Fire Hazards'),
    number: text('GB 35181-2017', 'GB 35181-2017'),
    from: '2018-07-01',
    confidence: 'M',
  },
  to: null,
  next: {
    name: text(
      '重大火灾隐患判定规则（文本待载入）',
      'Rules for Judging Major Fire Hazards (text not yet loaded)',
    ),
    number: text('GB 35181-2025', 'GB 35181-2025'),
    from: '2025-11-01',
    confidence: 'V*',
  },
  criteria: [...direct, ...layout, ...escapeWays, ...equipment],
  combined: true,
  combinations,
}
