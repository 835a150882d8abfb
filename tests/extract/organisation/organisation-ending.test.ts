import { describe, expect, test } from 'vitest';
import { findByEnding } from '../../../src/extract/organisation/organisation-ending.ts';
import { readingOf, textOf } from '../printed.ts';

const names = (body: string): string[] => findByEnding(readingOf(body)).map(({ name }) => name);

test('a phrase that only ends as a name does is not a name', () => {
  expect(names('委员们围绕优化城乡学校布局发言。')).toEqual([]);
  expect(names('广大政协委员发言。')).toEqual([]);
  expect(names('支持地方法人银行补充资本。')).toEqual([]);
  expect(names('活动在学校图书馆举行。')).toEqual([]);
  expect(names('青石重工工会主席柳青介绍。')).toEqual(['青石重工']);
  expect(names('青石海员工会主席柳青介绍。')).toEqual(['青石海员工会']);
  expect(names('青石市图书馆开放。')).toEqual(['青石市图书馆']);
});

test('a town and a zone that are joined are two bodies', () => {
  expect(names('柳青来到青石乡和县经济开发区。')).toContain('县经济开发区');
  expect(names('柳青来到县城乡和谐发展局。')).not.toContain('谐发展局');
});

describe('names with the ending of an organisation', () => {
  test.each<[string, readonly string[]]>([
    ['曹立强走访了区人才工作局。', ['区人才工作局']],
    ['近日，上海新微科技集团有限公司落户。', ['上海新微科技集团有限公司']],
    ['来自江东农业大学、青石中学的师生参加。', ['江东农业大学', '青石中学']],
    ['云岫区教育局与云岫区审计局联合举办培训。', ['云岫区教育局', '云岫区审计局']],
    ['上海云岫城市建设投资（集团）有限公司揭牌。', ['上海云岫城市建设投资（集团）有限公司']],
    ['临溪县好又来餐饮店遗失营业执照。', ['临溪县好又来餐饮店']],
    ['区投促办在书院举办培训。', ['区投促办']],
    ['江东大学农学院举行开学典礼。', ['江东大学农学院']],
    ['明州市工业和信息化局召开会议。', ['明州市工业和信息化局']],
    ['恒岳集团所属明州智能矿机有限公司投产。', ['恒岳集团', '明州智能矿机有限公司']],
    ['施工方明州第三工程公司介绍。', ['明州第三工程公司']],
    ['她拉着区妇联上门。', ['区妇联']],
    ['双方相关部门和机电工程学院参加。', ['机电工程学院']],
    ['拟聘名单经市农牧局公示。', ['市农牧局']],
    ['又讯青港航运协会换届。', ['青港航运协会']],
    ['青石新区经济发展局揭牌。', ['青石新区经济发展局']],
    ['教育暨青年局回应。', ['教育暨青年局']],
    ['东铭精密铸造有限公司投产。', ['东铭精密铸造有限公司']],
    ['海堡应用科技大学来访。', ['海堡应用科技大学']],
    ['市强制隔离戒毒所开放。', ['市强制隔离戒毒所']],
    ['三〇六团召开大会。', ['三〇六团']],
    ['恒岳集团轨梁厂开工。', ['恒岳集团轨梁厂']],
    ['承建单位江沅建工集团加快施工。', ['江沅建工集团']],
    ['县级龙头企业青石茶业有限公司流转土地。', ['青石茶业有限公司']],
    ['青石企业管理有限公司投产，县中小企业协会换届。', ['青石企业管理有限公司', '县中小企业协会']],
    ['云岫区企业服务中心揭牌。', ['云岫区企业服务中心']],
    ['项目已报县水利局备案。', ['县水利局']],
    ['全国总工会发出通知。', ['全国总工会']],
    ['中国石化青石分公司供油。', ['中国石化青石分公司']],
    ['市总工会法律工作部介绍情况。', ['市总工会']],
    ['区人民法院审判委员会讨论。', ['区人民法院']],
    ['与澄原轨道置业有限公司签约。', ['澄原轨道置业有限公司']],
    ['云陵跨越软件股份有限公司捐赠。', ['云陵跨越软件股份有限公司']],
    ['在青石街道社区食堂用餐。', ['青石街道']],
    ['每年资助计算机与信息学院学生。', ['计算机与信息学院']],
    ['市学生资助管理中心发出通知。', ['市学生资助管理中心']],
    ['食堂运营方云岫区康宁养老服务中心介绍。', ['云岫区康宁养老服务中心']],
    ['参观了园区企业蓝湾智联科技有限公司。', ['蓝湾智联科技有限公司']],
    ['青石区人民医院代表队夺冠。', ['青石区人民医院']],
    ['云岫市卫生健康委员会揭牌。', ['云岫市卫生健康委员会']],
    ['云岫市中心医院门诊部主任提醒。', ['云岫市中心医院']],
    ['云岫区建设工程服务中心揭牌。', ['云岫区建设工程服务中心']],
    ['省茶叶协会机械化专委会换届。', ['省茶叶协会机械化专委会']],
    ['青石煤矿选煤厂投产。', ['青石煤矿选煤厂']],
    ['远图电气与德国贝格公司签约，远图电气总裁致辞。', ['远图电气', '德国贝格公司']],
    ['云岫规划与设计集团公司揭牌。', ['云岫规划与设计集团公司']],
    ['青石派出所社区民警介绍。', ['青石派出所']],
  ])('a name is read back to its beginning in %s', (body, expected) => {
    expect(names(body)).toEqual(expected);
  });

  test('the longest name from one start is read', () => {
    expect(names('东铭集团有限公司落户。')).toEqual(['东铭集团有限公司']);
  });

  test('a name says where it stands', () => {
    const reading = readingOf('近日，区数据局揭牌。');
    expect(findByEnding(reading).map((mention) => [mention.rule, textOf(reading, mention)])).toEqual([
      ['organisation.ending', '区数据局'],
    ]);
  });
});

