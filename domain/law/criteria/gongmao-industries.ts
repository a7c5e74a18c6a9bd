// Which hazards of metallurgy, building materials, machinery, light industry, textiles and tobacco are major (应急令10号第4–10条)?
import { text } from '../../language/words.ts'
import { type Criterion, section } from './criterion.ts'

const of = (article: number) => (item: number) => `${article}(${item})`

const metallurgy = section('gongmao.metallurgy', text('冶金', 'Metallurgy'), of(4), 'V*', [
  [
    '人员聚集房间或钢铁水罐修理工位设在铁水、钢水、液渣吊运跨地坪内',
    'Rooms where people gather, or ladle repair stands, on the floor under molten metal cranes',
  ],
  [
    '生产期间事故坑、渣坑、炉前和熔融金属喷溅影响区有积水',
    'Water in pits or areas that molten metal may reach during production',
  ],
  [
    '连铸未设事故钢水罐、漏钢坑、溢流坑或回转溜槽，模铸未设事故罐坑',
    'Casting without emergency ladle, spill pits or chutes',
  ],
  [
    '炼钢炉水冷元件无水温、流量差监测报警，或未与炉体和氧枪电极联锁',
    'Water-cooled parts of steel furnaces without monitoring, alarm or interlock',
  ],
  [
    '高炉炉顶压力设定超过设计，或压力监测未与放散阀联锁',
    'Blast furnace top pressure above design, or not interlocked with the bleeder',
  ],
  [
    '煤气设施附近人员聚集处或易泄漏处无固定式一氧化碳报警，或数据无人24小时值守',
    'Gas areas without fixed CO alarm watched around the clock',
  ],
  [
    '用煤气的炉、柜、除尘器、加压机、烘烤器或车间煤气管道无隔断装置',
    'Gas-fed equipment or shop gas mains without isolating device',
  ],
  [
    '煤气水封式排水器封堵压力不足30kPa，或共用、串通',
    'Water-seal drain pots under 30 kPa, shared or interconnected',
  ],
])

const nonferrous = section('gongmao.nonferrous', text('有色', 'Non-ferrous metals'), of(5), 'V*', [
  [
    '人员聚集房间设在熔融金属吊运跨地坪内',
    'Rooms where people gather on the floor under molten metal cranes',
  ],
  [
    '生产期间事故坑、渣坑和熔融金属影响区有非生产性积水',
    'Water not belonging to the process in areas that molten metal may reach',
  ],
  [
    '熔融金属铸造未设紧急排放和应急储存设施（倾动式炉等除外）',
    'Casting without emergency drain and holding facilities (tilting furnaces excepted)',
  ],
  [
    '水冷的炉窑、铸造机、加热炉未设应急水源',
    'Water-cooled furnaces or casting machines without emergency water',
  ],
  [
    '炉窑水冷元件未按闭路、开路要求监测水温、流量、压力并报警',
    'Cooling circuits of furnaces without the required monitoring and alarm',
  ],
  [
    '铝深井铸造结晶器冷却水无压力流量报警，或未与切断、排放、流槽断开联锁',
    'Aluminium deep-well casting: mould cooling water without alarm or interlock',
  ],
  [
    '铝深井铸造流槽关键处无液位报警，或固定炉出口无机械锁紧',
    'Aluminium deep-well casting: no level alarm at the launders, or no mechanical lock at the tap',
  ],
  [
    '铝深井铸造固定炉流槽无紧急排放阀、快速切断阀或未联锁',
    'Aluminium deep-well casting, fixed furnace: no emergency drain or quick shut-off, or no interlock',
  ],
  [
    '铝深井铸造倾动炉流槽无快速切断阀，或液位报警未与倾动控制联锁',
    'Aluminium deep-well casting, tilting furnace: no quick shut-off, or no interlock with tilting',
  ],
  [
    '铝深井铸造机卷扬用非钢芯钢丝绳，或未定期检查更换',
    'Deep-well casting hoist without steel-core rope, or rope not checked and replaced',
  ],
  [
    '可能泄漏一氧化碳、砷化氢、氯气、硫化氢处无固定报警，或无24小时值守',
    'CO, arsine, chlorine or H2S areas without fixed alarm watched around the clock',
  ],
  [
    '强制送风的煤气、天然气燃烧装置总管无压力报警或未与紧急切断联锁',
    'Forced-draught gas burners without pressure alarm interlocked with shut-off',
  ],
  [
    '煤气水封式排水器封堵压力不足30kPa，或共用、串通',
    'Water-seal drain pots under 30 kPa, shared or interconnected',
  ],
])

