// Which hazards are major on building and municipal sites (房屋市政工程, 建质规〔2024〕5号)?
import { text } from '../../language/words.ts'
import { directOnly, section } from './criterion.ts'

const of = (article: number) => (item: number) => `${article}(${item})`

const management = section(
  'construction.management',
  text('施工安全管理', 'Site management'),
  of(4),
  'V*',
  [
    [
      '无安全生产许可证施工，或超资质、无资质承揽',
      'Building without safety licence, or beyond qualification',
    ],
    [
      '安全管理人员配备不足，或三类人员无有效考核合格证',
      'Too few safety managers, or heads and managers without valid certificate',
    ],
    ['特种作业人员无有效操作证上岗', 'Special operations without valid certificate'],
    [
      '危大工程无专项方案、未审核、有严重缺陷，或超规模未论证',
      'Dangerous works without reviewed special plan, or large ones without expert argument',
    ],
    [
      '危大工程未验收合格即进入下道工序或投用',
      'Dangerous works continued or used before acceptance',
    ],
  ],
)

const structures = [
  ...section('construction.excavation', text('基坑边坡', 'Pits and slopes'), of(5), 'V*', [
    ['未对毗邻建筑和地下管线采取专项防护', 'Neighbouring buildings or pipes not protected'],
    ['基坑、边坡超挖而未采取有效措施', 'Over-excavation without effective measures'],
    ['深基坑、高边坡未做第三方监测', 'Deep pits or high slopes without third-party monitoring'],
    [
      '变形超限、大量漏水流土、管涌突涌、桩间土流失等预兆未及时处理',
      'Signs of collapse (deformation, leaks, piping, lost soil) not treated at once',
    ],
  ]),
  ...section('construction.formwork', text('模板支撑', 'Formwork'), of(6), 'V*', [
    ['模板支架基础承载力、变形不满足设计', 'Foundation of the formwork support below design'],
    ['模板支架荷载超过设计值', 'Formwork loaded above design'],
    ['拆模或爬升时混凝土强度不足', 'Concrete too weak when formwork is struck or climbs'],
    ['未按方案顺序或分层厚度浇筑', 'Concrete not placed in the planned order or layers'],
  ]),
  ...section('construction.scaffold', text('脚手架', 'Scaffold'), of(7), 'V*', [
    ['脚手架基础承载力、变形不满足设计', 'Foundation of the scaffold below design'],
    ['未设连墙件或整层缺失', 'Wall ties missing, or missing on a whole level'],
    [
      '附着升降脚手架防倾、防坠、同步装置不合格、失效或缺失',
      'Climbing scaffold: anti-tilt, anti-fall or synchronising devices unfit, failed or missing',
    ],
  ]),
]

const lifting = [
  ...section('construction.crane', text('起重吊装', 'Lifting'), of(8), 'V*', [
    [
      '起重机械未验收即投用，或未办使用登记',
      'Cranes or hoists used before acceptance or registration',
    ],
    ['起重机械基础承载力、变形不满足设计', 'Foundation of a crane below design'],
    [
      '安装、拆卸、爬升、附着前未检查结构、连接件和安全装置',
      'Structure, joints and safety devices not checked before assembly, climbing or dismantling',
    ],
    ['安全装置不齐全、失效或被拆除破坏', 'Safety devices incomplete, failed or removed'],
    [
      '主要受力构件裂纹、锈蚀、变形、开焊，或连接件缺失',
      'Cracks, rust, deformation or open welds of main members, or missing joints',
    ],
    [
      '施工升降机附着间距、悬高、垂直度不合规范',
      'Hoist: ties, free height or plumb against the code',
    ],
    [
      '塔机独立高度、附着间距、悬高、垂直度不合规范',
      'Tower crane: free height, ties or plumb against the code',
    ],
    ['塔机与建筑物或群塔未保持安全距离', 'Tower crane too near to buildings or other cranes'],
    ['使用达到报废标准的起重机械或吊索具', 'Cranes or slings due for scrapping in use'],
  ]),
  ...section('construction.height', text('高处作业', 'Work at height'), of(9), 'V*', [
    [
      '钢结构、网架安装支撑不满足设计或未防倾覆',
      'Supports for steel erection below design or not secured against overturning',
    ],
    ['单榀桁架等预制构件安装未防失稳', 'Single trusses or precast parts not braced'],
    [
      '悬挑卸料平台未设在稳定结构上且连接不可靠',
      'Cantilever platforms not on firm structure and not firmly tied',
    ],
    [
      '脚手架内侧或电梯井贯通而无水平防护、井口无门',
      'Open gaps at scaffold or shaft without horizontal protection, shaft without door',
    ],
    [
      '吊篮超载，或安全锁失效、安全绳未独立悬挂',
      'Suspended platform overloaded, lock failed, or lifeline not independent',
    ],
  ]),
]

