// Which hazards of special equipment are major (特种设备, GB 45067-2024)?
import { text } from '../../language/words.ts'
import { directOnly, lettered, section } from './criterion.ts'

const failed = [
  '定期检验结论不合格仍继续使用',
  'Still used although the periodic inspection failed',
] as const

const general = section(
  'special-equipment.general',
  text('特种设备通用', 'Special equipment'),
  lettered('4.1'),
  'V*',
  [
    [
      '未经许可生产、国家淘汰、已报废或达到报废条件仍使用',
      'Made without licence, banned, scrapped or due for scrapping, and still used',
    ],
    ['发生事故后未全面检查、消除隐患仍使用', 'Used after an accident without full check'],
    ['未监督检验或监督检验不合格仍使用', 'Used without supervised inspection, or after failing it'],
    ['超过规定参数、使用范围使用', 'Used beyond its parameters or purpose'],
  ],
)

const pressure = [
  ...section('special-equipment.boiler', text('锅炉', 'Boiler'), lettered('4.2'), 'V*', [
    failed,
    [
      '仪表失效或控制电（气）源中断，无法监视调整运行参数',
      'Instruments failed or control supply lost, so that operation cannot be watched',
    ],
    ['安全阀（爆破片）缺失或失效', 'Relief valve or bursting disc missing or failed'],
    ['系统报警装置缺失或失效', 'Alarms missing or failed'],
    ['联锁保护缺失或失效', 'Interlocks missing or failed'],
    ['熄火保护缺失或失效', 'Flame-failure protection missing or failed'],
    [
      '电站锅炉主要汽水管道泄漏或锅炉范围内管道破裂',
      'Main pipes of a power boiler leaking or burst',
    ],
  ]),
  ...section(
    'special-equipment.vessel',
    text('压力容器', 'Pressure vessel'),
    lettered('4.3'),
    'V*',
    [
      failed,
      ['固定式压力容器改作移动式使用', 'Stationary vessel used as a mobile one'],
      [
        '安全阀、爆破片、紧急切断装置缺失或失效',
        'Relief valve, bursting disc or shut-off missing or failed',
      ],
      ['快开门安全联锁缺失或失效', 'Interlock of a quick-opening door missing or failed'],
      ['氧舱接地缺失或失效', 'Earthing of a hyperbaric chamber missing or failed'],
      ['氧舱安全联锁失效', 'Interlock of a hyperbaric chamber failed'],
    ],
  ),
  ...section(
    'special-equipment.pipeline',
    text('压力管道', 'Pressure pipeline'),
    lettered('4.4'),
    'V*',
    [
      failed,
      [
        '安全阀、爆破片、紧急切断装置缺失或失效',
        'Relief valve, bursting disc or shut-off missing or failed',
      ],
    ],
  ),
  ...section('special-equipment.filling', text('充装', 'Filling'), lettered('4.5'), 'V*', [
    ['未经许可充装移动式压力容器、气瓶', 'Filling of mobile vessels or cylinders without licence'],
    ['错装介质', 'Filled with the wrong medium'],
    ['充装设施紧急切断缺失或失效仍使用', 'Shut-off of the filling plant missing or failed'],
  ]),
]

const machines = [
  ...section('special-equipment.lift', text('电梯', 'Lift'), lettered('4.6'), 'V*', [
    failed,
    ['门锁安全回路被短接', 'Door lock circuit bridged'],
    ['限速器—安全钳联动失效', 'Overspeed governor and safety gear fail together'],
    ['扶梯、人行道急停开关缺失或失效', 'Emergency stop of an escalator or walk missing or failed'],
    [
      '扶手带外缘距障碍物不足400毫米而未设挡板',
      'Less than 400 mm from handrail to obstacle without guard',
    ],
  ]),
  ...section(
    'special-equipment.crane',
    text('起重机械', 'Lifting machine'),
    lettered('4.7'),
    'V*',
    [
      ['未经首次检验', 'Never inspected'],
      failed,
      ['急停开关缺失或失效', 'Emergency stop missing or failed'],
      [
        '起重量、力矩限制器或防坠安全器缺失或失效',
        'Load or moment limiter or fall arrester missing or failed',
      ],
      [
        '室外轨道起重机抗风防滑装置缺失或失效',
        'Wind anchoring of an outdoor rail crane missing or failed',
      ],
    ],
  ),
  ...section('special-equipment.ropeway', text('客运索道', 'Ropeway'), lettered('4.8'), 'V*', [
    failed,
    [
      '控制室、站台、机房急停开关缺失或失效',
      'Emergency stop in control room, platform or machine room missing or failed',
    ],
    ['吊厢、吊篮、客车门不能锁闭而未停用', 'Cabin doors do not lock and are still in use'],
    ['辅机、备用电源不能启动', 'Auxiliary drive or stand-by power does not start'],
    ['安全回路故障后短接运营', 'Run with a bridged safety circuit'],
  ]),
  ...section(
    'special-equipment.ride',
    text('大型游乐设施', 'Amusement ride'),
    lettered('4.9'),
    'V*',
    [
      failed,
      [
        '安全带、压杠、挡杆等束缚装置缺失或失效',
        'Belts, bars or other restraints missing or failed',
      ],
      ['座舱门锁紧装置缺失或失效', 'Cabin door lock missing or failed'],
      [
        '制动、限位、防碰撞缓冲、止逆、限速装置缺失或失效',
        'Brakes, limits, buffers, anti-reverse or speed limiter missing or failed',
      ],
      [
        '主要受力部件、焊缝、螺栓有裂纹或严重变形',
        'Cracks or deformation of load-bearing parts, welds or bolts',
      ],
    ],
  ),
  ...section(
    'special-equipment.vehicle',
    text('场内车辆', 'Works vehicle'),
    lettered('4.10'),
    'V*',
    [
      failed,
      [
        '电动车辆电源紧急切断缺失或失效',
        'Emergency power cut of an electric vehicle missing or failed',
      ],
      ['行车、驻车制动缺失或失效', 'Service or parking brake missing or failed'],
      [
        '观光列车牵引连接及二次保护缺失或失效',
        'Coupling of a tourist train, or its second protection, missing or failed',
      ],
      ['观光车超过最大行驶坡度使用', 'Tourist vehicle used on too steep a slope'],
    ],
  ),
]

export const specialEquipment = directOnly(
  'special-equipment',
  text('特种设备', 'Special equipment'),
  {
    name: text(
      '特种设备重大事故隐患判定准则',
      'Rules for Judging Major Hazards of Special Equipment',
    ),
    number: text('GB 45067-2024', 'GB 45067-2024'),
    from: '2024-12-01',
    confidence: 'V*',
  },
  [...general, ...pressure, ...machines],
)