const buildingMaterials = section(
  'gongmao.building-materials',
  text('建材', 'Building materials'),
  of(6),
  'V*',
  [
    [
      '煤磨袋收尘器、煤粉仓无温度和一氧化碳报警，或无气体灭火',
      'Coal mill filters or bins without temperature and CO alarm, or without gas extinguishing',
    ],
    [
      '筒型库人工清库未落实防坠落、防坍塌措施',
      'Manual silo cleaning without measures against falls and collapse',
    ],
    [
      '电石渣原料库无可燃气体报警，或未与事故通风联锁',
      'Carbide slag silos without gas alarm interlocked with ventilation',
    ],
    [
      '进入库、窑、炉、磨等前未隔离设备、物料、高温和有毒气体，或未防坠落坍塌',
      'Entry into silos, kilns or mills without isolation or without fall and collapse protection',
    ],
    [
      '预混燃烧燃气窑炉总管无压力报警或未与紧急切断联锁',
      'Premix gas kilns without pressure alarm interlocked with shut-off',
    ],
    [
      '制氢站、氮氢配气间、燃气配气间无可燃气体报警',
      'Hydrogen or gas distribution rooms without gas alarm',
    ],
    ['电熔制品电炉水冷设备失效', 'Water cooling of electric melting furnaces failed'],
    [
      '玻璃窑炉、锡槽的水冷风冷系统无监测报警',
      'Cooling of glass furnaces or tin baths without monitoring and alarm',
    ],
  ],
)

const machinery = section('gongmao.machinery', text('机械', 'Machinery'), of(7), 'V*', [
  [
    '人员聚集房间设在熔融金属吊运跨或浇注跨地坪内',
    'Rooms where people gather on the floor of melting or pouring bays',
  ],
  [
    '铸造熔炼、精炼、保温炉无紧急排放和应急储存设施',
    'Foundry furnaces without emergency drain and holding facilities',
  ],
  [
    '生产期间炉底、炉坑、浇注坑和转运通道等有积水',
    'Water in furnace pits, pouring pits or transfer ways during production',
  ],
  [
    '熔炼炉、精炼炉、压铸机、氧枪冷却水无监测报警或未联锁',
    'Cooling water of furnaces or die-casting machines without alarm or interlock',
  ],
  [
    '燃气总管无压力报警、未与紧急切断联锁，或燃烧装置无熄火保护',
    'Gas burners without pressure alarm, shut-off interlock or flame protection',
  ],
  [
    '用可燃溶剂清洗而未防止可燃气体在密闭处积聚',
    'Cleaning with flammable solvents without preventing gas from collecting',
  ],
  [
    '非水性漆调漆间、喷漆室无可燃气体报警或无通风',
    'Solvent paint mixing or spray rooms without gas alarm or ventilation',
  ],
])

const lightIndustry = section(
  'gongmao.light-industry',
  text('轻工', 'Light industry'),
  of(8),
  'V*',
  [
    [
      '食品烘制、油炸设备无防过热自动切断',
      'Baking or frying equipment without automatic over-heat cut-off',
    ],
    [
      '白酒勾兑、灌装场所和酒库无乙醇蒸气报警，或未与通风联锁',
      'Spirit blending, filling or storage without ethanol alarm interlocked with ventilation',
    ],
    [
      '造纸企业用蒸气或明火直接加热钢瓶汽化液氯',
      'Paper mills heating chlorine cylinders directly with steam or flame',
    ],
    [
      '日用玻璃、陶瓷预混燃气窑炉总管无压力报警或未联锁',
      'Glass or ceramic premix kilns without pressure alarm interlocked with shut-off',
    ],
    [
      '日用玻璃窑炉冷却保护系统无监测报警',
      'Cooling of household glass furnaces without monitoring and alarm',
    ],
    [
      '非水性漆调漆间、喷漆室无可燃气体报警或无通风',
      'Solvent paint mixing or spray rooms without gas alarm or ventilation',
    ],
    [
      '锂电池仓库未对故障电池物理隔离',
      'Lithium battery stores without physical isolation of faulty cells',
    ],
  ],
)

const textiles = section('gongmao.textiles', text('纺织', 'Textiles'), of(9), 'V*', [
  [
    '热定型工艺的汽化室、燃气罐、油罐、热媒炉未与人员聚集处隔开',
    'Vaporisers, gas or oil tanks and heaters not separated from where people work',
  ],
  [
    '保险粉、双氧水等与禁忌物混存，或保险粉未防水防潮',
    'Hydrosulfite, peroxide and the like stored with incompatibles, or hydrosulfite not kept dry',
  ],
])

const tobacco = section('gongmao.tobacco', text('烟草', 'Tobacco'), of(10), 'V*', [
  [
    '熏蒸场所无磷化氢报警仪或防毒面具，或未确认人员撤离即熏蒸',
    'Fumigation without phosphine detector, masks or check that everybody has left',
  ],
  [
    '液态二氧化碳膨胀烟丝场所无浓度报警，或未与事故通风联锁',
    'CO2 expanded tobacco lines without alarm interlocked with ventilation',
  ],
])

export const industries: Criterion[] = [
  ...metallurgy,
  ...nonferrous,
  ...buildingMaterials,
  ...machinery,
  ...lightIndustry,
  ...textiles,
  ...tobacco,
]