const works = [
  ...section('construction.electricity', text('临时用电', 'Temporary power'), of(10), 'V*', [
    [
      '潮湿、高温、导电等特殊环境照明未用安全电压',
      'No safe voltage for lighting in wet, hot or conductive places',
    ],
    ['与外电架空线距离不足且未防护', 'Too near to overhead lines and not protected'],
  ]),
  ...section(
    'construction.confined-space',
    text('施工有限空间', 'Confined space on site'),
    of(11),
    'V*',
    [
      ['未辨识有限空间且未设警示标志', 'Confined spaces neither identified nor marked'],
      [
        '未审批、未培训，或未先通风再检测后作业',
        'No permit, no training, or no ventilating and testing first',
      ],
      ['无专人监护或无专职安全员监督', 'No attendant or no safety officer'],
      [
        '未配备检测、通风、呼吸防护和救援设备',
        'No detectors, ventilation, breathing or rescue gear',
      ],
    ],
  ),
  ...section('construction.demolition', text('拆除', 'Demolition'), of(12), 'V*', [
    ['装修拆承重结构未经设计单位复核', 'Load-bearing parts removed without check by a designer'],
    ['拆除顺序不合规范和方案', 'Order of demolition against code and plan'],
  ]),
  ...section('construction.tunnel', text('隧道', 'Tunnel'), of(13), 'V*', [
    [
      '带水作业未采取措施，或地下水控制失效仍施工',
      'Work in water without measures, or after groundwater control failed',
    ],
    [
      '涌水涌沙、坍塌、支护变形开裂未及时处置',
      'Inrush, local collapse or deformed support not treated at once',
    ],
    [
      '开挖支护方法、超前预报、监测不合要求，或监测超限未处置',
      'Method, forecast or monitoring not as required, or limits passed without measures',
    ],
    [
      '盾构始发接收端未加固或加固不足即施工',
      'Shield launched or received without sufficient ground treatment',
    ],
    [
      '盾尾密封失效、铰接渗漏仍掘进，或带压开仓违规',
      'Shield driven with failed seals, or chamber opened under pressure against the rules',
    ],
    ['未对毗邻建筑和地下管线采取专项防护', 'Neighbouring buildings or pipes not protected'],
    ['未经批准在轨道交通保护区内作业', 'Work in the protected zone of a metro without approval'],
  ]),
  ...section('construction.load', text('临时堆载', 'Temporary load'), of(14), 'V*', [
    ['基坑周边堆载超过设计允许值', 'Load beside the pit above design'],
    ['无支护基坑周边与挖深相等范围内堆载', 'Load beside an unsupported pit within its depth'],
    ['楼板、屋面、顶板或脚手架堆载超过允许值', 'Load on floors, roofs or scaffolds above design'],
  ]),
  ...section('construction.reckless', text('冒险作业', 'Reckless work'), of(15), 'V*', [
    ['大型机械未校核行走路线和作业位置承载力', 'Ground for heavy machines not checked'],
    ['恶劣天气违规吊装、安拆、高处作业', 'Lifting, assembly or work at height in bad weather'],
    ['用非载人起重设备吊运人员', 'People lifted with cranes not made for it'],
  ]),
  ...section('construction.banned', text('禁用工艺设备', 'Banned means'), () => '16', 'V*', [
    [
      '使用国家禁止或限制的危险工艺、设备、材料',
      'Banned or restricted dangerous methods, equipment or materials',
    ],
  ]),
  ...section('construction.other', text('其他', 'Other'), () => '17', 'V*', [
    ['其他严重违法违规且有群死群伤现实危险', 'Other grave breach with real danger to many'],
  ]),
]

export const construction = directOnly(
  'construction',
  text('房屋市政工程', 'Building and municipal works'),
  {
    name: text(
      '房屋市政工程生产安全重大事故隐患判定标准（2024版）',
      'Criteria for Major Hazards of Building and Municipal Works (2024)',
    ),
    number: text('建质规〔2024〕5号', 'MOHURD Quality Rules [2024] No. 5'),
    from: '2024-12-13',
    confidence: 'V*',
  },
  [...management, ...structures, ...lifting, ...works],
)