describe('what is not an organisation', () => {
  test.each([
    ['a common noun', '学校和医院加快建设，有限公司蓬勃发展。'],
    ['a group', '各有关部门、广大企业、多家银行参加。'],
    ['a venue', '会议在会议中心举行。'],
    ['an abstract that ends like one', '顾全大局，形成新格局，打开新局面，凝聚人心。'],
    ['a counted body', '全市8家医院参加。'],
    ['the head of a bureau', '副局长韦国栋出席。'],
    ['a Party body inside another one', '党委书记、工会主任参加。'],
    ["the departments of a ministry's kind", '各级财政部门要落实责任。'],
    ['what is counted by its measure word', '一座座学校拔地而起，一所乡镇中学搬迁，几家医院扩建。'],
    ['all bodies of a place', '全市法院加快办理，全县学校开学。'],
    ['three bodies at once', '云岫三商会结盟。'],
    ['what somebody learns', '柳青学会了炒茶。'],
    ['a council that debates', '理事会议事规则修订。'],
    ['a corner shop', '烟酒店生意红火。'],
    ['what a slogan sends people to', '面向学校开放，能看上大医院，该进博物馆了。'],
    ['an office of the school', '校党委办公室发出通知。'],
    ['the title of a book', '《青石中学》出版。'],
    ['what is supported, bettered or served', '全力支持学校师生，健全街道、社区机制，面向农村学校增设课程。'],
    ['a centre that is still planned', '加快建设海外技术服务中心，正在筹建冷链仓储中心，推进智慧算力中心项目。'],
    ['a hall and the new house of a hospital', '在学校国际会议厅举行，以前去老院区要转车。'],
    ['pupils and farms of any place', '三百名中小学生参加，为农民合作社提供贷款，到户籍所在地社区申请。'],
    ['a museum that a slogan leads to', '带你逛博物馆，电话打进晚报热线。'],
    ['an office of the school with its word', '学校党政办公室发出通知。'],
  ])('%s is not an organisation', (_, body) => {
    expect(names(body)).toEqual([]);
  });
});
